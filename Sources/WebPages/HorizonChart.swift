internal import SalesReports
internal import Texts
internal import WebRoutes

/// Accuracy by the moment at which the forecast was made, against the simple methods and what is possible at all.
struct HorizonChart {
    struct Line {
        let words: String
        let style: String
        /// Percent; nil where it was not measured.
        let values: [Double?]
    }
    let lines: [Line]
    let places: [String]
    let axis: Axis
    private let texts: Texts

    init(backtest: Backtest) {
        texts = backtest.texts
        let texts = texts
        let level = backtest.levels.first ?? .company
        let measured = Horizon.allCases.compactMap { horizon in
            backtest.summary(level, horizon).map { (horizon: horizon, summary: $0) }
        }
        places = measured.map { texts("accuracy.moment." + backtest.key(of: $0.horizon)) }
        func line(_ key: String, _ style: String, _ value: (BacktestReport.Summary) -> Double?) -> Line {
            Line(words: texts(key), style: style, values: measured.map { value($0.summary).map { $0 * 100 } })
        }
        let lines = [
            line("accuracy.line.ceiling", "ceiling") { $0.ceiling.map { max(0, $0) } },
            line("accuracy.line.model", "model") { $0.accuracy[.model] },
            line("accuracy.line.statistical", "statistical") { $0.accuracy[.statistical] },
            line("accuracy.line.naive_mean3", "naive") { $0.accuracy[.naiveMean3] },
            line("accuracy.line.template", "template") { $0.accuracy[.template] },
        ].filter { $0.values.contains { $0 != nil } }
        self.lines = lines
        let lowest = lines.filter { $0.style != "template" }.flatMap(\.values).compactMap(\.self).min() ?? 0
        // A template may be far below zero; the picture is about the others.
        axis = Axis(from: max(0, ((lowest - 6) / 10).rounded(.down) * 10), to: 100, ticks: 5)
    }

    var isWorthDrawing: Bool { places.count > 1 && lines.contains { $0.style == "model" } }

    func shown(_ value: Double) -> Double { min(axis.high, max(axis.low, value)) }

    var ends: [(words: String, value: Double, style: String)] {
        lines.compactMap { line in
            line.values.last.flatMap(\.self).map { value in
                let style = ["model": "t-accent", "template": "t-lost", "ceiling": "t-strong"][line.style] ?? ""
                let words = value < axis.low ? texts("accuracy.line.below", ["line": .text(line.words)]) : line.words
                return (words, shown(value), style)
            }
        }
    }

    var json: String {
        JSON.object([
            "kind": "horizons",
            "axis": .object(["low": .number(axis.low), "high": .number(axis.high), "step": .number(axis.step)]),
            "ticks": .strings(axis.ticks.map { texts.decimal($0, places: 0) }),
            "places": .strings(places),
            "lines": .array(
                lines.map { line in
                    .object([
                        "style": .string(line.style),
                        "values": .array(line.values.map { $0.map { .number(shown($0)) } ?? .none }),
                    ])
                }),
            "ends": .array(
                ends.map {
                    .object(["words": .string($0.words), "value": .number($0.value), "style": .string($0.style)])
                }),
            "tips": .strings(places.indices.map(tip)),
        ]).text
    }

    private func tip(_ index: Int) -> String {
        ([places[index]]
            + lines.compactMap { line in
                line.values[index].map { "\(line.words): \(texts.percent($0 / 100, places: 1))" }
            }).joined(separator: "\n")
    }
}
