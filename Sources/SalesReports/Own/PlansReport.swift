package import SalesDomain
internal import SalesFacts

/// Plans of a scope and everything below it: what is set, what the parts make together, and what history suggests.
package struct PlansReport: Sendable, Equatable {
    package let head: ReportHead
    /// Parents before children, departments before people.
    package let rows: [Row]

    package struct Row: Sendable, Equatable {
        package let scope: Scope
        package let depth: Int
        /// Minor units; nil: nothing is set, and the sum of the parts holds, if there is one.
        package let own: Int64?
        package let sumOfParts: Int64?
        /// Of a quarter or a year.
        package let sumOfMonths: Int64?
        /// The forecast as of the period's start, or of now for what has not begun.
        package let suggestion: Int64
        /// Won in the period before.
        package let before: Int64
        /// How many versions were set, and since when the last one holds.
        package let versions: Int
        package let since: Day?

        /// The own plan less what the parts make together; nil without both.
        package var difference: Int64? {
            guard let own, let sumOfParts else { return nil }
            return own - sumOfParts
        }
    }
}

extension Reporter {
    package func plans(_ request: ReportRequest, for seen: Seen) throws(ReportRefusal) -> PlansReport {
        try admit(request.scope, request.pipelines, asOf: request.asOf, seen)
        let maker = PlansMaker(self, request)
        return PlansReport(head: head(request), rows: maker.rows(request.scope, depth: 0))
    }
}

private struct PlansMaker {
    private let reporter: Reporter
    private let request: ReportRequest
    private let book: QuotaBook
    private let suggested: ForecastMaker
    private let before: ForecastMaker

    init(_ reporter: Reporter, _ request: ReportRequest) {
        self.reporter = reporter
        self.request = request
        let start = reporter.facts.calendar.zone.start(of: request.period.start)
        func maker(_ asOf: Instant, _ period: Period) -> ForecastMaker {
            reporter.maker(
                ForecastRequest(asOf: asOf, period: period, scope: request.scope, pipelines: request.pipelines))
        }
        suggested = maker(min(start, request.asOf), request.period)
        before = maker(request.asOf, request.period.previous(in: reporter.facts.calendar))
        book = QuotaBook(reporter.facts, maker(request.asOf, request.period).company)
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
            $0.scope == scope && $0.period == request.period && $0.measure == .won && $0.pipeline == nil
                && ($0.from.map { $0 <= today } ?? true)
        }
        return PlansReport.Row(
            scope: scope, depth: depth, own: book.own(scope, request.period),
            sumOfParts: book.sumOfParts(scope, request.period), sumOfMonths: book.sumOfMonths(scope, request.period),
            suggestion: suggested.node(scope, parent: nil).amount.mean,
            before: before.node(scope, parent: nil).amount.wonToDate, versions: versions.count,
            since: versions.compactMap(\.from).max())
    }
}
