package import Ledger
package import LiveFacts
package import SalesDomain

/// Writes down what is forecast today, once a day: afterwards nobody can say that it was something else.
package struct TakeSnapshot: Sendable {
    package enum Outcome: Sendable, Equatable {
        /// So many figures were written down.
        case taken(Day, Int)
        /// The day has its record already.
        case already(Day)
        /// There are no deals to forecast.
        case nothing
    }

    private let store: any Store
    private let live: LiveFacts
    private let clock: Clock

    package init(store: any Store, live: LiveFacts, clock: Clock) {
        self.store = store
        self.live = live
        self.clock = clock
    }

    /// Throws a `LedgerError` when the database fails.
    package func callAsFunction() throws -> Outcome {
        let company = try store.read { try $0.settings.company() }
        let today = company.calendar.zone.day(of: clock.now())
        if try store.read({ try $0.forecastRecord.holds(today) }) { return .already(today) }
        let (day, rows) = try live.snapshots()
        guard !rows.isEmpty else { return .nothing }
        return try store.write { ledger in
            if try ledger.forecastRecord.holds(day) { return .already(day) }
            for row in rows {
                _ = try ledger.forecastRecord.put(row, period: row.period.name(in: company.calendar))
            }
            try ledger.takePosition()
            return .taken(day, rows.count)
        }
    }
}
