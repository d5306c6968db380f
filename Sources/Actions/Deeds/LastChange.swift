package import Ledger
package import SalesDomain

/// Who changed something last, and when: for whoever finds it changed.
package struct LastChange: Sendable, Equatable {
    package enum Way: Sendable, Equatable {
        case account(User)
        /// Whoever had the database in hand.
        case console
        case files
    }

    package let at: Instant
    package let by: Way

    /// Nil when nothing of it is noted.
    package static func ofQuota(
        _ scope: Scope, _ period: Period, _ measure: Quota.Measure, as doer: Doer, at now: Instant, in store: any Store
    ) throws -> LastChange? {
        try store.read { ledger in
            let slot = try QuotaSlot(scope, period, measure, try DeedPlace(ledger, doer, at: now))
            let imports = try slot.rows.compactMap { try ledger.quotas.written($0) }
                .filter { $0.deed != SetQuota.deed && $0.deed != WithdrawQuota.deed }.map(\.at)
            return later(try ledger.lastDeed(on: slot.subject), imports.max())
        }
    }

    /// Of all versions of the plans of these names.
    package static func ofCommissionPlans(_ names: Set<String>, in store: any Store) throws -> LastChange? {
        try store.read { ledger in
            let deeds = try names.compactMap { name in
                try ledger.deeds(onSubjectsFrom: CommissionSubject.text(name, from: nil))
                    .first { CommissionSubject.isOf(name, $0.subject) }
            }
            let imports = try ["commission_plans", "commission_rules", "commission_members"].compactMap {
                try ledger.lastBatch("import " + $0)
            }
            return later(deeds.max { $0.at < $1.at }, imports.max())
        }
    }

    private static func later(_ deed: LastDeed?, _ files: Instant?) -> LastChange? {
        if let files, files > deed?.at ?? .distantPast { return LastChange(at: files, by: .files) }
        return deed.map { LastChange(at: $0.at, by: $0.by.map { .account($0) } ?? .console) }
    }
}

/// How deeds about a version of a commission plan are noted: `commission_plan:Sellers 2026-12-01`.
enum CommissionSubject {
    /// Without a day what all of them begin with.
    static func text(_ name: String, from day: Day?) -> String {
        "commission_plan:\(name) " + (day.map { "\($0)" } ?? "")
    }

    /// A name may be the beginning of another one.
    static func isOf(_ name: String, _ subject: String) -> Bool {
        let rest = subject.dropFirst(text(name, from: nil).count)
        return rest.isEmpty || Day(iso: rest) != nil
    }
}
