package import SalesDomain

/// Runs of reading files.
package struct Imports {
    let transaction: any Transaction

    package func start(source: Source.ID, path: String, layout: String, at recorded: Instant) throws -> Import.ID {
        Key(
            try transaction.insert(
                ImportSQL.start, [Value(source), .text(path), .text(layout), Value(recorded)]))
    }

    /// Marks a run as read to its end, and clears what it staged.
    package func finish(_ id: Import.ID, at instant: Instant) throws {
        try transaction.run(ImportSQL.clearStage, [Value(id)])
        try transaction.run(ImportSQL.finish, [Value(instant), Value(id)])
    }

    /// Takes away what a run staged: it was killed, and is now run again from the start.
    package func clearStage(of id: Import.ID) throws { try transaction.run(ImportSQL.clearStage, [Value(id)]) }

    /// Runs that were begun and never finished.
    package func unfinished() throws -> [ImportRow] {
        try transaction.all(ImportSQL.unfinished) {
            ImportRow(
                id: $0.key(0), source: $0.key(1), path: $0.text(2), layout: $0.text(3), recordedAt: $0.instant(4))
        }
    }

    /// Batches of withdrawn imports: what hangs on them is in no answer.
    package func withdrawnBatches() throws -> Set<Batch.ID> {
        Set(try transaction.all(ImportSQL.withdrawn) { $0.key(0) })
    }
}

package struct ImportRow: Sendable, Equatable {
    package let id: Import.ID
    package let source: Source.ID
    package let path: String
    package let layout: String
    package let recordedAt: Instant
}

extension Transaction {
    package var imports: Imports { Imports(transaction: self) }
}

private enum ImportSQL {
    static let start: SQL = """
        INSERT INTO imports (source, path, layout, recorded_at) VALUES ($1, $2, $3, $4) RETURNING id
        """
    static let finish: SQL = "UPDATE imports SET finished_at = $1 WHERE id = $2"
    static let clearStage: SQL = "DELETE FROM staged_log WHERE import = $1"
    static let unfinished: SQL = """
        SELECT id, source, path, layout, recorded_at FROM imports WHERE finished_at IS NULL ORDER BY id
        """
    static let withdrawn: SQL = """
        SELECT b.id FROM batches b JOIN imports i ON i.id = b.import WHERE i.withdrawn_at IS NOT NULL
        """
}
