internal import SalesDomain
internal import Texts

/// Bars that lead step by step from one total to another: as a picture, and as data for the browser's chart.
struct Waterfall {
    struct Line {
        let name: String
        let low: Int64
        let high: Int64
        /// What stands beside the bar.
        let words: String
        let colour: String
    }

    let lines: [Line]
    let axis: Axis
    let scale: AmountScale
    private let currency: Currency
    private let texts: Texts

    /// `first` stands at the top as a bar of its own; steps of nothing are left out.
    init(
        first: (name: String, amount: Int64, colour: String), steps: [(name: String, amount: Int64, colour: String)],
        last: String, currency: Currency, texts: Texts
    ) {
        self.currency = currency
        self.texts = texts
        var running = first.amount
        let total = first.amount + steps.reduce(0) { $0 + $1.amount }
        let scale = AmountScale(ofColumn: AmountScale.units(max(1, first.amount, total), currency))
        self.scale = scale
        func words(_ minor: Int64) -> String { texts.column(minor, currency, scale) }
        var lines = [
            Line(name: first.name, low: 0, high: first.amount, words: words(first.amount), colour: first.colour)
        ]
        for step in steps where step.amount != 0 {
            let next = running + step.amount
            lines.append(
                Line(
                    name: step.name, low: min(running, next), high: max(running, next),
                    words: texts.signedColumn(step.amount, currency, scale),
                    colour: step.amount < 0 ? "lost" : step.colour))
            running = next
        }
        lines.append(Line(name: last, low: 0, high: total, words: words(total), colour: "won"))
        self.lines = lines
        let lowest = lines.map(\.low).min() ?? 0
        let highest = lines.map(\.high).max() ?? 1
        axis = Axis(
            from: AmountScale.units(min(0, lowest), currency), to: AmountScale.units(max(1, highest), currency),
            ticks: 4)
    }

    var unit: String { texts.unit(scale, currency) }

    func place(_ minor: Int64) -> Double { AmountScale.units(minor, currency) }

    var ticks: [String] { axis.ticks.map { texts.decimal($0 / scale.units, places: places) } }
    private var places: Int { axis.step / scale.units >= 1 ? 0 : 1 }

    var json: String {
        JSON.object([
            "kind": "waterfall",
            "axis": .object([
                "low": .number(axis.low), "high": .number(axis.high), "step": .number(axis.step),
            ]),
            "ticks": .strings(ticks),
            "rows": .array(
                lines.map {
                    .object([
                        "name": .string($0.name), "low": .number(place($0.low)), "high": .number(place($0.high)),
                        "words": .string($0.words), "colour": .string($0.colour),
                        "tip": .string("\($0.name): \($0.words) \(unit)"),
                    ])
                }),
        ]).text
    }
}

/// The same without scripts: a row for each bar.
struct WaterfallPicture {
    let chart: Waterfall
    let width: Double

    private static let row = 24.0
    private var isWide: Bool { width > 500 }
    private var left: Double { isWide ? 190 : 0 }
    private var right: Double { isWide ? 72 : 64 }
    private var step: Double { WaterfallPicture.row + (isWide ? 0 : 14) }

    func svg(_ style: String, said: String) -> String {
        var drawing = Drawing()
        let bottom = 18 + step * Double(chart.lines.count)
        for (tick, words) in zip(chart.axis.ticks, chart.ticks) {
            drawing.line(.init(x(tick)), 18, .init(x(tick)), bottom, "s-line")
            drawing.text(.init(x(tick)), 12, words, tick == chart.axis.low ? "t-note" : "t-middle t-note")
        }
        for (index, line) in chart.lines.enumerated() {
            let top = 18 + step * Double(index)
            let bar = top + (isWide ? 4 : 17)
            let (low, high) = (x(chart.place(line.low)), x(chart.place(line.high)))
            drawing.text(0, isWide ? top + 17 : top + 12, String(line.name.prefix(isWide ? 30 : 44)))
            drawing.rect(.init(low), bar, .init(max(1, high - low)), 16, "f-" + line.colour)
            drawing.text(.init(high + 6), bar + 12, line.words, line.colour == "lost" ? "t-lost" : "")
        }
        return drawing.svg(width: width, height: bottom + 4, style, said: said)
    }

    private func x(_ units: Double) -> Double {
        let axis = chart.axis
        return left + (width - left - right) * (units - axis.low) / max(axis.high - axis.low, 1e-9)
    }
}
