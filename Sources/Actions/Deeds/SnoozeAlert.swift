package import Ledger
package import SalesDomain

/// Puts alerts off for one person, or shows them again.
package struct SnoozeAlert: Sendable {
    package static let mostDays = 366
    private let store: any Store
    package init(store: any Store) { self.store = store }

    /// - Parameter until: the last day on which it is not shown; the day before today shows it again.
    /// Throws a `DeedProblem` or a `LedgerError`.
    /// - Returns: the position of the books at which it was written.
    @discardableResult
    package func callAsFunction(_ marks: [AlertMark], until: Day, by doer: Doer, at now: Instant) throws -> Int64 {
        try store.write { ledger in
            let place = try DeedPlace(ledger, doer, at: now)
            for mark in marks {
                if let deal = mark.deal { try place.requireSeen(deal) } else { try place.requireSeen(mark.scope) }
            }
            guard let person = doer.employee else { throw DeedProblem.notAllowed }
            guard (place.today + -1...place.today + SnoozeAlert.mostDays).contains(until) else {
                throw DeedProblem.wrong("until")
            }
            for mark in marks {
                _ = try ledger.alertSnoozes.put(AlertSnooze(mark: mark, by: person, until: until, at: now))
            }
            let kinds = marks.map(\.kind.rawValue).joined(separator: " ")
            try ledger.note("snooze_alert", on: kinds, by: doer.user?.id, at: now)
            return try ledger.takePosition()
        }
    }
}
