package import SalesDomain

/// What a deal costs the company, said at some time.
package struct CostFact: Sendable, Equatable {
    package let deal: Deal.ID
    /// When the books knew it.
    package let recorded: Instant
    /// Minor units of the deal's currency; nil: not known any more.
    package let cost: Int64?

    package init(deal: Deal.ID, recorded: Instant, cost: Int64?) {
        self.deal = deal
        self.recorded = recorded
        self.cost = cost
    }
}

/// What was said of deals' costs, in order of deal and, of one deal, oldest first. Empty where nobody says costs.
package struct CostColumns: Sendable {
    package private(set) var facts: [CostFact] { didSet { lastKnown = CostColumns.last(facts) } }
    /// The latest instant at which anything was recorded, microseconds.
    private(set) var lastKnown: Int64

    /// Of one deal, in the order in which it was said.
    package init(_ facts: [CostFact] = []) {
        self.facts = CostColumns.ordered(facts)
        lastKnown = CostColumns.last(facts)
    }

    private static func last(_ facts: [CostFact]) -> Int64 {
        facts.reduce(Int64.min) { max($0, $1.recorded.microseconds) }
    }

    private static func ordered(_ facts: [CostFact]) -> [CostFact] {
        facts.enumerated().sorted { ($0.element.deal, $0.offset) < ($1.element.deal, $1.offset) }.map(\.element)
    }

    /// Everything that is said of these deals anew.
    package mutating func replace(_ deals: Set<Deal.ID>, with changed: [CostFact]) {
        guard !changed.isEmpty || facts.contains(where: { deals.contains($0.deal) }) else { return }
        facts = CostColumns.ordered(facts.filter { !deals.contains($0.deal) } + changed)
    }

    /// By deal, the last that was known before an instant.
    package func known(asOf: Instant) -> [Deal.ID: Int64] {
        facts.reduce(into: [:]) { if $1.recorded < asOf { $0[$1.deal] = $1.cost } }
    }
}
