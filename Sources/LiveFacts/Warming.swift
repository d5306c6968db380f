internal import SalesDomain
internal import SalesFacts
internal import SalesReports

/// Has what the first reader of a day, or the first after a change, would wait for computed before they come.
package struct Warming: Sendable {
    private let live: LiveFacts
    private var seenAt: Moment?
    private var warmedAt: Moment?

    private struct Moment: Equatable, Sendable {
        let position: Int64
        let day: Day
    }

    package init(_ live: LiveFacts) { self.live = live }

    /// One look at the books, to be taken every second or so. What the company's pages open with is computed when the books
    /// have come to rest since the last look, or a day has begun; then the backtests that somebody wished for. Throws what
    /// the books throw.
    package mutating func look() throws {
        let reporter = try live.reporter()
        let facts = reporter.facts
        let moment = Moment(position: facts.position, day: facts.calendar.zone.day(of: reporter.now))
        defer { seenAt = moment }
        if moment != warmedAt, moment == seenAt || warmedAt == nil, facts.dealCount > 0 {
            Reporter.aside { warm(reporter, moment.day) }
            warmedAt = moment
        }
        let seen = reporter.seen(by: .console)
        for request in live.takeWishes() {
            _ = try? Reporter.aside { try live.reporter().backtest(request, for: seen) }
        }
    }

    /// Where there is nothing to answer, there is nothing to keep.
    private func warm(_ reporter: Reporter, _ today: Day) {
        let seen = reporter.seen(by: .console)
        let request = ReportRequest(asOf: reporter.now, period: .month(containing: today))
        _ = try? reporter.forecast(
            ForecastRequest(asOf: request.asOf, period: request.period, by: .department), for: seen)
        _ = try? reporter.changes(request, for: seen)
        _ = try? reporter.planFact(request, for: seen)
        _ = try? reporter.estimate(request, for: seen)
        _ = try? reporter.backtest(BacktestRequest(asOf: request.asOf, by: .department), for: seen)
    }
}
