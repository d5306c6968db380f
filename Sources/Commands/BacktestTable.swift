import SalesReports
import Texts

/// Accuracy by level and horizon as a terminal shows it.
struct BacktestTable {
    let text: String

    init(_ report: BacktestReport, _ texts: Texts) {
        let methods: [BacktestReport.MethodName] = [.model, .statistical, .template, .naiveMean3, .naiveLast]
        var table = Table(
            ["level", "horizon", "periods"].map { texts("cli.backtest.\($0)") }
                + methods.map { texts("cli.method.\($0.rawValue)") }
                + ["ceiling", "coverage"].map { texts("cli.backtest.\($0)") })
        for line in report.summary {
            table.add(
                [texts("cli.level." + line.level.rawValue), texts.percent(line.horizon), "\(line.periods)"]
                    + methods.map { line.accuracy[$0].map { texts.percent($0, places: 1) } ?? Signs.none }
                    + [line.ceiling, line.coverage80].map { $0.map { texts.percent($0, places: 1) } ?? Signs.none })
        }
        let naive = report.summary.compactMap { line in
            line.betterBaseline.map { method in
                texts(
                    "cli.backtest.naive",
                    [
                        "level": .text(line.level.rawValue), "horizon": .text(texts.percent(line.horizon)),
                        "method": .text(texts("cli.method." + method.rawValue)),
                    ])
            }
        }
        text = ([table.text] + naive).joined(separator: "\n")
    }
}
