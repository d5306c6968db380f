internal import SalesDomain
internal import Texts

/// The fan drawn on the server: what is seen without scripts, and on paper.
struct FanPicture {
    let fan: Fan
    let width: Double
    let height: Double

    /// Room for the longest figure of the axis.
    private var left: Double {
        let longest = fan.axis.ticks.map { fan.texts.decimal($0, places: fan.axis.places).count }.max() ?? 0
        return max(36, 12 + 7 * Double(longest))
    }
    private var isNarrow: Bool { width < 500 }
    private var right: Double { width - (isNarrow ? 64 : 112) }
    private var top: Double { 12 }
    private var bottom: Double { height - 24 }

    func svg(_ style: String, said: String) -> String {
        var drawing = Drawing(width: width)
        drawGround(&drawing)
        drawFan(&drawing)
        drawLines(&drawing)
        drawToday(&drawing)
        drawEnds(&drawing)
        return drawing.svg(width: width, height: height, style, said: said)
    }

    private func x(_ place: Int) -> Double { left + (right - left) * Double(place) / Double(max(1, fan.days)) }
    private func y(_ value: Double) -> Double {
        bottom - (bottom - top) * (value - fan.axis.low) / (fan.axis.high - fan.axis.low)
    }

    private func drawGround(_ drawing: inout Drawing) {
        for rest in fan.rests {
            drawing.rect(.init(x(rest.from)), top, .init(x(rest.to) - x(rest.from)), bottom - top, "f-rest")
        }
        for tick in fan.axis.ticks {
            drawing.line(.init(left), y(tick), .init(right), y(tick), tick == 0 ? "s-line2" : "s-line")
            drawing.text(.init(left - 8), y(tick) + 4, fan.texts.decimal(tick, places: fan.axis.places), "t-end t-note")
        }
        for place in fan.dated {
            drawing.text(.init(x(place)), bottom + 18, fan.dateLabel(place), "t-middle t-note")
        }
    }

    private func drawFan(_ drawing: inout Drawing) {
        guard !fan.isOver else { return }
        drawing.band(points(fan.curve.p10), points(fan.curve.p90), "f-band80")
        drawing.band(points(fan.curve.p25), points(fan.curve.p75), "f-band50")
    }

    private func drawLines(_ drawing: inout Drawing) {
        if let pace = fan.curve.pace { drawing.path(points(pace, from: 0), "s-plan s-dash") }
        drawing.path(points(fan.curve.won, from: 0), "s-won")
        if !fan.isOver { drawing.path(points(fan.curve.mean), "s-accent") }
    }

    private func drawToday(_ drawing: inout Drawing) {
        guard fan.hasToday, let won = fan.curve.won.last else { return }
        let across = x(fan.today)
        drawing.line(.init(across), top, .init(across), bottom, "s-ink3")
        let words = isNarrow ? fan.todayBrief : fan.todayWords
        let isLate = fan.today * 5 > fan.days * 3
        drawing.text(.init(across + (isLate ? -6 : 6)), top + 12, words, isLate ? "t-end t-note" : "t-note")
        drawing.circle(.init(across), y(fan.value(won)), 4, "f-won s-paper")
        if won > 0 {
            drawing.text(.init(across + 10), min(bottom - 4, y(fan.value(won)) + 18), fan.figure(won), "t-won")
        }
    }

    private func drawEnds(_ drawing: inout Drawing) {
        let ends = fan.ends
        let places = spread(ends.map { y($0.value) }, apart: 16, within: (top + 4)...(bottom - 2))
        for (end, place) in zip(ends, places) {
            drawing.text(.init(right + 8), place + 4, isNarrow ? end.brief : end.words, end.style)
        }
    }

    /// The lines of the fan begin at today.
    private func points(_ line: [Int64], from place: Int? = nil) -> [Drawing.Point] {
        line.enumerated().map { Drawing.Point(x: x((place ?? fan.today) + $0), y: y(fan.value($1))) }
    }
}
