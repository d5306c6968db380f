package import Ledger
package import SalesDomain

/// Sets a plan: a new version from today on, so that a past day keeps the plan that it had.
package struct SetQuota: Sendable {
    package struct Wishes: Sendable, Equatable {
        package let period: Period
        package let scope: Scope
        package let measure: Quota.Measure
        /// Minor units of the base currency, or pieces.
        package let value: Int64
        package init(period: Period, scope: Scope, measure: Quota.Measure = .won, value: Int64) {
            self.period = period
            self.scope = scope
            self.measure = measure
            self.value = value
        }
    }

    private let store: any Store
    package init(store: any Store) { self.store = store }

    /// Throws a `DeedProblem` or a `LedgerError`.
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
            let row = try SetQuota.row(wishes, place)
            let batch = try ledger.openBatch("set_quota", at: now)
            _ = try ledger.quotas.put(row, in: batch)
            try ledger.takePosition(for: batch)
            try ledger.note("set_quota", on: "quota:\(row.period)", by: doer.user?.id, at: now)
        }
    }

    /// The first version holds since ever, a later one from today.
    private static func row(_ wishes: Wishes, _ place: DeedPlace) throws -> QuotaRow {
        let period = wishes.period.name(in: place.company.calendar)
        let (department, employee) = wishes.scope.parts
        let isFirst = try !place.ledger.quotas.all().contains {
            $0.period == period && $0.department == department && $0.employee == employee && $0.pipeline == nil
                && $0.measure == wishes.measure
        }
        return QuotaRow(
            period: period, department: department, employee: employee, pipeline: nil, measure: wishes.measure,
            value: wishes.value, currency: wishes.measure.isMoney ? place.company.baseCurrency : nil,
            from: isFirst ? nil : place.today)
    }
}

extension DeedPlace {
    func maySetQuota(of scope: Scope, by employee: Employee.ID?) -> Bool {
        guard let role else { return true }
        return Quota.maySet(scope, role: role, employee: employee, in: organisation, on: today)
    }
}
