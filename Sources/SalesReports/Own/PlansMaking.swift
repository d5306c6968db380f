package import SalesDomain
internal import SalesFacts

extension Reporter {
    package func plans(_ request: ReportRequest, measure: Quota.Measure = .won, for seen: Seen) throws(ReportRefusal)
        -> PlansReport
    {
        let looking = try admitted(request.scope, request.pipelines, asOf: request.asOf, seen)
        let maker = PlansMaker(looking, request, measure)
        return PlansReport(head: head(request), measure: measure, rows: maker.rows(request.scope, depth: 0))
    }
}

private struct PlansMaker {
    private let reporter: Reporter
    private let request: ReportRequest
    private let measure: Quota.Measure
    private let book: QuotaBook
    private let suggestion: (Scope) -> Int64?
    private let before: (Scope) -> Int64?

    init(_ reporter: Reporter, _ request: ReportRequest, _ measure: Quota.Measure) {
        self.reporter = reporter
        self.request = request
        self.measure = measure
        let start = reporter.facts.calendar.zone.start(of: request.period.start)
        let history = PlanHistory(reporter, measure, request.pipelines)
        suggestion = history.expected(in: request.period, asOf: min(start, request.asOf))
        before = history.done(in: request.period.previous(in: reporter.facts.calendar), asOf: request.asOf)
        let question = CompanyQuestion(asOf: request.asOf, period: request.period, pipelines: request.pipelines)
        book = QuotaBook(
            reporter.facts, reporter.forecasts(question), asOf: request.asOf, measure: measure)
    }

    private var organisation: Organisation { reporter.facts.organisation }
    private var today: Day { reporter.facts.calendar.zone.day(of: request.asOf) }

    func rows(_ scope: Scope, depth: Int) -> [PlansReport.Row] {
        guard depth < 8 else { return [] }
        return [row(scope, depth)] + children(scope).flatMap { rows($0, depth: depth + 1) }
    }

    private func children(_ scope: Scope) -> [Scope] {
        switch scope {
        case .employee: return []
        case .company:
            return organisation.departments.filter { $0.parent == nil }.map { .department($0.id) } + people(nil)
        case .department(let id):
            return organisation.departments.filter { $0.parent == id && id != nil }.map { .department($0.id) }
                + people(id)
        }
    }

    /// Who works there and sells, or has a plan.
    private func people(_ department: Department.ID?) -> [Scope] {
        organisation.employees.filter {
            organisation.department(of: $0.id, on: today) == department && $0.active
                && ($0.role == .seller || book.own(.employee($0.id), request.period) != nil)
        }.map { .employee($0.id) }
    }

    private func row(_ scope: Scope, _ depth: Int) -> PlansReport.Row {
        let versions = reporter.facts.frame.quotas.filter {
            $0.scope == scope && $0.period == request.period && $0.measure == measure && $0.pipeline == nil
                && $0.holds(on: today, asOf: request.asOf)
        }
        let last = versions.max { $0.isBefore($1) }
        return PlansReport.Row(
            scope: scope, depth: depth, own: book.own(scope, request.period),
            sumOfParts: book.sumOfParts(scope, request.period), sumOfMonths: book.sumOfMonths(scope, request.period),
            suggestion: suggestion(scope), before: before(scope), versions: versions.count,
            since: versions.compactMap(\.from).max(), someMonths: book.someMonths(scope, request.period),
            isWithdrawn: last.map { $0.value == nil } ?? false,
            mark: reporter.facts.frame.quotas.mark(of: scope, in: request.period, measure))
    }
}

/// What a measure came to, and is expected to come to, by scope. Nil where nothing of it is recorded.
private struct PlanHistory {
    private let reporter: Reporter
    private let measure: Quota.Measure
    private let pipelines: PipelineChoice

    init(_ reporter: Reporter, _ measure: Quota.Measure, _ pipelines: PipelineChoice) {
        self.reporter = reporter
        self.measure = measure
        self.pipelines = pipelines
    }

    func expected(in period: Period, asOf: Instant) -> (Scope) -> Int64? {
        found(in: period, asOf: asOf, sold: { $0.mean }, counted: { Int64(nearest: $0.mean) }) {
            Int64(nearest: $0.total.mean)
        }
    }

    func done(in period: Period, asOf: Instant) -> (Scope) -> Int64? {
        found(in: period, asOf: asOf, sold: { $0.wonToDate }, counted: { Int64($0.wonToDate) }) {
            $0.credits.total(\.value)
        }
    }

    private func found(
        in period: Period, asOf: Instant, sold: @escaping (ForecastReport.Amounts) -> Int64,
        counted: @escaping (ForecastReport.Counts) -> Int64, other: @escaping (Measured) -> Int64
    ) -> (Scope) -> Int64? {
        let basis = measure.basis ?? .won
        guard reporter.isRecorded(basis, asOf: asOf) else { return { _ in nil } }
        switch measure {
        case .won, .paid, .shipped, .margin:
            let maker = forecast(period, asOf, basis)
            return { sold(maker.node($0, parent: nil).amount) }
        case .deals:
            let maker = forecast(period, asOf, basis)
            return { counted(maker.node($0, parent: nil).count) }
        case .newAccounts:
            let rule = CommissionRule(name: "", measure: measure, tiers: [])
            let company = forecast(period, asOf, basis, deals: true).company
            var measuring = Measuring(reporter, company, .company, period, asOf: asOf)
            return { scope in
                measuring.scope = scope
                return measuring.measured(rule).map(other)
            }
        case .calls, .callsOutbound, .meetings:
            let book = EventBook(measure, reporter.facts, period, asOf: asOf)
            return { EventsMeasured(book.days(of: $0), reporter.facts, period, asOf: asOf).measured.map(other) }
        }
    }

    private func forecast(_ period: Period, _ asOf: Instant, _ basis: Company.Basis, deals: Bool = false)
        -> ForecastMaker
    {
        reporter.maker(
            ForecastRequest(
                asOf: asOf, period: period, by: deals ? .deal : nil, pipelines: pipelines, basis: basis))
    }
}
