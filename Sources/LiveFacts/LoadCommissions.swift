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
