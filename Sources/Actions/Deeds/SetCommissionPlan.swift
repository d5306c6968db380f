package import Ledger
internal import LiveFacts
package import SalesDomain

/// Sets a commission plan from a day on: a new one, or the next version of one that there is. What was agreed, approved or
/// paid stays as it was, and so does every day before.
package struct SetCommissionPlan: Sendable {
    private let store: any Store
    package init(store: any Store) { self.store = store }

    /// Throws a `CommissionRefusal` with everything that is wrong, a `DeedProblem` or a `LedgerError`; then nothing is written.
    package func callAsFunction(_ version: CommissionVersion, by doer: Doer, at now: Instant) throws {
        try store.write { ledger in
            let place = try DeedPlace(ledger, doer, at: now)
            try place.requireSeen(.company)
            guard place.maySetQuota(of: .company, by: doer.employee) else { throw DeedProblem.notAllowed }
            let change = CommissionChange(
                version, over: try CommissionPlan.all(in: ledger), in: place.organisation, place.company.calendar)
            let problems = change.problems(settled: try CommissionStatement.settled(in: ledger, place.company.calendar))
            guard problems.isEmpty else { throw CommissionRefusal(problems) }
            try SetCommissionPlan.write(change, ledger)
            try ledger.takePosition()
            try ledger.note(
                "set_commission_plan", on: "commission_plan:\(version.name) \(version.from)", by: doer.user?.id, at: now
            )
        }
    }

    private static func write(_ change: CommissionChange, _ ledger: any Transaction) throws {
        let version = change.version
        func own(_ plans: [CommissionPlan]) -> [CommissionPlan] { plans.filter { $0.name == version.name } }
        for plan in own(change.after) {
            let id = try ledger.commissionPlans.put(
                CommissionPlanRow(
                    name: plan.name, every: plan.every, cap: plan.cap, proRata: plan.proRata, from: plan.from,
                    to: plan.to)
            ).id
            guard plan.from == version.from else { continue }
            try ledger.commissionRules.clear(id)
            for rule in plan.rules { _ = try ledger.commissionRules.put(rule, in: id) }
        }
        try writeMembers(
            own(change.before).first?.members ?? [], own(change.after).first?.members ?? [], version.name, ledger)
    }

    private static func writeMembers(
        _ before: [CommissionPlan.Member], _ after: [CommissionPlan.Member], _ plan: String, _ ledger: any Transaction
    ) throws {
        for member in before where !after.contains(where: { $0.who == member.who && $0.from == member.from }) {
            try ledger.commissionMembers.remove(member, from: plan)
        }
        for member in after { _ = try ledger.commissionMembers.put(member, in: plan) }
    }
}
