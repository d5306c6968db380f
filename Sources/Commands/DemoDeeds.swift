import Actions
import DemoCompany
import Ledger
import LiveFacts
import SalesDomain
import SalesReports

/// What the people of the made-up company have done with what they saw: bonuses of past months are on their way, and
/// something was asked of somebody. Each deed is done on its day, against what was known then.
struct DemoDeeds {
    let store: any Store
    let live: LiveFacts
    /// Nothing is done on this day or later.
    let until: Day

    /// Throws what the ledger throws. A company too small for a deed does without it.
    func run() throws {
        let reporter = try live.reporter()
        guard reporter.facts.calendar.zone.start(of: until) <= reporter.now,
            let director = try doer(.director)
        else { return }
        try settleBonuses(reporter, by: director)
        for given in GivenInTheDemo.all { try give(given, reporter) }
    }

    private func doer(_ role: Role) throws -> Doer? {
        try store.read { try $0.users() }.first { $0.role == role }.map { Doer($0) }
    }

    private func at(_ day: Day, hour: Int64, _ reporter: Reporter) -> Instant {
        reporter.facts.calendar.zone.start(of: day).adding(seconds: hour * 3_600)
    }
}

// MARK: Bonuses

extension DemoDeeds {
    /// The month before last was paid or approved, the last one is still being agreed; quarters too.
    private func settleBonuses(_ reporter: Reporter, by director: Doer) throws {
        let month = Period.month(containing: until)
        let quarter = Period.quarter(containing: until, in: reporter.facts.calendar)
        let calendar = reporter.facts.calendar
        for back in [3, 2, 1] { try settle(month.previous(back, in: calendar), reporter, by: director) }
        try settle(quarter.previous(in: calendar), reporter, by: director)
    }

    private func settle(_ period: Period, _ reporter: Reporter, by director: Doer) throws {
        let seen = reporter.everything
        let drafts = reporter.facts.organisation.employees.compactMap { person -> CommissionStatement? in
            guard person.active else { return nil }
            return try? reporter.statement(of: person.id, in: period, earlier: [], for: seen)
        }
        let deed = SettleBonus(store: store)
        guard !drafts.isEmpty, period.end + 4 < until else { return }
        try deed.keep(drafts, by: director, at: at(period.end + 4, hour: 11, reporter))
        let age = Period.month(containing: until).start - period.end
        let last: CommissionStatement.State = age >= 58 ? .paid : age >= 25 ? .approved : .agreed
        for (step, state) in [CommissionStatement.State.agreed, .approved, .paid].enumerated() {
            let day = period.end + 6 + 3 * step
            guard day < until else { return }
            try move(to: state, in: period, all: state != .agreed || last != .agreed, reporter, by: director, on: day)
            if state == last { return }
        }
    }

    /// - Parameter all: else the last third of the statements waits.
    private func move(
        to state: CommissionStatement.State, in period: Period, all: Bool, _ reporter: Reporter, by director: Doer,
        on day: Day
    ) throws {
        let name = period.name(in: reporter.facts.calendar)
        let rows = try store.read { try $0.commissionStatements.all() }.filter {
            $0.period == name && $0.state.next == state
        }
        for row in all ? rows[...] : rows.prefix(rows.count * 2 / 3) {
            try SettleBonus(store: store).move(row.id, from: row.state, by: director, at: at(day, hour: 12, reporter))
        }
    }
}

// MARK: Actions

extension DemoDeeds {
    private func give(_ given: GivenInTheDemo, _ reporter: Reporter) throws {
        let organisation = reporter.facts.organisation
        let made = at(until + -given.daysAgo, hour: 10, reporter)
        guard let who = organisation.employee(externalID: given.who), who.active,
            let doer = try doer(given.by), let wishes = wishes(given, who.id, made, reporter)
        else { return }
        let id = try GiveAction(store: store)(wishes, by: doer, at: made)
        guard let end = given.end else { return }
        try GiveAction(store: store).end(
            id, end.kind, note: end.note, by: doer, at: at(until + -end.daysAgo, hour: 16, reporter))
    }

    /// Nil where the company has no such stage or deal, or too little to measure by.
    private func wishes(_ given: GivenInTheDemo, _ who: Employee.ID, _ made: Instant, _ reporter: Reporter)
        -> GiveAction.Wishes?
    {
        let day = until + -given.daysAgo
        guard let (subject, pipeline) = subject(given, who, made, reporter) else { return nil }
        var request = ReportRequest(asOf: made, period: .month(containing: day), scope: .employee(who))
        if let pipeline { request.pipelines = reporter.choice(of: pipeline) }
        guard let baseline = try? reporter.baseline(of: subject, request, for: reporter.everything) else { return nil }
        return GiveAction.Wishes(
            origin: given.origin, subject: subject, scope: .employee(who), pipeline: pipeline, assignee: who,
            what: given.what, due: day + given.days,
            expected: given.expected.map { $0 * reporter.facts.frame.company.baseCurrency.scale }, baseline: baseline)
    }

    private func subject(_ given: GivenInTheDemo, _ who: Employee.ID, _ made: Instant, _ reporter: Reporter)
        -> (CorrectiveAction.Subject, Pipeline.ID?)?
    {
        switch given.about {
        case .sales: return (.sales, nil)
        case .stage(let place):
            let name = DemoCompany.truth.stages[place].name
            for pipeline in reporter.facts.frame.pipelines {
                if let stage = pipeline.stages.first(where: { $0.name == name }) {
                    return (.stage(stage.id), pipeline.id)
                }
            }
            return nil
        case .largestDeal:
            let query = DealsQuery(scope: .employee(who), status: .open, sort: .amount, limit: 1)
            let found = try? reporter.deals(query, asOf: made, for: reporter.everything).rows.first
            return found.map { (.deal($0.deal), $0.pipeline) }
        }
    }
}
