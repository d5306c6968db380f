/// Bands and dots drawn on the server.
struct BandPicture {
    let chart: BandChart
    let width: Double
    let height: Double

    private var left: Double { 36 }
    private var right: Double { width - 8 }
    private var top: Double { 10 }
    private var bottom: Double { height - 42 }
    private var slot: Double { (right - left) / Double(max(1, chart.rows.count)) }

    func svg(_ style: String, said: String) -> String {
        var drawing = Drawing(width: width)
        for tick in chart.axis.ticks {
            drawing.line(.init(left), y(tick), .init(right), y(tick), "s-line")
            drawing.text(.init(left - 8), y(tick) + 4, chart.tick(tick), "t-end t-note")
        }
        let every = Int((52 / max(slot, 1)).rounded(.up))
        for (index, row) in chart.rows.enumerated() {
            let middle = left + slot * (Double(index) + 0.5)
            let wide = min(28, slot * 0.5)
            let (low, high) = (y(chart.value(row.p10)), y(chart.value(row.p90)))
            drawing.rect(.init(middle - wide / 2), high, .init(wide), max(1, low - high), "f-band50", round: 2)
            drawing.rect(
                .init(middle - wide / 2), y(chart.value(chart.forecast(row))) - 1.25, .init(wide), 2.5, "f-accent")
            let outside = chart.isOutside(row)
            drawing.circle(
                .init(middle), y(chart.value(row.actual)), 4.5, outside ? "f-paper s-signal" : "f-won s-paper")
            if index % max(1, every) == 0 {
                drawing.text(.init(middle), bottom + 18, chart.label(row), "t-middle")
                drawing.text(
                    .init(middle), bottom + 34, chart.miss(row), outside ? "t-middle t-signal" : "t-middle t-note")
            }
        }
        return drawing.svg(width: width, height: height, style, said: said)
    }

    private func y(_ value: Double) -> Double {
        bottom - (bottom - top) * (value - chart.axis.low) / (chart.axis.high - chart.axis.low)
    }
}
