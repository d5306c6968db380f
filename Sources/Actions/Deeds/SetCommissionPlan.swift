package import Ledger
internal import LiveFacts
package import SalesDomain

/// Sets a commission plan from a day on: a new one, or the next version of one that there is. What was agreed, approved or
/// paid stays as it was, and so does every day before.
package struct SetCommissionPlan: Sendable {
    private let store: any Store
    package init(store: any Store) { self.store = store }

    /// Throws a `CommissionRefusal` with everything that is wrong, a `DeedProblem` or a `LedgerError`; then nothing is written.
    /// - Parameter over: what stood there when the form was filled, and of which plans besides the version's own name; nil:
    ///   not asked. `stale` is thrown when something else stands there now.
    package func callAsFunction(
        _ version: CommissionVersion, over: (mark: StateMark, names: Set<String>)? = nil, by doer: Doer,
        at now: Instant
    ) throws {
        try store.write { ledger in
            let place = try DeedPlace(ledger, doer, at: now)
            let names = (over?.names ?? []).union([version.name])
            let plans = try place.commissionPlans(of: names, seenAs: over?.mark, by: doer)
            let change = CommissionChange(version, over: plans, in: place.organisation, place.company.calendar)
            let problems = change.problems(settled: try CommissionStatement.settled(in: ledger, place.company.calendar))
            guard problems.isEmpty else { throw CommissionRefusal(problems) }
            try ledger.writeCommissions([version.name], before: change.before, after: change.after)
            try ledger.takePosition()
            try ledger.note(
                "set_commission_plan", on: CommissionSubject.text(version.name, from: version.from),
                by: doer.user?.id, at: now)
        }
    }
}

extension DeedPlace {
    /// All commission plans, for whoever may set them. Throws a `DeedProblem`: `stale` when those of these names are others
    /// than were seen; nil: not asked.
    func commissionPlans(of names: Set<String>, seenAs mark: StateMark?, by doer: Doer) throws -> [CommissionPlan] {
        try requireSeen(.company)
        guard maySetQuota(of: .company, by: doer.employee) else { throw DeedProblem.notAllowed }
        let plans = try CommissionPlan.all(in: ledger)
        if let mark, plans.mark(of: names) != mark { throw DeedProblem.stale }
        return plans
    }
}
