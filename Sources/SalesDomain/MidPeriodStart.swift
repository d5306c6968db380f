/// A version of a commission plan that begins in the middle of a period: for people who have another plan on that period's
/// first day it holds from the next one.
package struct MidPeriodStart: Sendable, Equatable {
    package let plan: String
    package let from: Day
    /// The first day of the next period.
    package let holdsFrom: Day

    /// Nil where it begins with its period, or pays nobody who was paid by another plan.
    package init?(
        _ version: CommissionPlan, among plans: [CommissionPlan], in organisation: Organisation,
        _ calendar: CompanyCalendar
    ) {
        guard let from = version.from, let period = Period.holding(from, version.every, in: calendar),
            period.start != from
        else { return nil }
        let isLate = organisation.employees.contains { person in
            guard plans.plan(of: person.id, in: organisation, on: from)?.id == version.id else { return false }
            return plans.plan(of: person.id, in: organisation, on: period.start) != nil
        }
        guard isLate else { return nil }
        (plan, self.from, holdsFrom) = (version.name, from, period.end)
    }
}
