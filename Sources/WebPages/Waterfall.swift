internal import SalesDomain
internal import Texts

/// Bars that lead step by step from one total to another: as a picture, and as data for the browser's chart. Where the
/// steps are small beside the totals, the axis begins near them and the totals are marked as cut.
struct Waterfall {
    struct Step {
        let name: String
        let amount: Int64
        let colour: String
        /// How many deals stand behind it, in words; empty where none do.
        var deals = ""
        /// How far chance may move the step; nil where nothing is said of that.
        var range: (low: Int64, high: Int64)?
        /// Nil: where it leads down.
        var isLoss: Bool?
    }

    struct Line {
        let name: String
        let low: Int64
        let high: Int64
        /// What stands beside the bar.
        let words: String
        let colour: String
        var deals = ""
        /// Where the bar's end may lie in eight cases of ten.
        var range: (low: Int64, high: Int64)?
        var isTotal = false
    }

    /// What the steps lead to: their sum.
    struct Ending {
        let name: String
        let colour: String
        var deals = ""
    }

    let lines: [Line]
    let axis: Axis
    let scale: AmountScale
    private let currency: Currency
    private let texts: Texts

    /// `first` stands at the top as a bar of its own; steps of nothing are left out.
    init(
        first: Step, steps: [Step], last: Ending, currency: Currency, texts: Texts
    ) {
        self.currency = currency
        self.texts = texts
        let total = first.amount + steps.reduce(0) { $0 + $1.amount }
        let scale = AmountScale(ofColumn: AmountScale.units(max(1, first.amount, total), currency))
        self.scale = scale
        func bar(_ name: String, _ amount: Int64, _ colour: String, _ deals: String) -> Line {
            Line(
                name: name, low: min(0, amount), high: max(0, amount), words: texts.column(amount, currency, scale),
                colour: colour, deals: deals, isTotal: true)
        }
        var running = first.amount
        var lines = [bar(first.name, first.amount, first.colour, first.deals)]
        for step in steps where step.amount != 0 {
            let from = running
            running += step.amount
            lines.append(
                Line(
                    name: step.name, low: min(from, running), high: max(from, running),
                    words: texts.signedColumn(step.amount, currency, scale),
                    colour: step.isLoss ?? (step.amount < 0) ? "lost" : step.colour, deals: step.deals,
                    range: step.range.flatMap { $0.low < $0.high ? (from + $0.low, from + $0.high) : nil }))
        }
        self.lines = lines + [bar(last.name, total, last.colour, last.deals)]
        axis = Waterfall.axis(self.lines, currency)
    }

    private static func axis(_ lines: [Line], _ currency: Currency) -> Axis {
        let ends = lines.flatMap {
            ($0.isTotal ? [$0.high] : [$0.low, $0.high]) + ($0.range.map { [$0.low, $0.high] } ?? [])
        }
        let (lowest, highest) = (ends.min() ?? 0, max(1, ends.max() ?? 1))
        let near = lowest - (highest - lowest) / 4
        let start = lowest > 0 && near > highest / 4 ? near : min(0, lowest, lines.map(\.low).min() ?? 0)
        return Axis(from: AmountScale.units(start, currency), to: AmountScale.units(highest, currency), ticks: 4)
    }

    /// Its beginning lies to the left of the picture.
    func isCut(_ line: Line) -> Bool { line.isTotal && place(line.low) < axis.low }

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
                        "name": .string($0.name), "low": .number(max(axis.low, place($0.low))),
                        "high": .number(place($0.high)), "cut": .flag(isCut($0)),
                        "range": .array($0.range.map { [.number(place($0.low)), .number(place($0.high))] } ?? []),
                        "words": .string($0.words), "colour": .string($0.colour), "deals": .string($0.deals),
                        "tip": .string(tip($0)),
                    ])
                }),
        ]).text
    }
}

extension Waterfall {
    /// What a pointer on the bar is told.
    private func tip(_ line: Line) -> String {
        "\(line.name): \(line.words) \(unit)" + (line.deals.isEmpty ? "" : " · " + line.deals)
    }
}

/// The same without scripts: a row for each bar.
struct WaterfallPicture {
    let chart: Waterfall
    let width: Double

    private static let row = 24.0
    /// What a figure of the axis takes in width: of two that would run together the first is written.
    private static let sign = 7.0
    private var isWide: Bool { width > 500 }
    private var left: Double { isWide ? (countsDeals ? 262 : 190) : 0 }
    private var countsDeals: Bool { chart.lines.contains { !$0.deals.isEmpty } }
    private var right: Double { isWide ? 72 : 64 }
    private var step: Double { WaterfallPicture.row + (isWide ? 0 : 14) }

    func svg(_ style: String, said: String) -> String {
        var drawing = Drawing(width: width)
        let bottom = 18 + step * Double(chart.lines.count)
        var free = -Double.infinity
        for (tick, words) in zip(chart.axis.ticks, chart.ticks) {
            drawing.line(.init(x(tick)), 18, .init(x(tick)), bottom, "s-line")
            let (isFirst, long) = (tick == chart.axis.low, WaterfallPicture.sign * Double(words.count))
            let begin = isFirst ? x(tick) : x(tick) - long / 2
            guard begin > free else { continue }
            free = begin + long + WaterfallPicture.sign
            drawing.text(.init(x(tick)), 12, words, isFirst ? "t-note" : "t-middle t-note")
        }
        for (index, line) in chart.lines.enumerated() {
            let top = 18 + step * Double(index)
            let bar = top + (isWide ? 4 : 17)
            let (low, high) = (x(max(chart.axis.low, chart.place(line.low))), x(chart.place(line.high)))
            name(line, top, &drawing)
            drawing.rect(.init(low), bar, .init(max(1, high - low)), 16, WaterfallPicture.fill(line.colour))
            if chart.isCut(line) { cut(low, bar, &drawing) }
            let end = max(high, line.range.map { whisker($0, bar, &drawing) } ?? high)
            drawing.text(.init(end + 6), bar + 12, line.words, line.colour == "lost" ? "t-lost" : "")
        }
        return drawing.svg(width: width, height: bottom + 4, style, said: said)
    }

    /// The bar's name and how many deals stand behind it: before the bar, or above it where it is narrow.
    private func name(_ line: Waterfall.Line, _ top: Double, _ drawing: inout Drawing) {
        if isWide {
            drawing.text(0, top + 17, String(line.name.prefix(30)))
            if !line.deals.isEmpty { drawing.text(.init(left - 8), top + 17, line.deals, "t-end t-note") }
        } else {
            let deals = line.deals.isEmpty ? "" : " · " + line.deals
            drawing.text(0, top + 12, String(line.name.prefix(44)) + deals)
        }
    }

    /// What is lost, and what is not entered yet, have a second mark beside their colour.
    private static func fill(_ colour: String) -> String {
        switch colour {
        case "lost": "f-hatch-lost"
        case "new-hatch": "f-hatch"
        default: "f-" + colour
        }
    }

    /// Two slanted strokes: the bar is longer than it is drawn.
    private func cut(_ x: Double, _ y: Double, _ drawing: inout Drawing) {
        for place in [x + 10, x + 15] { drawing.line(.init(place + 3), y - 2, .init(place - 3), y + 18, "s-gap") }
    }

    /// The range of a step's end, as a line with its ends; where it ends on the right.
    private func whisker(_ range: (low: Int64, high: Int64), _ y: Double, _ drawing: inout Drawing) -> Double {
        let (low, high) = (x(chart.place(range.low)), x(chart.place(range.high)))
        drawing.line(.init(low), y + 8, .init(high), y + 8, "s-range")
        for end in [low, high] { drawing.line(.init(end), y + 4, .init(end), y + 12, "s-range") }
        return high
    }

    private func x(_ units: Double) -> Double {
        let axis = chart.axis
        return left + (width - left - right) * (units - axis.low) / max(axis.high - axis.low, 1e-9)
    }
}
