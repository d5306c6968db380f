/// Lines by horizon drawn on the server.
struct HorizonPicture {
    let chart: HorizonChart
    let width: Double
    let height: Double

    private var left: Double { 36 }
    private var right: Double { width - 122 }
    private var top: Double { 12 }
    private var bottom: Double { height - 24 }

    func svg(_ style: String, said: String) -> String {
        var drawing = Drawing(width: width)
        for tick in chart.axis.ticks {
            drawing.line(.init(left), y(tick), .init(right), y(tick), "s-line")
            drawing.text(.init(left - 8), y(tick) + 4, Drawing.number(tick), "t-end t-note")
        }
        for (index, place) in chart.places.enumerated() {
            drawing.text(
                .init(index == 0 ? left : x(index)), bottom + 18, place, index == 0 ? "t-note" : "t-middle t-note")
        }
        for line in chart.lines { draw(line, &drawing) }
        let ends = chart.ends
        for (end, place) in zip(ends, spread(ends.map { y($0.value) }, apart: 15, within: (top + 2)...(bottom - 2))) {
            drawing.text(.init(right + 8), place + 4, end.words, end.style)
        }
        return drawing.svg(width: width, height: height, style, said: said)
    }

    private func draw(_ line: HorizonChart.Line, _ drawing: inout Drawing) {
        let points = line.values.enumerated().compactMap { index, value in
            value.map { Drawing.Point(x: x(index), y: y(chart.shown($0))) }
        }
        drawing.path(points, HorizonPicture.strokes[line.style] ?? "s-slate s-dots")
        if line.style == "model" {
            for point in points { drawing.circle(.init(point.x), point.y, 3.5, "f-accent s-paper") }
        }
    }

    private static let strokes = [
        "ceiling": "s-plan s-dash", "model": "s-accent", "statistical": "s-slate", "template": "s-lost s-dash",
    ]

    private func x(_ index: Int) -> Double {
        left + (right - left) * Double(index) / Double(max(1, chart.places.count - 1))
    }
    private func y(_ value: Double) -> Double {
        bottom - (bottom - top) * (value - chart.axis.low) / (chart.axis.high - chart.axis.low)
    }
}
