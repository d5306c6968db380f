package import SalesDomain

/// Deals and their log by stretches of ids, so that a picture is loaded with flat memory.
extension Deals {
    /// How up to `limit` deals with ids after `last` began, ascending.
    package func eachBeginning(
        after last: Deal.ID, limit: Int, _ body: (Deal.ID, _ recordedAt: Instant, Batch.ID, DealState) throws -> Void
    ) throws {
        let retold = try self.retold(after: last, limit: limit)
        try transaction.each(DealPageSQL.beginnings, [Value(last), Value(limit)]) { row in
            let id: Deal.ID = row.key(0)
            let anew = retold.isEmpty ? nil : retold[id]
            try body(
                id, anew?.recordedAt ?? row.instant(1), row.key(2), anew?.beginning ?? DealState(row, from: 3))
        }
    }

    /// The log of the deals with ids after `last` up to `end`, by deal and ordinal; of retold ones the last telling.
    package func eachChange(after last: Deal.ID, through end: Deal.ID, _ body: (DealLogRow) throws -> Void) throws {
        let retold = try self.retold(after: last, through: end)
        try transaction.each(DealPageSQL.changes, [Value(last), Value(end)]) { row in
            let row = DealLogRow(row)
            if retold.isEmpty || row.ordinal > retold[row.deal]?.entries ?? 0 { try body(row) }
        }
    }

    /// What the deals with ids after `last` up to `end` are now, and how many entries of the log are in it.
    package func eachNow(
        after last: Deal.ID, through end: Deal.ID, _ body: (Deal.ID, _ entries: Int, DealState) throws -> Void
    ) throws {
        try transaction.each(DealPageSQL.nows, [Value(last), Value(end)]) {
            try body($0.key(0), Int($0.int(1)), DealState(now: $0, from: 2))
        }
    }
}

private enum DealPageSQL {
    static let beginnings: SQL = """
        SELECT id, recorded_at, batch,
            pipeline, created_at, stage, status, closed_at, owner, amount, currency, expected_close, product, account,
            origin, cost, vat_rate, lost_reason, lead, category, next_step, split
        FROM deals WHERE id > $1 ORDER BY id LIMIT $2
        """
    static let changes: SQL = """
        SELECT changed_at, recorded_at, field, old, new, employee, batch, deal, ordinal, made
        FROM deal_log WHERE deal > $1 AND deal <= $2 ORDER BY deal, ordinal
        """
    static let nows: SQL = """
        SELECT deal, entries,
            pipeline, created_at, stage, status, closed_at, owner, amount, currency, expected_close, product, account,
            origin, cost, vat_rate, lost_reason, lead, category, next_step, split, title, merged, removed
        FROM deal_now WHERE deal > $1 AND deal <= $2 ORDER BY deal
        """
}
