/// Why something cannot be withdrawn or called otherwise, or is changed only where that is meant: these statements, which are agreed, approved or paid, rest on it.
package struct RestingStatements: Error, Sendable, Equatable {
    /// Without their lines, by period and person.
    package let statements: [CommissionStatement]

    /// Nil when none does.
    package init?(_ statements: [CommissionStatement]) {
        let settled = statements.filter { $0.state != .calculated }
        if settled.isEmpty { return nil }
        self.statements = settled.sorted {
            ($0.period.start, $0.employee.number) < ($1.period.start, $1.employee.number)
        }
    }
}

extension Quota {
    /// Whether a person's bonus of a period is counted by this plan: one of its rules asks for a plan of this measure, of the
    /// person or, where it is a team's, of the department and what its sum may be made of.
    package func decides(
        _ statement: CommissionStatement, by plans: [CommissionPlan], in organisation: Organisation
    ) -> Bool {
        let paid = statement.period
        guard paid.start <= period.start, period.end <= paid.end else { return false }
        return plans.filter { $0.name == statement.plan && $0.holds(within: paid) }.flatMap(\.rules).contains { rule in
            guard rule.needsPlan, rule.measure == measure else { return false }
            return rule.team
                ? isPart(ofTeamOf: statement.employee, organisation, on: paid.end + -1)
                : scope == .employee(statement.employee)
        }
    }

    private func isPart(ofTeamOf person: Employee.ID, _ organisation: Organisation, on day: Day) -> Bool {
        guard let team = organisation.department(of: person, on: day) else { return false }
        let below = organisation.subtree(of: team)
        switch scope {
        case .company: return false
        case .department(let id): return id.map(below.contains) ?? false
        case .employee(let id):
            return id.flatMap { organisation.department(of: $0, on: day) }.map(below.contains) ?? false
        }
    }
}

extension CommissionPlan {
    fileprivate func holds(within period: Period) -> Bool {
        (from.map { $0 < period.end } ?? true) && (to.map { period.start <= $0 } ?? true)
    }
}
