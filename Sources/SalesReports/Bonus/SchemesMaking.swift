package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// Whoever sees everything reads every plan, others those of the people whom they see. Throws `notYet` for an instant
    /// after now, `notFound` for what is not there or not this viewer's.
    package func schemes(_ request: ReportRequest, for seen: Seen) throws(ReportRefusal) -> SchemesReport {
        let looking = try admitted(request.scope, request.pipelines, asOf: request.asOf, seen)
        let maker = SchemesMaker(
            facts: looking.facts, scope: request.scope, today: facts.calendar.zone.day(of: request.asOf), now: today,
            seen: seen
        )
        return SchemesReport(head: head(request), schemes: maker.schemes)
    }
}

extension CommissionPlan {
    fileprivate func holdsLater(than other: CommissionPlan) -> Bool {
        (from?.number ?? .min) > (other.from?.number ?? .min)
    }
}

private struct SchemesMaker {
    let facts: Facts
    let scope: Scope
    /// Which versions hold is asked of this day.
    let today: Day
    /// Who may be seen is asked of this one.
    let now: Day
    let seen: Seen

    private var organisation: Organisation { facts.organisation }
    private var plans: [CommissionPlan] { facts.frame.commissions }

    var schemes: [SchemesReport.Scheme] {
        let whole = seen.reach == .everything && scope == .company
        return plans.map { scheme(ended($0)) }.filter { whole || !$0.people.isEmpty }.sorted(by: SchemesMaker.isBefore)
    }

    private func scheme(_ plan: CommissionPlan) -> SchemesReport.Scheme {
        let shown = plan.members.filter { member in
            guard case .employee(let id) = member.who else { return true }
            return isSeen(id)
        }
        return SchemesReport.Scheme(
            plan: plan, standing: standing(plan), members: shown, others: plan.members.count - shown.count,
            people: people(plan), elsewhere: elsewhere(plan, shown), paysFrom: start(plan)?.holdsFrom,
            paysUntil: MidPeriodEnd(plan, among: plans, in: organisation, facts.calendar)?.paysUntil)
    }

    /// A version without an end, from a file, ends before the next one of its name that has taken over all its people.
    private func ended(_ plan: CommissionPlan) -> CommissionPlan {
        let later = plans.filter { $0.name == plan.name && $0.holdsLater(than: plan) }.compactMap(\.from).min()
        guard let later, plan.to.map({ $0 >= later }) ?? true,
            !organisation.employees.contains(where: {
                plans.plan(of: $0.id, in: organisation, on: later)?.id == plan.id
            })
        else { return plan }
        return CommissionPlan(
            id: plan.id, name: plan.name, every: plan.every, cap: plan.cap, proRata: plan.proRata, from: plan.from,
            to: later + -1, rules: plan.rules, members: plan.members)
    }

    private func start(_ plan: CommissionPlan) -> MidPeriodStart? {
        MidPeriodStart(plan, among: plans, in: organisation, facts.calendar)
    }

    private func standing(_ plan: CommissionPlan) -> SchemesReport.Standing {
        if let from = plan.from, from > today { return .coming }
        if let start = start(plan), start.isForAll, start.holdsFrom > today { return .coming }
        let last = MidPeriodEnd(plan, among: plans, in: organisation, facts.calendar)?.paysUntil ?? plan.to
        if let last, last < today { return .past }
        return .now
    }

    /// The day of the plan that lies nearest to today.
    private func day(of plan: CommissionPlan) -> Day {
        var day = today
        if let from = plan.from { day = max(day, from) }
        if let to = plan.to { day = min(day, to) }
        return day
    }

    private func elsewhere(_ plan: CommissionPlan, _ members: [CommissionPlan.Member]) -> [SchemesReport.Elsewhere] {
        let day = day(of: plan)
        return members.filter { $0.holds(on: day) }.compactMap { member in
            guard case .employee(let id) = member.who,
                let other = plans.plan(of: id, in: organisation, on: day), other.name != plan.name
            else { return nil }
            return SchemesReport.Elsewhere(employee: id, plan: other.name)
        }
    }

    private func people(_ plan: CommissionPlan) -> [Employee.ID] {
        let day = day(of: plan)
        let members = ScopeMembers(scope, organisation)
        return organisation.employees.map(\.id).filter { id in
            isSeen(id) && members.holds(id, on: day)
                && plans.plan(of: id, in: organisation, on: day)?.id == plan.id
        }
    }

    private func isSeen(_ id: Employee.ID) -> Bool { seen.allows(.employee(id), in: facts.rights, on: now) }

    private static func isBefore(_ left: SchemesReport.Scheme, _ right: SchemesReport.Scheme) -> Bool {
        func rank(_ standing: SchemesReport.Standing) -> Int {
            SchemesReport.Standing.allCases.firstIndex(of: standing) ?? 0
        }
        let (one, other) = (rank(left.standing), rank(right.standing))
        if one != other { return one < other }
        let (first, second) = (left.plan.from?.number ?? .min, right.plan.from?.number ?? .min)
        if left.standing == .past, first != second { return first > second }
        return left.plan.id < right.plan.id
    }
}
