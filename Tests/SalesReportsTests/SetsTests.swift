import Foundation
import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

/// What the data sets say when asked; prints the accuracy for whoever reads along.
@Suite("Data sets", .enabled(if: ExchangeFolder.exists("practice")))
struct SetsTests {
    @Test("a backtest has its rows and its summary", arguments: ["practice", "maven", "bpic2012"])
    func backtest(name: String) throws {
        let facts = try ExchangeFolder(name).facts
        let reporter = Reporter(facts, now: .distantFuture)
        let end = facts.calendar.instant(
            ["practice": "2023-10-01", "maven": "2017-10-01", "bpic2012": "2012-01-01"][name]!)!
        let report = try reporter.backtest(
            BacktestRequest(asOf: end, by: .department), for: reporter.seen(by: .console))
        #expect(!report.rows.isEmpty)
        for summary in report.summary {
            print(
                name, summary.level, String(summary.horizon).prefix(4), summary.periods,
                summary.accuracy.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                    "\($0.key.rawValue) \(($0.value * 1000).rounded() / 10)"
                }.joined(separator: ", "), "coverage", summary.coverage80 ?? -1, "ceiling", summary.ceiling ?? -1,
                summary.winner?.rawValue ?? "-")
        }
    }
}
