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
                [line.level.rawValue, texts.percent(line.horizon), "\(line.periods)"]
                    + methods.map { line.accuracy[$0].map { texts.percent($0, places: 1) } ?? Signs.none }
                    + [line.ceiling, line.coverage80].map { $0.map { texts.percent($0, places: 1) } ?? Signs.none })
        }
        text = table.text
    }
}
