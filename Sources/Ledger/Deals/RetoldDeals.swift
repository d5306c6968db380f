package import SalesDomain

/// What an import made of a deal's row alone gives way to a log that tells it. Nothing is edited: the deal is retold, and what
/// stood there before stays behind it, in no answer.
extension Deals {
    /// How a deal began by the last telling of it.
    package struct Retold: Sendable, Equatable {
        /// Of so many first entries of the log nothing holds any more.
        package let entries: Int
        package let recordedAt: Instant
        package let beginning: DealState
    }

    /// Tells a deal anew: its beginning, and the whole of its log. `entries` are those that the caller has read, superseded ones
    /// too. Throws `LedgerError.stale` when somebody else has appended since.
    package func retell(
        _ deal: Deal.ID, from beginning: DealState, recordedAt: Instant, _ log: [DealEntry], after entries: Int,
        in batch: Batch.ID, outcome: (Stage.ID) -> Stage.Outcome
    ) throws {
        guard try now(deal)?.entries == entries else { throw LedgerError.stale }
        try transaction.send(
            RetoldSQL.add, [Value(deal), Value(batch), Value(entries), Value(recordedAt)] + beginning.values)
        try write(log, of: deal, after: entries, in: batch)
        try fold(deal, from: beginning, log.map(\.change), after: entries, adding: log.count, outcome: outcome)
    }

    /// The last tellings of the deals with ids after `last` up to `end`.
    package func retold(after last: Deal.ID, through end: Deal.ID) throws -> [Deal.ID: Retold] {
        try retold(RetoldSQL.between, [Value(last), Value(end)])
    }

    /// Those of the `limit` deals after `last`.
    func retold(after last: Deal.ID, limit: Int) throws -> [Deal.ID: Retold] {
        try retold(RetoldSQL.next, [Value(last), Value(limit)])
    }

    private func retold(_ question: SQL, _ values: [Value]) throws -> [Deal.ID: Retold] {
        var retold: [Deal.ID: Retold] = [:]
        try transaction.each(question, values) { row in
            retold[row.key(0)] = Retold(
                entries: Int(row.int(1)), recordedAt: row.instant(2), beginning: DealState(row, from: 3))
        }
        return retold
    }

    /// When the files that told of a deal were made, the latest; nil where no import said so.
    package func toldAt(_ deal: Deal.ID) throws -> Instant? {
        try transaction.first(RetoldSQL.toldAt, [Value(deal)]) { $0.maybeInstant(0) } ?? nil
    }
}

/// One entry of the log that is to be written.
package struct DealEntry: Sendable, Equatable {
    package let change: DealChange
    /// Nobody told it: an import made it of the deal's row.
    package let isMade: Bool
    package init(_ change: DealChange, isMade: Bool) {
        self.change = change
        self.isMade = isMade
    }
}

private enum RetoldSQL {
    static let add: SQL = """
        INSERT INTO deals_retold (
            deal, batch, entries, recorded_at,
            pipeline, created_at, stage, status, closed_at, owner, amount, currency, expected_close, product, account,
            origin, cost, vat_rate, lost_reason, lead, category, next_step, split)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
            $23)
        """
    static let between: SQL = """
        SELECT deal, entries, recorded_at,
            pipeline, created_at, stage, status, closed_at, owner, amount, currency, expected_close, product, account,
            origin, cost, vat_rate, lost_reason, lead, category, next_step, split
        FROM deals_retold WHERE deal > $1 AND deal <= $2 ORDER BY deal, batch
        """
    static let next: SQL = """
        SELECT deal, entries, recorded_at,
            pipeline, created_at, stage, status, closed_at, owner, amount, currency, expected_close, product, account,
            origin, cost, vat_rate, lost_reason, lead, category, next_step, split
        FROM deals_retold WHERE deal > $1 AND deal <= (
            SELECT COALESCE(MAX(id), 0) FROM (SELECT id FROM deals WHERE id > $1 ORDER BY id LIMIT $2) AS stretch)
        ORDER BY deal, batch
        """
    static let toldAt: SQL = """
        SELECT MAX(i.told_at) FROM imports i JOIN batches b ON b.import = i.id
        WHERE b.id IN (SELECT batch FROM deals WHERE id = $1 UNION SELECT batch FROM deal_log WHERE deal = $1)
        """
}
