package import SalesDomain

/// Does the kept present state of every deal equal the fold of its log, is every log numbered 1… without a gap, and does each
/// change of a field begin where the one before ended?
package struct FoldCheck: Sendable, Equatable {
    package private(set) var deals = 0
    package private(set) var entries = 0
    /// Deals for which the answer is no; at most `limit` are named.
    package private(set) var contradictions: [Deal.ID] = []
    /// Deals in whose log a change begins elsewhere than the one before ended, so that an import of an export refuses them; at
    /// most `limit` are named.
    package private(set) var broken: [Deal.ID] = []
    package static let limit = 100

    package init(_ ledger: any Transaction) throws {
        let outcomes = Dictionary(uniqueKeysWithValues: try ledger.stages.all().map { ($0.id, $0.row.outcome) })
        var last = Deal.ID(0)
        while let end = try take(after: last, of: ledger, outcome: { outcomes[$0] ?? .open }) { last = end }
    }

    private struct Story {
        var beginning: DealState
        var log: [DealChange] = []
        var isNumbered = true
        var now: DealState?
        var entries = 0
        /// How many first entries a later telling supersedes.
        var superseded = 0
    }

    private mutating func take(
        after last: Deal.ID, of ledger: any Transaction, outcome: (Stage.ID) -> Stage.Outcome
    ) throws -> Deal.ID? {
        var stories: [Deal.ID: Story] = [:]
        var end: Deal.ID?
        try ledger.deals.eachBeginning(after: last, limit: 4096) { id, _, _, state in
            stories[id] = Story(beginning: state)
            end = id
        }
        guard let end else { return nil }
        for (id, retold) in try ledger.deals.retold(after: last, through: end) {
            stories[id]?.superseded = retold.entries
        }
        try ledger.deals.eachChange(after: last, through: end) { row in
            stories[row.deal]?.log.append(row.change)
            if stories[row.deal].map({ $0.superseded + $0.log.count }) != row.ordinal {
                stories[row.deal]?.isNumbered = false
            }
        }
        try ledger.deals.eachNow(after: last, through: end) { id, entries, state in
            stories[id]?.now = state
            stories[id]?.entries = entries
        }
        for (id, story) in stories.sorted(by: { $0.key < $1.key }) { judge(id, story, outcome) }
        return end
    }

    private mutating func judge(_ id: Deal.ID, _ story: Story, _ outcome: (Stage.ID) -> Stage.Outcome) {
        deals += 1
        entries += story.log.count
        let folded = DealState.fold(story.beginning, story.log, outcome: outcome)
        let holds = story.isNumbered && story.entries == story.superseded + story.log.count && story.now == folded
        if !holds, contradictions.count < FoldCheck.limit { contradictions.append(id) }
        // A stage changes the other two by itself.
        let isBroken = !story.log.brokenFields.subtracting([.status, .closedAt]).isEmpty
        if isBroken, broken.count < FoldCheck.limit { broken.append(id) }
    }
}
