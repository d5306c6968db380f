package import SalesDomain

/// Money that came, is expected or went back, or goods that were sent, as the books have it.
package struct PaymentFact: Sendable, Equatable {
    package let id: Int64
    package let deal: Deal.ID
    package let day: Day
    /// When the books knew it.
    package let recorded: Instant
    package let kind: PaymentKind
    /// Minor units of `currency`.
    package let amount: Int64
    package let currency: Currency

    package init(
        id: Int64, deal: Deal.ID, day: Day, recorded: Instant, kind: PaymentKind, amount: Int64, currency: Currency
    ) {
        self.id = id
        self.deal = deal
        self.day = day
        self.recorded = recorded
        self.kind = kind
        self.amount = amount
        self.currency = currency
    }
}

/// All payments of deals, in order of deal, day and id. Payments of no deal are nobody's and in no figure.
package struct PaymentColumns: Sendable {
    package private(set) var facts: [PaymentFact]
    /// The latest instant at which any of it became known.
    private(set) var lastKnown = Int64.min

    package init(_ facts: [PaymentFact] = []) {
        self.facts = facts.sorted(by: PaymentColumns.order)
        lastKnown = facts.map(\.recorded.microseconds).max() ?? .min
    }

    private static func order(_ left: PaymentFact, _ right: PaymentFact) -> Bool {
        (left.deal, left.day, left.id) < (right.deal, right.day, right.id)
    }

    /// Whether anything of these kinds was known before an instant.
    package func has(_ kinds: Set<PaymentKind>, asOf: Instant) -> Bool {
        facts.contains { kinds.contains($0.kind) && $0.recorded < asOf }
    }

    /// Takes in what is new or differs, and leaves out `gone` ones; answers the earliest instant from which on something is
    /// known otherwise. Nil when nothing changed.
    @discardableResult
    package mutating func absorb(_ changed: [PaymentFact], gone: Set<Int64> = []) -> Instant? {
        guard !changed.isEmpty || !gone.isEmpty else { return nil }
        let leaving = gone.union(changed.map(\.id))
        let old = facts.filter { leaving.contains($0.id) }
        facts = (facts.filter { !leaving.contains($0.id) } + changed).sorted(by: PaymentColumns.order)
        lastKnown = facts.map(\.recorded.microseconds).max() ?? .min
        return (old + changed).map(\.recorded).min()
    }
}
