package import Ledger
package import SalesDomain

/// Gives, or ends, an audited grant: a total is shown to those who may not see its parts.
package struct ShareTotal: Sendable {
    private let store: any Store
    package init(store: any Store) { self.store = store }

    /// Throws a `DeedProblem` or a `LedgerError`.
    package func callAsFunction(_ kind: Grant.Kind, given: Bool, by doer: Doer, at now: Instant) throws {
        try store.write { ledger in
            let place = try DeedPlace(ledger, doer, at: now)
            try place.require([.director, .admin])
            let running = try ledger.grants.all().last { $0.kind == kind && $0.holds(on: place.today) }
            guard given != (running != nil) else { return }
            if let running, running.from == place.today {
                // Ended on the day on which it was given: it holds on no day. Who gave and who ended it stays in the audit.
                try ledger.grants.remove(kind, from: running.from)
            } else {
                let to = given ? nil : place.today + -1
                let by = given ? doer.employee : running?.by
                _ = try ledger.grants.put(Grant(kind: kind, from: running?.from ?? place.today, to: to, by: by))
            }
            try ledger.takePosition()
            try ledger.note(given ? "give_grant" : "end_grant", on: kind.rawValue, by: doer.user?.id, at: now)
        }
    }
}
