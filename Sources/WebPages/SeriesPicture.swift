internal import SalesDomain
internal import SalesReports
internal import Texts

/// Bars of what came, then bands and ticks of what is to come; a dash on each past bar is what was forecast.
struct SeriesPicture {
    let report: SeriesReport
    let texts: Texts
    let width: Double
    /// So many past periods.
    let shown: Int

    private static let height = 230.0
    private var left: Double { 40 }
    private var top: Double { 10 }
    private var bottom: Double { SeriesPicture.height - 30 }
    private var rows: ArraySlice<SeriesReport.Row> { report.rows.suffix(shown) }
    private var steps: ArraySlice<SeriesReport.Step> { report.steps.prefix(max(4, shown)) }
    private var slot: Double { (width - left - 4) / Double(max(1, rows.count + steps.count)) }

    private var axis: Axis {
        let values = rows.flatMap { [$0.actual, $0.model] } + steps.map(\.high)
        let most = values.max() ?? 1
        // Things are whole: so is each of the four lines above none.
        return Axis(upTo: max(report.isCount ? 4 : 1, most), ticks: 4)
    }

    func svg(_ style: String) -> String {
        var drawing = Drawing(width: width)
        let axis = axis
        for tick in axis.ticks {
            drawing.line(.init(left), y(tick, axis), .init(width - 4), y(tick, axis), "s-line")
            drawing.text(.init(left - 8), y(tick, axis) + 4, texts.decimal(tick, places: axis.places), "t-end t-note")
        }
        for (index, row) in rows.enumerated() {
            bar(index, row.actual, "f-slate2", axis, &drawing)
            mark(index, row.model, axis, &drawing)
            label(index, row.start, &drawing)
        }
        for (place, step) in steps.enumerated() {
            let index = rows.count + place
            let (low, high) = (y(step.low, axis), y(step.high, axis))
            drawing.rect(.init(x(index) - wide / 2), high, .init(wide), max(1, low - high), "f-band50", round: 2)
            if step.toDate > 0 { bar(index, step.toDate, "f-won", axis, &drawing) }
            mark(index, step.mean, axis, &drawing)
            label(index, step.start, &drawing)
        }
        return drawing.svg(width: width, height: SeriesPicture.height, style, said: texts("series.said"))
    }

    private var wide: Double { min(30, slot * 0.62) }
    private func x(_ index: Int) -> Double { left + slot * (Double(index) + 0.5) }
    private func y(_ value: Double, _ axis: Axis) -> Double {
        bottom - (bottom - top) * (value - axis.low) / max(axis.high - axis.low, 1e-9)
    }

    private func bar(_ index: Int, _ value: Double, _ style: String, _ axis: Axis, _ drawing: inout Drawing) {
        let end = y(value, axis)
        drawing.rect(.init(x(index) - wide / 4), end, .init(wide / 2), max(0, bottom - end), style)
    }

    private func mark(_ index: Int, _ value: Double, _ axis: Axis, _ drawing: inout Drawing) {
        drawing.rect(.init(x(index) - wide / 2), y(value, axis) - 1.25, .init(wide), 2.5, "f-accent")
    }

    private func label(_ index: Int, _ day: Day, _ drawing: inout Drawing) {
        let every = max(1, Int((56 / max(slot, 1)).rounded(.up)))
        guard index % every == 0 else { return }
        let words = report.grain == .month ? texts.shortMonth(day) : texts.shortDay(day)
        drawing.text(.init(x(index)), bottom + 18, words, "t-middle")
    }
}
