internal import Ledger
internal import SalesDomain

extension Transaction {
    /// Brings the plans of these names from one state to the other: versions, their rules, and the people of each name.
    func writeCommissions(_ names: Set<String>, before: [CommissionPlan], after: [CommissionPlan]) throws {
        for plan in before where names.contains(plan.name) && !after.contains(where: plan.isSameVersion) {
            try remove(plan)
        }
        for plan in after where names.contains(plan.name) {
            try write(plan, over: before.first(where: plan.isSameVersion))
        }
        for name in names {
            func members(_ plans: [CommissionPlan]) -> [CommissionPlan.Member] {
                plans.first { $0.name == name }?.members ?? []
            }
            try writeMembers(members(before), members(after), name)
        }
    }

    private func remove(_ plan: CommissionPlan) throws {
        if let id = try commissionPlans.find(plan.name, from: plan.from) { try commissionRules.clear(id) }
        try commissionPlans.remove(plan.name, from: plan.from)
    }

    private func write(_ plan: CommissionPlan, over known: CommissionPlan?) throws {
        let row = CommissionPlanRow(
            name: plan.name, every: plan.every, cap: plan.cap, proRata: plan.proRata, from: plan.from, to: plan.to)
        let id = try commissionPlans.put(row).id
        guard plan.rules != known?.rules else { return }
        try commissionRules.clear(id)
        for rule in plan.rules { _ = try commissionRules.put(rule, in: id) }
    }

    private func writeMembers(
        _ before: [CommissionPlan.Member], _ after: [CommissionPlan.Member], _ plan: String
    ) throws {
        for member in before where !after.contains(where: { $0.who == member.who && $0.from == member.from }) {
            try commissionMembers.remove(member, from: plan)
        }
        for member in after { _ = try commissionMembers.put(member, in: plan) }
    }
}

extension CommissionPlan {
    fileprivate func isSameVersion(_ other: CommissionPlan) -> Bool { (name, from) == (other.name, other.from) }
}
