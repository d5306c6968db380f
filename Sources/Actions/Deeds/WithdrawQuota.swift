package import Ledger
internal import LiveFacts
package import SalesDomain

/// Withdraws a plan from now on: what was known before keeps it.
package struct WithdrawQuota: Sendable {
    private let store: any Store
    package init(store: any Store) { self.store = store }

    /// Throws `RestingStatements` where somebody's settled bonus is counted by it, a `DeedProblem` (`stale` when something
    /// else stands there than when it was wished, or nothing) or a `LedgerError`.
    package func callAsFunction(
        of scope: Scope, in period: Period, measure: Quota.Measure = .won, over: StateMark?, by doer: Doer,
        at now: Instant
    ) throws {
        try store.write { ledger in
            let place = try DeedPlace(ledger, doer, at: now)
            try place.requireSeen(scope)
            guard place.maySetQuota(of: scope, by: doer.employee) else { throw DeedProblem.notAllowed }
            let slot = try QuotaSlot(scope, period, measure, place)
            try slot.requireUnchanged(over)
            guard let row = slot.standing(on: place.today) else { throw DeedProblem.stale }
            try place.requireNobodyRests(on: row)
            let batch = try ledger.openBatch(WithdrawQuota.deed, at: now)
            _ = try ledger.quotas.put(
                slot.row(value: nil, currency: nil, from: place.today, at: now), in: batch)
            try ledger.takePosition(for: batch)
            try ledger.note(WithdrawQuota.deed, on: slot.subject, by: doer.user?.id, at: now)
        }
    }

    static let deed = "withdraw_quota"
}

extension DeedPlace {
    /// Throws `RestingStatements` where somebody's settled bonus is counted by this plan.
    func requireNobodyRests(on row: QuotaRow) throws {
        let calendar = company.calendar
        guard let quota = row.quota(in: calendar) else { return }
        let plans = try CommissionPlan.all(in: ledger)
        let settled = try CommissionStatement.settled(in: ledger, calendar)
        let resting = settled.filter { quota.decides($0, by: plans, in: organisation) }
        if let resting = RestingStatements(resting) { throw resting }
    }
}
