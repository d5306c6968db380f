package import Ledger
package import SalesDomain

/// Pins a reference funnel under a name, or takes it down. Nothing is overwritten: a past day keeps what it had.
package struct PinReference: Sendable {
    package struct Wishes: Sendable, Equatable {
        package let name: String
        package let scope: Scope
        package let isBest: Bool
        package let from: Day
        /// Included.
        package let to: Day
        package init(name: String, scope: Scope, isBest: Bool, from: Day, to: Day) {
            self.name = name
            self.scope = scope
            self.isBest = isBest
            self.from = from
            self.to = to
        }
    }

    private let store: any Store
    package init(store: any Store) { self.store = store }

    /// Throws a `DeedProblem` or a `LedgerError`.
    package func callAsFunction(_ wishes: Wishes, by doer: Doer, at now: Instant) throws {
        try store.write { ledger in
            let place = try PinReference.place(ledger, doer, wishes.scope, at: now)
            let name = wishes.name
            guard !name.isEmpty, name.count <= PinnedReference.longestName, !PinnedReference.taken.contains(name),
                !name.contains(where: \.isNewline)
            else { throw DeedProblem.wrong("name") }
            guard wishes.from <= wishes.to, wishes.from <= place.today else { throw DeedProblem.wrong("from") }
            guard wishes.scope != .department(nil), wishes.scope != .employee(nil) else {
                throw DeedProblem.wrong("scope")
            }
            for known in try ledger.referenceFunnels.all().holding(at: now) where known.name == name {
                try place.requireSeen(known.scope)
                try PinReference.end(known, ledger, at: now)
            }
            _ = try ledger.referenceFunnels.put(
                PinnedReference(
                    name: name, scope: wishes.scope, isBest: wishes.isBest, from: wishes.from, to: wishes.to,
                    pinned: now, by: doer.employee, ended: nil))
            try ledger.takePosition()
            try ledger.note("pin_reference", on: name, by: doer.user?.id, at: now)
        }
    }

    package func takeDown(_ name: String, by doer: Doer, at now: Instant) throws {
        try store.write { ledger in
            guard let known = try ledger.referenceFunnels.all().holding(at: now).first(where: { $0.name == name })
            else { throw DeedProblem.notFound }
            _ = try PinReference.place(ledger, doer, known.scope, at: now)
            try PinReference.end(known, ledger, at: now)
            try ledger.takePosition()
            try ledger.note("end_reference", on: name, by: doer.user?.id, at: now)
        }
    }

    private static func place(_ ledger: any Transaction, _ doer: Doer, _ scope: Scope, at now: Instant) throws
        -> DeedPlace
    {
        let place = try DeedPlace(ledger, doer, at: now)
        try place.requireSeen(scope)
        if let role = place.role, !PinnedReference.mayPin(role) { throw DeedProblem.notAllowed }
        return place
    }

    private static func end(_ known: PinnedReference, _ ledger: any Transaction, at now: Instant) throws {
        _ = try ledger.referenceFunnels.put(
            PinnedReference(
                name: known.name, scope: known.scope, isBest: known.isBest, from: known.from, to: known.to,
                pinned: known.pinned, by: known.by, ended: now))
    }
}
