package import Ledger
package import LiveFacts
package import SalesDomain

/// What the whole program works with, built once and handed down: the books, their picture in memory, the clock.
package struct Office: Sendable {
    package let store: any Store
    package let live: LiveFacts
    package let clock: Clock

    package init(store: any Store, clock: Clock) {
        self.store = store
        self.clock = clock
        live = LiveFacts(store, clock: clock)
    }
}
