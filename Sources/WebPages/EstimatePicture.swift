internal import SalesDomain
internal import SalesReports
internal import Texts

/// Three bars for each stage, and for what is not at a stage: template, statistics, model.
struct EstimatePicture {
    let report: EstimateReport
    let page: ReportPage
    let width: Double
    /// Of the heading above it.
    let scale: AmountScale

    private struct Line {
        let name: String
        let methods: EstimateReport.Methods
    }

    private static let rowHeight = 46.0
    private var isWide: Bool { width > 500 }
    private var left: Double { isWide ? 170 : 0 }
    private var top: Double { 22 }
    private var texts: Texts { page.texts }

    private var lines: [Line] {
        report.stages.map { Line(name: page.stage($0.stage), methods: $0.methods) }
            + (report.fromWon.map { [Line(name: texts("estimate.from_won"), methods: $0)] } ?? [])
            + [Line(name: texts("estimate.new"), methods: report.newBusiness)]
    }

    private var axis: Axis {
        let values = lines.map(\.methods).map { max($0.template ?? 0, $0.statistical, $0.model) }
        let units = AmountScale.units(max(1, values.max() ?? 1), report.head.currency)
        return Axis(upTo: units, ticks: isWide ? 6 : 3)
    }

    func svg(_ style: String) -> String {
        var drawing = Drawing(width: width)
        let axis = axis
        let rows = lines
        let step = EstimatePicture.rowHeight + (isWide ? 0 : 18)
        let bottom = top + step * Double(rows.count)
        for tick in axis.ticks {
            let x = place(tick, axis)
            drawing.line(.init(x), top, .init(x), bottom, "s-line")
            drawing.text(
                .init(x), 14, texts.decimal(tick / scale.units, places: axis.step < scale.units ? 1 : 0),
                tick == axis.high ? "t-end t-note" : tick == 0 ? "t-note" : "t-middle t-note")
        }
        for (index, line) in rows.enumerated() {
            draw(line, at: top + step * Double(index) + (isWide ? 0 : 16), axis, &drawing)
        }
        return drawing.svg(width: width, height: bottom + 4, style, said: texts("estimate.said"))
    }

    private func draw(_ line: Line, at y: Double, _ axis: Axis, _ drawing: inout Drawing) {
        drawing.text(0, isWide ? y + 26 : y - 2, line.name.cut(to: isWide ? 20 : 44))
        let bars: [(Int64?, String)] = [
            (line.methods.template, "f-hatch-lost"), (line.methods.statistical, "f-slate"),
            (line.methods.model, "f-open"),
        ]
        for (place, (minor, style)) in bars.enumerated() {
            guard let minor else { continue }
            let end = self.place(AmountScale.units(max(0, minor), report.head.currency), axis)
            drawing.rect(
                .init(left), y + 5 + Double(place) * 12, .init(max(minor > 0 ? 1 : 0, end - left)), 10, style)
        }
    }

    private func place(_ units: Double, _ axis: Axis) -> Double {
        left + (width - 4 - left) * units / max(axis.high, 1e-9)
    }
}
