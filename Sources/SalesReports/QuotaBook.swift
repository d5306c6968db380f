internal import SalesDomain
internal import SalesFacts

/// The plan of any scope and period, as known at an instant: its own entry, else the sum of its parts'.
struct QuotaBook {
    struct Found {
        /// Minor units of the base currency.
        let value: Int64
        let isSum: Bool
        /// Of a sum: how many of the scope's sellers it holds a plan for; nil where all have one.
        var cover: ForecastReport.Plan.Cover?
    }

    private struct Key: Hashable {
        let start: Int32
        let end: Int32
        let scope: Scope
        let pipeline: Pipeline.ID?
    }

    private let latest: [Key: Quota]
    private let facts: Facts
    private let today: Day
    private let rates: RateTable
    private let chosen: [Pipeline.ID]
    private let coversSales: Bool
    private let isCounted: Bool
    private let movers: Movers?
    private let worked: WorkedPipelines?

    /// Where deals are counted, plans are those of deals.
    /// - Parameter asOf: of the very question; a forecast may stand for all instants between two changes of deals.
    init(_ facts: Facts, _ company: CompanyForecast, asOf: Instant, measure asked: Quota.Measure = .won) {
        let measure = company.isCounted ? .deals : asked
        isCounted = company.isCounted
        var latest = [Key: Quota]()
        for quota in facts.frame.quotas
        where quota.measure == measure && quota.holds(on: company.today, asOf: asOf) {
            let key = Key(
                start: quota.period.start.number, end: quota.period.end.number, scope: quota.scope,
                pipeline: quota.pipeline)
            if let known = latest[key], quota.isBefore(known) { continue }
            latest[key] = quota
        }
        self.latest = latest
        movers = company.isCounted || asked == Quota.Measure(company.question.basis) ? Movers(company) : nil
        worked = company.worked
        self.facts = facts
        today = company.today
        rates = company.rates
        chosen = company.pipelines
        let sales = Set(PipelineChoice.sales.pipelines(in: facts.frame).map(\.id))
        coversSales = sales.isSubset(of: chosen)
    }

    func quota(of scope: Scope, in period: Period) -> Found? {
        if latest.isEmpty { return nil }
        if let own = entry(scope, period) { return Found(value: own, isSum: isOfPipelines(scope, period)) }
        let parts = sum(ofPartsOf: scope, in: period)
        let cover = cover(scope, in: period)
        if let parts, cover.planned == cover.all { return Found(value: parts, isSum: true) }
        if let months = sumOfMonths(scope, period) { return Found(value: months, isSum: true) }
        return parts.map { Found(value: $0, isSum: true, cover: cover) }
    }

    /// What of a person's plan lies with departments: where the person was before lies what they won there, the rest where
    /// they are.
    func quota(of person: Employee.ID, within isInside: (Department.ID?) -> Bool, in period: Period) -> Found? {
        guard let whole = quota(of: .employee(person), in: period) else { return nil }
        let home = facts.organisation.lastDepartment(of: person, on: min(today, period.end + -1))
        let parts = movers?.split(whole.value, of: person, at: home, in: period) ?? [(home, whole.value)]
        let inside = parts.filter { isInside($0.department) }
        return inside.isEmpty ? nil : Found(value: inside.total(\.value), isSum: whole.isSum)
    }

    /// Of those who sell in the scope, how many have a plan of their own or one of a department around them.
    private func cover(_ scope: Scope, in period: Period) -> ForecastReport.Plan.Cover {
        let isPlanned = entry(scope, period) != nil
        if case .employee(let id) = scope {
            let person = id.flatMap(facts.organisation.employee)
            let sells = person.map { $0.role == .seller && facts.organisation.works($0, on: today) } ?? false
            return .init(planned: isPlanned ? 1 : 0, all: isPlanned || sells ? 1 : 0)
        }
        let parts = parts(of: scope, in: period).map { cover($0, in: period) }
        let all = parts.reduce(0) { $0 + $1.all }
        return .init(planned: isPlanned ? all : parts.reduce(0) { $0 + $1.planned }, all: all)
    }

    /// What is set for this very scope and period; nil: nothing.
    func own(_ scope: Scope, _ period: Period) -> Int64? { entry(scope, period) }

    /// What the parts of a scope have, added up; nil when none has anything.
    func sumOfParts(_ scope: Scope, _ period: Period) -> Int64? { sum(ofPartsOf: scope, in: period) }

    /// What the months of a quarter or a year have; nil when one of them has nothing.
    func sumOfMonths(_ scope: Scope, _ period: Period) -> Int64? {
        let months = monthsOf(period)
        let values = months.compactMap { quota(of: scope, in: $0)?.value }
        return months.count > 1 && values.count == months.count ? values.total : nil
    }

    /// Of the months of a quarter or a year that have something: how many of how many, and their sum; nil when all have, or
    /// none has.
    func someMonths(_ scope: Scope, _ period: Period) -> PlansReport.Months? {
        let months = monthsOf(period)
        let values = months.compactMap { quota(of: scope, in: $0)?.value }
        guard !values.isEmpty, values.count < months.count else { return nil }
        return PlansReport.Months(set: values.count, all: months.count, sum: values.total)
    }

    private func entry(_ scope: Scope, _ period: Period) -> Int64? {
        if coversSales, let whole = value(scope, period, nil) { return whole }
        let parts = chosen.compactMap { value(scope, period, $0) }
        let lacking = chosen.filter { value(scope, period, $0) == nil }
        if parts.isEmpty || worked?.hold(scope, in: lacking, facts.organisation, on: today) ?? false { return nil }
        return parts.total
    }

    /// Whether an entry is the sum of several pipelines' plans.
    private func isOfPipelines(_ scope: Scope, _ period: Period) -> Bool {
        if coversSales, value(scope, period, nil) != nil { return false }
        return chosen.count { value(scope, period, $0) != nil } > 1
    }

    /// What was set for just this.
    private func value(_ scope: Scope, _ period: Period, _ pipeline: Pipeline.ID?) -> Int64? {
        let key = Key(start: period.start.number, end: period.end.number, scope: scope, pipeline: pipeline)
        return latest[key].flatMap(inBase)
    }

    private func inBase(_ quota: Quota) -> Int64? {
        guard let value = quota.value else { return nil }
        if isCounted { return value * Int64(Figure.countUnit) }
        guard let currency = quota.currency, currency != facts.frame.company.baseCurrency else { return value }
        return rates.factor(of: currency, before: nil).map { Int64(nearest: Double(value) * $0) }
    }

    private func sum(ofPartsOf scope: Scope, in period: Period) -> Int64? {
        let parts = self.parts(of: scope, in: period).compactMap { part in
            entry(part, period).map { share(of: part, in: scope, $0, period) } ?? sum(ofPartsOf: part, in: period)
        }
        let left = left(scope, in: period)
        return parts.isEmpty && left.isEmpty ? nil : parts.total.plus(left.total)
    }

    /// What stays in a department of the plan of one of its people.
    private func share(of part: Scope, in scope: Scope, _ value: Int64, _ period: Period) -> Int64 {
        guard case .employee(let id?) = part, case .department(let here) = scope, let movers else { return value }
        return movers.split(value, of: id, at: here, in: period).filter { $0.department == here }.total(\.value)
    }

    /// What lies in a department of the plans of those who have moved from it within the period.
    private func left(_ scope: Scope, in period: Period) -> [Int64] {
        guard case .department(let here) = scope, let movers else { return [] }
        let day = min(today, period.end + -1)
        return movers.people(from: here, in: period).compactMap { person in
            let home = facts.organisation.lastDepartment(of: person, on: day)
            guard home != here, let value = entry(.employee(person), period) else { return nil }
            return movers.split(value, of: person, at: home, in: period).filter { $0.department == here }
                .total(\.value)
        }
    }

    /// Who has moved since is a part of where they were: the plan of days that are over stays there, as what was won does.
    private func parts(of scope: Scope, in period: Period) -> [Scope] {
        let day = min(today, period.end + -1)
        let organisation = facts.organisation
        switch scope {
        case .employee: return []
        case .company:
            return organisation.departments.filter { $0.parent == nil }.map { .department($0.id) } + [.department(nil)]
        case .department(let id):
            let below = id == nil ? [] : organisation.departments.filter { $0.parent == id }
            let people = organisation.employees.filter { organisation.lastDepartment(of: $0.id, on: day) == id }
            return below.map { .department($0.id) } + people.map { .employee($0.id) }
        }
    }

    /// The months of a quarter or a year; none of anything else.
    private func monthsOf(_ period: Period) -> [Period] {
        guard period.kind == .quarter || period.kind == .year, period.start.civil.day == 1 else { return [] }
        var months = [Period]()
        var day = period.start
        while day < period.end {
            months.append(.month(containing: day))
            day = day.startOfMonth(plus: 1)
        }
        return months
    }
}
