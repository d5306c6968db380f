internal import Ledger
internal import SalesDomain
internal import SalesFacts

/// Hands deals and their log from the books to a builder.
struct DealReading {
    private(set) var builder: FactsBuilder
    private let withdrawn: Set<Batch.ID>
    private var shares: [Deal.ID: [DealFact.Split]] = [:]
    /// What was said of costs, of one deal in order.
    private(set) var costs: [CostFact] = []
    private var lines: [Deal.ID: LineCost] = [:]
    /// A builder's own measure: so many deals, then their log.
    private static let stretch = 4096

    init(builder: consuming FactsBuilder, without withdrawn: Set<Batch.ID>) {
        self.builder = builder
        self.withdrawn = withdrawn
    }

    mutating func readAll(_ ledger: any Transaction) throws {
        try ledger.splits.each { deal, edition, row in
            shares[deal, default: []].append(
                DealFact.Split(employee: row.employee, share: row.share, edition: edition))
        }
        try ledger.dealLines.each { lines[$0, default: LineCost()].add($1) }
        var last = Deal.ID(0)
        while let end = try readStretch(after: last, limit: DealReading.stretch, of: ledger) { last = end }
    }

    /// `deals` ascending.
    mutating func read(_ deals: [Deal.ID], of ledger: any Transaction) throws {
        for deal in deals {
            let editions = try ledger.splits.all(of: deal)
            if !editions.isEmpty {
                shares[deal] = editions.map {
                    DealFact.Split(employee: $0.row.employee, share: $0.row.share, edition: $0.edition)
                }
            }
            for line in try ledger.dealLines.of(deal) { lines[deal, default: LineCost()].add(line) }
            _ = try readStretch(after: Deal.ID(deal.number - 1), limit: 1, of: ledger)
        }
    }

    /// Answers the last id read; nil when there was none.
    private mutating func readStretch(after last: Deal.ID, limit: Int, of ledger: any Transaction) throws -> Deal.ID? {
        var end: Deal.ID?
        try ledger.deals.eachBeginning(after: last, limit: limit) { id, recorded, batch, state in
            end = id
            if !withdrawn.contains(batch) { add(id, recorded, state) }
        }
        guard let end else { return nil }
        try ledger.deals.eachChange(after: last, through: end) { row in
            if !withdrawn.contains(row.batch) { add(row) }
        }
        return end
    }

    private mutating func add(_ id: Deal.ID, _ recorded: Instant, _ state: DealState) {
        if let cost = state.cost ?? lines[id]?.sum {
            costs.append(CostFact(deal: id, recorded: recorded, cost: cost))
        }
        builder.add(
            deal: DealFact(
                id: id, created: state.createdAt, recorded: recorded, pipeline: state.pipeline,
                currency: state.currency, stage: state.stage, amount: state.amount, owner: state.owner,
                expectedClose: state.expectedClose, product: state.product, account: state.account,
                source: state.source?.number, status: state.status, closed: state.closedAt, split: state.split,
                splits: shares.isEmpty ? [] : shares[id] ?? []))
    }

    private mutating func add(_ row: DealLogRow) {
        let change = row.change
        if change.field == .cost {
            costs.append(CostFact(deal: row.deal, recorded: change.recordedAt, cost: change.new))
        }
        builder.add(
            change: ChangeFact(
                deal: row.deal, field: change.field, changed: change.changedAt, recorded: change.recordedAt,
                new: change.new))
    }
}
