internal import SalesDomain
internal import SalesReports
internal import Texts

/// Of a hundred deals that begin, how many come to each stage: as is believed now, with its range, over the outline of
/// the reference.
struct PlanFactPicture {
    let report: PlanFactReport
    let page: ReportPage
    let width: Double

    private struct Row {
        let name: String
        let low: Double
        let middle: Double
        let high: Double
        let reference: Double
        let signal: PlanFactReport.Signal?
        var isWon = false
    }

    private static let rowHeight = 42.0
    private var isWide: Bool { width > 500 }
    private var left: Double { isWide ? 130 : 0 }
    private var right: Double { isWide ? width - 110 : width }
    private var texts: Texts { page.texts }
    var isWorthDrawing: Bool { rows.count > 1 }

    private var rows: [Row] {
        let stages = report.stages.compactMap { stage -> Row? in
            guard let middle = stage.cohort.reach, let reference = stage.cohort.referenceReach else { return nil }
            return Row(
                name: page.stage(stage.stage), low: stage.cohort.reachLow ?? middle, middle: middle,
                high: stage.cohort.reachHigh ?? middle, reference: reference,
                signal: report.ownSignal(stage.stage))
        }
        guard let won = report.totals.conversion, let reference = report.totals.reference else { return stages }
        return stages + [
            Row(
                name: texts("planfact.won"), low: won, middle: won, high: won, reference: reference, signal: nil,
                isWon: true)
        ]
    }

    func svg(_ style: String) -> String {
        var drawing = Drawing(width: width)
        let step = PlanFactPicture.rowHeight + (isWide ? 0 : 20)
        for (index, row) in rows.enumerated() { draw(row, at: step * Double(index), &drawing) }
        if isWide { join(rows.map(\.reference), step, &drawing) }
        return drawing.svg(
            width: width, height: step * Double(max(1, rows.count)), style, said: texts("planfact.said"))
    }

    /// The outline of the reference goes on from each stage to the next; on a phone names stand there.
    private func join(_ reach: [Double], _ step: Double, _ drawing: inout Drawing) {
        let (middle, half) = ((left + right) / 2, (right - left) / 2)
        for (index, pair) in zip(reach, reach.dropFirst()).enumerated() {
            let y = step * Double(index) + 39
            for side in [-half, half] {
                drawing.line(
                    .init(middle + side * pair.0), y, .init(middle + side * pair.1), y + step - 38, "s-plan s-dash")
            }
        }
    }

    private func draw(_ row: Row, at top: Double, _ drawing: inout Drawing) {
        let y = top + (isWide ? 6 : 22)
        let (middle, full) = ((left + right) / 2, right - left)
        func bar(_ share: Double, _ style: String) {
            drawing.rect(.init(middle - full * share / 2), y, .init(max(1, full * share)), 28, style)
        }
        if page.hasBegun {
            bar(row.high, "f-band80")
            bar(row.middle, "f-band50")
            bar(row.low, row.isWon ? "f-won" : "f-open")
        }
        let half = full * row.reference / 2
        for side in [middle - half, middle + half] {
            drawing.line(.init(side), y - 5, .init(side), y + 33, "s-plan s-dash")
        }
        let number = texts.decimal(row.middle * 100, places: row.middle < 0.1 ? 1 : 0)
        let inside = full * row.low > 44
        if page.hasBegun {
            drawing.text(
                .init(inside ? middle : middle + max(half, full * row.high / 2) + 8), y + 19, number,
                inside ? "t-middle t-inside" : "t-strong")
        }
        let usual = texts(
            "planfact.picture.reference",
            ["value": .text(texts.decimal(row.reference * 100, places: row.reference < 0.1 ? 1 : 0))])
        drawing.text(
            0, isWide ? y + 19 : y - 7, ((row.signal == nil ? "" : "▲ ") + row.name).cut(to: isWide ? 18 : 36),
            row.signal == nil ? (row.isWon ? "t-strong" : "") : "t-signal")
        drawing.text(.init(width), isWide ? y + 19 : y - 7, usual, "t-end t-note")
    }
}

/// Forecast, plan and potential on one line, each with its amount; below it the range within which a plan is right.
struct VerdictPicture {
    let report: PlanFactReport
    let page: ReportPage

    func svg() -> String {
        let totals = report.totals
        let potential = report.verdict.potential ?? totals.methods.model
        let right = (report.verdict.low ?? potential, report.verdict.high ?? potential)
        let ends = [totals.p10, totals.p90, totals.quota ?? totals.p10, potential, right.0, right.1]
        let (low, high) = (Double(ends.min() ?? 0), Double(ends.max() ?? 1))
        let room = max(1, high - low) * 0.12
        func at(_ minor: Int64) -> Double { (Double(minor) - low + room) / (high - low + 2 * room) * 100 }
        var drawing = Drawing()
        drawing.line(.percent(0), 46, .percent(100), 46, "s-line2")
        drawing.rect(.percent(at(totals.p10)), 38, .percent(max(0.5, at(totals.p90) - at(totals.p10))), 16, "f-band50")
        drawing.rect(.percent(at(totals.methods.model)), 34, 3, 20, "f-accent", shift: -1.5)
        if let quota = totals.quota {
            drawing.rect(.percent(at(quota)), 32, 2, 30, "f-plan", shift: -1)
            name("plan", quota, at(quota), 11, "t-strong", &drawing)
        }
        name("forecast", totals.methods.model, at(totals.methods.model), 28, "t-accent", &drawing)
        drawing.line(.percent(at(right.0)), 66, .percent(at(right.1)), 66, "s-range")
        for end in [right.0, right.1] { drawing.line(.percent(at(end)), 61, .percent(at(end)), 71, "s-range") }
        drawing.circle(.percent(at(potential)), 66, 6, "f-paper s-plan")
        name("potential", potential, at(potential), 88, "", &drawing)
        return drawing.stretched(height: 94, "verdict", said: page.texts("planfact.verdict.said"))
    }

    /// Beside its mark, each in a row of its own, so that none stands on another; never beyond the ends of the picture.
    private func name(
        _ what: String, _ minor: Int64, _ place: Double, _ y: Double, _ style: String, _ drawing: inout Drawing
    ) {
        let words = page.texts(
            "planfact.verdict.label." + what, ["amount": .text(page.texts.amount(minor, page.head.currency))])
        let side = place < 35 ? "" : place > 65 ? " t-end" : " t-middle"
        drawing.text(.percent(place), y, words, style + side)
    }
}
