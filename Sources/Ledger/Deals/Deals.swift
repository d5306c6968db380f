package import SalesDomain

/// Deals: how they began, their log, and what they are now.
package struct Deals {
    let transaction: any Transaction

    /// Adds a deal with its history so far, as somebody told it. `outcome` tells which stages close a deal.
    @discardableResult
    package func add(_ row: DealRow, _ log: [DealChange] = [], outcome: (Stage.ID) -> Stage.Outcome) throws -> Deal.ID {
        try add(row, log.map { DealEntry($0, isMade: false) }, outcome: outcome)
    }

    @discardableResult
    package func add(_ row: DealRow, _ log: [DealEntry], outcome: (Stage.ID) -> Stage.Outcome) throws -> Deal.ID {
        let id = Key<Deal>(
            try transaction.insert(
                DealSQL.add,
                [
                    Value(row.source), .text(row.externalID), Value(row.batch), Value(row.recordedAt),
                    Value(row.title), Value(row.title.map(TextKey.folded)),
                ] + row.beginning.values))
        transaction.forget(DealSQL.find, [Value(row.source), .text(row.externalID)])
        try write(log, of: id, after: 0, in: row.batch)
        let now = DealState.fold(row.beginning, log.map(\.change), outcome: outcome)
        try transaction.send(DealNowSQL.add, [Value(id), Value(log.count)] + now.valuesNow)
        return id
    }

    /// Appends to a deal's log what came after the `entries` that the caller has read, and folds it anew. Throws
    /// `LedgerError.stale` when somebody else has appended since.
    package func append(
        _ changes: [DealChange], to deal: Deal.ID, after entries: Int, in batch: Batch.ID,
        outcome: (Stage.ID) -> Stage.Outcome
    ) throws {
        let told = changes.map { DealEntry($0, isMade: false) }
        try append(told, to: deal, after: entries, in: batch, outcome: outcome)
    }

    package func append(
        _ added: [DealEntry], to deal: Deal.ID, after entries: Int, in batch: Batch.ID,
        outcome: (Stage.ID) -> Stage.Outcome
    ) throws {
        guard !added.isEmpty else { return }
        guard let row = try self.row(deal), try count(of: deal) == entries else { throw LedgerError.stale }
        try write(added, of: deal, after: entries, in: batch)
        try fold(
            deal, from: row.beginning, try log(of: deal).map(\.change), after: entries, adding: added.count,
            outcome: outcome)
    }

    /// Keeps what the deal is now.
    func fold(
        _ deal: Deal.ID, from beginning: DealState, _ log: [DealChange], after entries: Int, adding count: Int,
        outcome: (Stage.ID) -> Stage.Outcome
    ) throws {
        let now = DealState.fold(beginning, log, outcome: outcome)
        let written = try transaction.run(
            DealNowSQL.change, [Value(deal), Value(entries + count)] + now.valuesNow + [Value(entries)])
        if written != 1 { throw LedgerError.stale }
    }

    package func find(_ externalID: String, of source: Source.ID) throws -> Deal.ID? {
        try transaction.first(DealSQL.find, [Value(source), .text(externalID)]) { $0.key(0) }
    }

    /// Says that these will be looked for.
    package func foresee(_ externalIDs: [String], of source: Source.ID) throws {
        try transaction.foresee(DealSQL.find) { externalIDs.map { [Value(source), .text($0)] } }
    }

    /// All that a name outside may mean: of a bare id, the deals of all sources that have it.
    package func meant(by name: String) throws -> [Deal.ID] {
        try SourceNames(transaction).meant(by: name) { try find($0, of: $1) }
    }

    package func row(_ deal: Deal.ID) throws -> DealRow? {
        try transaction.first(DealSQL.row, [Value(deal)]) { DealRow($0) }
    }

    /// In the order of recording; of a retold deal the last telling.
    package func log(of deal: Deal.ID) throws -> [DealLogRow] {
        try transaction.all(DealLogSQL.ofDeal, [Value(deal)]) { DealLogRow($0) }
    }

    /// The present state, and how many entries the log has with superseded ones.
    package func now(_ deal: Deal.ID) throws -> (state: DealState, entries: Int)? {
        try transaction.first(DealNowSQL.of, [Value(deal)]) { (DealState(now: $0, from: 1), Int($0.int(0))) }
    }

    /// Those with this number, or with this title in any case of letters, in the order of ids; not those that were removed.
    package func called(_ name: String) throws -> [Deal.ID] {
        try transaction.all(DealSQL.called, [.text(name), .text(TextKey.folded(name))]) { $0.key(0) }
    }

    package func name(_ deal: Deal.ID) throws -> DealName? { try name(deal, among: SourceNames(transaction)) }

    package func name(_ deal: Deal.ID, among sources: SourceNames) throws -> DealName? {
        guard
            let found = try transaction.first(
                DealSQL.name, [Value(deal)],
                { (id: $0.text(0), title: $0.maybeText(1), source: $0.key(2) as Source.ID) })
        else { return nil }
        return DealName(
            externalID: try sources.name(found.id, of: found.source, deal) { try find($0, of: $1) }, title: found.title)
    }

    /// Of many deals; asked for together where the engine is far away.
    package func names(of deals: Set<Deal.ID>, among sources: SourceNames) throws -> [Deal.ID: DealName] {
        let ids = deals.sorted()
        var names: [Deal.ID: DealName] = [:]
        for start in stride(from: 0, to: ids.count, by: Deals.askedTogether) {
            let some = ids[start..<min(start + Deals.askedTogether, ids.count)]
            if transaction.foresees { try foreseeNames(of: some, among: sources) }
            for deal in some { names[deal] = try name(deal, among: sources) }
        }
        return names
    }

    private func foreseeNames(of deals: ArraySlice<Deal.ID>, among sources: SourceNames) throws {
        try transaction.foresee(DealSQL.name) { deals.map { [Value($0)] } }
        let ids = try deals.compactMap { deal in
            try transaction.first(DealSQL.name, [Value(deal)]) { $0.text(0) }
        }
        try transaction.foresee(DealSQL.find) {
            ids.flatMap { sources.asked(toName: $0) }.map { [Value($0.source), .text($0.id)] }
        }
    }

    private static let askedTogether = 1_000

    package func count() throws -> Int { Int(try transaction.number(DealSQL.count)) }

    private func count(of deal: Deal.ID) throws -> Int? { try now(deal)?.entries }

    func write(_ added: [DealEntry], of deal: Deal.ID, after entries: Int, in batch: Batch.ID) throws {
        for (index, entry) in added.enumerated() {
            try transaction.send(
                DealLogSQL.add,
                [Value(deal), Value(entries + index + 1)] + entry.change.values + [Value(batch), Value(entry.isMade)])
        }
    }
}

extension Transaction {
    package var deals: Deals { Deals(transaction: self) }
}
