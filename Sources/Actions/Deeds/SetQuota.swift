package import Ledger
package import SalesDomain

/// Sets a plan: a new version from today on, known from now on, so that a past instant keeps the plan that it had.
package struct SetQuota: Sendable {
    package struct Wishes: Sendable, Equatable {
        package let period: Period
        package let scope: Scope
        package let measure: Quota.Measure
        /// Minor units of the base currency, or pieces.
        package let value: Int64
        /// What stood there when it was wished; nil: not asked.
        package let over: StateMark?
        /// Whoever wishes it knows that settled bonuses are counted by it.
        package let isMeant: Bool
        package init(
            period: Period, scope: Scope, measure: Quota.Measure = .won, value: Int64, over: StateMark? = nil,
            isMeant: Bool = false
        ) {
            self.over = over
            self.isMeant = isMeant
            self.period = period
            self.scope = scope
            self.measure = measure
            self.value = value
        }
    }

    private let store: any Store
    package init(store: any Store) { self.store = store }

    /// Throws `RestingStatements` where somebody's settled bonus is counted by it and it was not said to be meant, a
    /// `DeedProblem` (`stale` when something else stands there than when it was wished) or a `LedgerError`.
    package func callAsFunction(_ wishes: Wishes, by doer: Doer, at now: Instant) throws {
        try store.write { ledger in
            let place = try DeedPlace(ledger, doer, at: now)
            try place.requireSeen(wishes.scope)
            guard place.maySetQuota(of: wishes.scope, by: doer.employee) else { throw DeedProblem.notAllowed }
            guard (0...Money.largestUnits * place.company.baseCurrency.scale).contains(wishes.value) else {
                throw DeedProblem.wrong("value")
            }
            guard wishes.scope != .department(nil), wishes.scope != .employee(nil) else {
                throw DeedProblem.wrong("scope")
            }
            let slot = try QuotaSlot(wishes.scope, wishes.period, wishes.measure, place)
            try slot.requireUnchanged(wishes.over)
            let row = SetQuota.row(wishes, slot, place, at: now)
            if !wishes.isMeant, slot.standing(on: place.today)?.value != row.value {
                try place.requireNobodyRests(on: row)
            }
            let batch = try ledger.openBatch(SetQuota.deed, at: now)
            _ = try ledger.quotas.put(row, in: batch)
            try ledger.takePosition(for: batch)
            try ledger.note(SetQuota.deed, on: slot.subject, by: doer.user?.id, at: now)
        }
    }

    static let deed = "set_quota"

    /// The first version holds since ever, a later one from today; each is known from now on.
    private static func row(_ wishes: Wishes, _ slot: QuotaSlot, _ place: DeedPlace, at now: Instant) -> QuotaRow {
        slot.row(
            value: wishes.value, currency: wishes.measure.isMoney ? place.company.baseCurrency : nil,
            from: slot.rows.isEmpty ? nil : place.today, at: now)
    }
}

extension DeedPlace {
    func maySetQuota(of scope: Scope, by employee: Employee.ID?) -> Bool {
        guard let role else { return true }
        return Quota.maySet(scope, role: role, employee: employee, in: organisation, on: today)
    }
}
