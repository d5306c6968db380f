internal import SalesDomain
internal import SalesFacts
internal import SalesReports

/// Has what the first reader of a day, or the first after a change, would wait for computed before they come.
package struct Warming: Sendable {
    private let live: LiveFacts
    private var seenAt: Moment?
    private var warmedAt: Moment?
    /// Only what the first page waits for is computed as yet.
    private var isHalf = false

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
        guard facts.dealCount > 0, moment != warmedAt || isHalf, moment == seenAt || warmedAt == nil else { return }
        if warmedAt?.day != moment.day {
            // Nothing is known of a new day yet, and everybody who comes waits for it: on all processors.
            open(reporter, moment.day)
            isHalf = true
        } else {
            Reporter.aside {
                open(reporter, moment.day)
                // Of these, what a change costs is small: who reads them has them made again, or makes them.
                if isHalf { goOn(reporter, moment.day) }
            }
            isHalf = false
        }
        warmedAt = moment
    }

    private func request(_ reporter: Reporter, _ today: Day) -> ReportRequest {
        ReportRequest(asOf: reporter.now, period: .month(containing: today))
    }

    /// What most pages say something of. Where there is nothing to answer, there is nothing to keep.
    private func open(_ reporter: Reporter, _ today: Day) {
        let seen = reporter.seen(by: .console)
        let calendar = reporter.facts.calendar
        let request = request(reporter, today)
        let periods = [
            request.period, .quarter(containing: today, in: calendar), request.period.previous(in: calendar),
        ]
        for period in periods {
            _ = try? reporter.forecast(
                ForecastRequest(asOf: request.asOf, period: period, by: .department), for: seen)
        }
        _ = try? reporter.alerts(request, planned: [], for: seen)
        _ = try? reporter.changes(request, for: seen)
    }

    private func goOn(_ reporter: Reporter, _ today: Day) {
        let (seen, request) = (reporter.seen(by: .console), request(reporter, today))
        _ = try? reporter.period(request, for: seen)
        // Both wish for the accuracy, where measuring it takes long.
        _ = try? reporter.estimate(request, for: seen, hurried: true)
        let backtest = BacktestRequest(asOf: request.asOf, by: .department)
        if reporter.isMeasured(backtest) { _ = try? reporter.backtest(backtest, for: seen) }
        _ = try? reporter.revive(request, for: seen)
        _ = try? reporter.events(request, for: seen)
        _ = try? reporter.team(request, for: seen)
        _ = try? reporter.plans(request, for: seen)
        var plans = Set<String>()
        let organisation = reporter.facts.organisation
        for person in organisation.employees where person.active {
            guard let plan = reporter.facts.frame.commissions.plan(of: person.id, in: organisation, on: today),
                plans.insert(plan.name).inserted
            else { continue }
            _ = try? reporter.bonus(of: person.id, in: request.period, asOf: request.asOf, for: seen)
        }
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
