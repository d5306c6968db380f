/// Two states of all commission plans, and whom they pay otherwise.
package struct PaidOtherwise: Sendable {
    let before: [CommissionPlan]
    let after: [CommissionPlan]
    let organisation: Organisation

    package init(_ before: [CommissionPlan], _ after: [CommissionPlan], in organisation: Organisation) {
        self.before = before
        self.after = after
        self.organisation = organisation
    }

    package func isOther(_ employee: Employee.ID, on day: Day) -> Bool {
        let (old, new) = (
            before.plan(of: employee, in: organisation, on: day), after.plan(of: employee, in: organisation, on: day)
        )
        guard let old else { return new != nil }
        return !old.paysLike(new)
    }

    /// Whether a statement's person is paid otherwise for its period.
    package func touches(_ statement: CommissionStatement) -> Bool { firstOther(statement) != nil }

    /// The first of a statement's days on which something decides its person's pay otherwise: by which plan the period is paid,
    /// which is that of its first day with one, and, where days worked count, which days were spent in it. Nil: nothing does.
    package func firstOther(_ statement: CommissionStatement) -> Day? {
        let (employee, period) = (statement.employee, statement.period)
        let days = (period.start.number..<period.end.number).lazy.map { Day(number: $0) }
        let old = before.plan(paying: employee, for: period, in: organisation)
        let new = after.plan(paying: employee, for: period, in: organisation)
        guard let old, old.paysLike(new) else { return days.first { isOther(employee, on: $0) } }
        guard old.proRata else { return nil }
        func isIn(_ plans: [CommissionPlan], _ day: Day) -> Bool {
            plans.plan(of: employee, in: organisation, on: day)?.name == old.name
        }
        return days.first { isIn(before, $0) != isIn(after, $0) }
    }
}
