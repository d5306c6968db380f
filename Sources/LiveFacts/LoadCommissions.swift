package import Ledger
package import SalesDomain

extension CommissionPlan {
    /// Every version of every plan, with its rules and its people.
    package static func all(in ledger: any Transaction) throws -> [CommissionPlan] {
        let rules = Dictionary(grouping: try ledger.commissionRules.all(), by: \.plan)
        let members = Dictionary(grouping: try ledger.commissionMembers.all(), by: \.plan)
        return try ledger.commissionPlans.all().map { plan in
            CommissionPlan(
                id: plan.id, name: plan.row.name, every: plan.row.every, cap: plan.row.cap, proRata: plan.row.proRata,
                from: plan.row.from, to: plan.row.to, rules: rules[plan.id]?.map(\.rule) ?? [],
                members: members[plan.row.name]?.map(\.member) ?? [])
        }
    }
}

extension CommissionStatement {
    /// Those that somebody has agreed to, approved or paid, without their lines.
    package static func settled(in ledger: any Transaction, _ calendar: CompanyCalendar) throws -> [CommissionStatement]
    {
        try ledger.commissionStatements.all().compactMap { row in
            guard row.state != .calculated, let period = Period(name: row.period, in: calendar) else { return nil }
            return CommissionStatement(
                employee: row.employee, plan: row.plan, period: period, state: row.state, lines: [])
        }
    }
}
