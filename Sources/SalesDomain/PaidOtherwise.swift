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

    /// Whether a statement's person is paid otherwise on one of its days from `first` on.
    package func touches(_ statement: CommissionStatement, from first: Day?) -> Bool {
        firstOther(statement, from: first) != nil
    }

    /// The first of a statement's days, from `first` on, on which its person is paid otherwise.
    package func firstOther(_ statement: CommissionStatement, from first: Day? = nil) -> Day? {
        let begin = max(first ?? statement.period.start, statement.period.start)
        guard begin < statement.period.end else { return nil }
        return (begin.number..<statement.period.end.number).lazy.map { Day(number: $0) }.first {
            isOther(statement.employee, on: $0)
        }
    }
}
