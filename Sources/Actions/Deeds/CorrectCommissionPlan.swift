package import Ledger
internal import LiveFacts
package import SalesDomain

/// Withdraws the last version of a commission plan, or gives it another name, while no settled statement rests on it.
package struct CorrectCommissionPlan: Sendable {
    private let store: any Store
    package init(store: any Store) { self.store = store }

    /// Throws `RestingStatements` with those that rest on it, a `CommissionProblem`, a `DeedProblem` (`stale` when
    /// something else stands there than when it was wished) or a `LedgerError`; then nothing is written.
    package func callAsFunction(
        _ name: String, from: Day?, _ wish: CommissionCorrection.Wish, over: StateMark?, by doer: Doer, at now: Instant
    ) throws {
        try store.write { ledger in
            let place = try DeedPlace(ledger, doer, at: now)
            let plans = try place.commissionPlans(of: [name], seenAs: over, by: doer)
            let correction = try CommissionCorrection(name, from: from, wish, among: plans)
            let settled = try CommissionStatement.settled(in: ledger, place.company.calendar)
            if let resting = correction.resting(settled, in: place.organisation) { throw resting }
            try CorrectCommissionPlan.write(correction, place)
            try ledger.takePosition()
            try CorrectCommissionPlan.note(correction, ledger, by: doer.user?.id, at: now)
        }
    }

    private static func write(_ correction: CommissionCorrection, _ place: DeedPlace) throws {
        let name = correction.version.name
        try place.ledger.writeCommissions(correction.names, before: correction.before, after: correction.after)
        // What was only calculated by it goes along, or away.
        for row in try place.ledger.commissionStatements.all() where row.plan == name && row.state == .calculated {
            let period = Period(name: row.period, in: place.company.calendar)
            guard correction.version.from.map({ from in period.map { $0.end > from } ?? false }) ?? true else {
                continue
            }
            if let other = correction.newName {
                try place.ledger.commissionStatements.rename(row.id, plan: other)
            } else {
                try place.ledger.commissionStatements.remove(row.id)
            }
        }
    }

    private static func note(
        _ correction: CommissionCorrection, _ ledger: any Transaction, by user: User.ID?, at now: Instant
    ) throws {
        let deed = correction.newName == nil ? "withdraw_commission_plan" : "rename_commission_plan"
        let (name, from) = (correction.version.name, correction.version.from)
        try ledger.note(deed, on: CommissionSubject.text(name, from: from), by: user, at: now)
        if let other = correction.newName {
            try ledger.note(deed, on: CommissionSubject.text(other, from: from), by: user, at: now)
        }
    }
}

extension CommissionCorrection {
    fileprivate var newName: String? {
        if case .rename(let name) = wish { return name }
        return nil
    }
}
