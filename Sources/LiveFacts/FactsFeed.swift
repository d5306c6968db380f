package import SalesDomain
package import SalesFacts

/// Where facts come from: the ledger, or a test's hand.
package struct FactsFeed: Sendable {
    /// The journal's position: a one-row read.
    package let position: @Sendable () throws -> Int64
    /// Everything, at one position.
    package let load: @Sendable () throws -> Facts
    /// The same facts at a later position.
    package let follow: @Sendable (Facts) throws -> Followed

    package struct Followed: Sendable {
        package let facts: Facts
        /// The earliest recording time among what changed of deals and money: forecasts as of then or before stay true. Nil
        /// when they may be others as of any instant (people, rates, stages, a withdrawn import).
        package let earliest: Instant?
        /// Which deals changed, when nothing else did of which forecasts are made; nil when more than deals may have.
        package let changed: Set<Deal.ID>?
        package init(facts: Facts, earliest: Instant?, changed: Set<Deal.ID>? = nil) {
            self.facts = facts
            self.earliest = earliest
            self.changed = changed
        }
    }

    package init(
        position: @escaping @Sendable () throws -> Int64, load: @escaping @Sendable () throws -> Facts,
        follow: @escaping @Sendable (Facts) throws -> Followed
    ) {
        self.position = position
        self.load = load
        self.follow = follow
    }
}
