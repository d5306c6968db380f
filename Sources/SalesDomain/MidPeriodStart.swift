/// A version of a commission plan that begins in the middle of a period: for people who have another plan on that period's
/// first day it holds from the next one.
package struct MidPeriodStart: Sendable, Equatable {
    package let plan: String
    package let from: Day
    /// The first day of the next period.
    package let holdsFrom: Day
    /// Nobody is paid by it at once.
    package let isForAll: Bool

    /// Nil where it begins with its period, or pays nobody who was paid by another plan.
    package init?(
        _ version: CommissionPlan, among plans: [CommissionPlan], in organisation: Organisation,
        _ calendar: CompanyCalendar
    ) {
        guard let from = version.from, let period = Period.holding(from, version.every, in: calendar),
            period.start != from
        else { return nil }
        let people = organisation.employees.map(\.id).filter {
            plans.plan(of: $0, in: organisation, on: from)?.id == version.id
        }
        let late = people.filter { plans.plan(of: $0, in: organisation, on: period.start) != nil }
        if late.isEmpty { return nil }
        (plan, self.from, holdsFrom) = (version.name, from, period.end)
        isForAll = late.count == people.count
    }
}

/// A version of a commission plan that ends in the middle of a period: whom it paid on that period's first day it pays to
/// its end.
package struct MidPeriodEnd: Sendable, Equatable {
    /// The last day of the period.
    package let paysUntil: Day

    /// Nil where it ends with its period, or paid nobody when that began.
    package init?(
        _ version: CommissionPlan, among plans: [CommissionPlan], in organisation: Organisation,
        _ calendar: CompanyCalendar
    ) {
        guard let to = version.to, let period = Period.holding(to, version.every, in: calendar), period.end != to + 1,
            organisation.employees.contains(where: {
                plans.plan(of: $0.id, in: organisation, on: period.start)?.id == version.id
            })
        else { return nil }
        paysUntil = period.end + -1
    }
}
