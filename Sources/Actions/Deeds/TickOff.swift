package import Ledger
package import SalesDomain

/// Says of a planned activity that it is done.
package struct TickOff: Sendable {
    private let store: any Store
    package init(store: any Store) { self.store = store }

    /// Throws a `DeedProblem` or a `LedgerError`.
    package func callAsFunction(_ activity: Activity.ID, by doer: Doer, at now: Instant) throws {
        try store.write { ledger in
            let place = try DeedPlace(ledger, doer, at: now)
            guard let known = try ledger.activities.row(activity), known.row.dueAt != nil,
                place.seen.allows(.employee(known.row.employee), in: place.organisation, on: place.today)
            else { throw DeedProblem.notFound }
            try place.require([.seller, .head, .director, .admin])
            guard known.row.doneAt == nil else { throw DeedProblem.stale }
            let batch = try ledger.openBatch("tick_off", at: now)
            // The books knew of it all along: as of an earlier day it is still to be done.
            _ = try ledger.activities.put(
                known.row.keeping(done: now), recorded: known.recorded, again: known.recorded, in: batch)
            try ledger.takePosition(for: batch)
            try ledger.note("tick_off", on: known.row.externalID, by: doer.user?.id, at: now)
        }
    }
}
