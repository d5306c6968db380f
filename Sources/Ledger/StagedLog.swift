/// Log entries that wait for their deals, as they were read: a log may come before its deals and in any order.
package struct StagedLog {
    let transaction: any Transaction

    package func add(_ entry: StagedEntry, to id: Import.ID) throws {
        transaction.forget(StagedSQL.ofDeal, [Value(id), .text(entry.deal)])
        try transaction.send(
            StagedSQL.add,
            [
                Value(id), .text(entry.deal), Value(entry.line), .text(entry.changedAt), .text(entry.recordedAt),
                .text(entry.field), .text(entry.old), .text(entry.new), .text(entry.by),
            ])
    }

    /// The entries of a deal in the order of the file.
    package func of(_ deal: String, in id: Import.ID) throws -> [StagedEntry] {
        try transaction.all(StagedSQL.ofDeal, [Value(id), .text(deal)], StagedEntry.init)
    }

    /// Says that the entries of these deals will be asked for.
    package func foresee(_ deals: [String], in id: Import.ID) throws {
        try transaction.foresee(StagedSQL.ofDeal) { deals.map { [Value(id), .text($0)] } }
    }

    /// Takes the entries of a deal away: they have found it.
    package func clear(_ deal: String, in id: Import.ID) throws {
        transaction.forget(StagedSQL.ofDeal, [Value(id), .text(deal)])
        try transaction.send(StagedSQL.clear, [Value(id), .text(deal)])
    }

    /// Deals that entries still wait for, at most so many.
    package func deals(in id: Import.ID, atMost count: Int) throws -> [String] {
        try transaction.all(StagedSQL.deals, [Value(id), Value(count)]) { $0.text(0) }
    }

    /// What found no deal, ordered by deal and line.
    package func each(in id: Import.ID, _ body: (StagedEntry) throws -> Void) throws {
        try transaction.each(StagedSQL.all, [Value(id)]) { try body(StagedEntry($0)) }
    }
}

/// Every field as the file has it.
package struct StagedEntry: Sendable, Equatable {
    package let deal: String
    package let line: Int
    package let changedAt: String
    package let recordedAt: String
    package let field: String
    package let old: String
    package let new: String
    package let by: String

    package init(
        deal: String, line: Int, changedAt: String, recordedAt: String, field: String, old: String, new: String,
        by: String
    ) {
        self.deal = deal
        self.line = line
        self.changedAt = changedAt
        self.recordedAt = recordedAt
        self.field = field
        self.old = old
        self.new = new
        self.by = by
    }

    fileprivate init(_ row: Row) {
        self.init(
            deal: row.text(0), line: Int(row.int(1)), changedAt: row.text(2), recordedAt: row.text(3),
            field: row.text(4), old: row.text(5), new: row.text(6), by: row.text(7))
    }
}

extension Transaction {
    package var stagedLog: StagedLog { StagedLog(transaction: self) }
}

private enum StagedSQL {
    static let add: SQL = """
        INSERT INTO staged_log (import, deal, line, changed_at, recorded_at, field, old, new, employee)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """
    static let ofDeal: SQL = """
        SELECT deal, line, changed_at, recorded_at, field, old, new, employee
        FROM staged_log WHERE import = $1 AND deal = $2 ORDER BY line
        """
    static let clear: SQL = "DELETE FROM staged_log WHERE import = $1 AND deal = $2"
    static let deals: SQL = "SELECT DISTINCT deal FROM staged_log WHERE import = $1 ORDER BY deal LIMIT $2"
    static let all: SQL = """
        SELECT deal, line, changed_at, recorded_at, field, old, new, employee
        FROM staged_log WHERE import = $1 ORDER BY deal, line
        """
}
