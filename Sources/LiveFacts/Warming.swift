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
    /// have come to rest since the last look, or a day has begun. Throws what the books throw.
    package mutating func look() throws {
        let reporter = try live.reporter()
        let facts = reporter.facts
        let moment = Moment(position: facts.position, day: facts.calendar.zone.day(of: reporter.now))
        defer { seenAt = moment }
        guard moment != warmedAt, moment == seenAt || warmedAt == nil, facts.dealCount > 0 else { return }
        // Nothing is known of a new day yet, and everybody who comes waits for it: on all processors.
        if warmedAt?.day == moment.day {
            Reporter.aside { warm(reporter, moment.day) }
        } else {
            warm(reporter, moment.day)
        }
        warmedAt = moment
    }

    /// Where there is nothing to answer, there is nothing to keep.
    private func warm(_ reporter: Reporter, _ today: Day) {
        let seen = reporter.seen(by: .console)
        let calendar = reporter.facts.calendar
        let request = ReportRequest(asOf: reporter.now, period: .month(containing: today))
        let periods = [
            request.period, .quarter(containing: today, in: calendar), request.period.previous(in: calendar),
        ]
        for period in periods {
            _ = try? reporter.forecast(
                ForecastRequest(asOf: request.asOf, period: period, by: .department), for: seen)
        }
        _ = try? reporter.alerts(request, planned: [], for: seen)
        _ = try? reporter.changes(request, for: seen)
        _ = try? reporter.period(request, for: seen)
        // Wishes for its accuracy, where that takes long.
        _ = try? reporter.estimate(request, for: seen, hurried: true)
        _ = try? reporter.revive(request, for: seen)
        _ = try? reporter.events(request, for: seen)
        _ = try? reporter.team(request, for: seen)
    }
}

extension LiveFacts {
    /// Runs the backtests that somebody wished for who did not wait. Throws what the books throw.
    package func measureWishes() throws {
        for request in takeWishes() {
            let reporter = try reporter()
            _ = try? Reporter.aside { try reporter.backtest(request, for: reporter.seen(by: .console)) }
        }
    }
}
