package import SalesDomain

/// Runs of reading files.
package struct Imports {
    let transaction: any Transaction

    /// `told`: when the files were made, where they say so.
    package func start(
        source: Source.ID, path: String, layout: String, at recorded: Instant, told: Instant? = nil
    ) throws -> Import.ID {
        Key(
            try transaction.insert(
                ImportSQL.start, [Value(source), .text(path), .text(layout), Value(recorded), Value(told)]))
    }

    /// Marks a run as read to its end, and clears what it staged.
    package func finish(_ id: Import.ID, at instant: Instant) throws {
        try transaction.run(ImportSQL.clearStage, [Value(id)])
        try transaction.run(ImportSQL.finish, [Value(instant), Value(id)])
    }

    /// Takes away what any run staged. Only for whoever runs alone: then the others were killed.
    package func clearStages() throws { try transaction.run(ImportSQL.clearStages) }

    /// Runs that staged something and neither finished nor cleared it: the paths of what they read.
    package func unfinished() throws -> [String] { try transaction.all(ImportSQL.unfinished) { $0.text(0) } }

    /// Newest first, at most `count`.
    package func latest(_ count: Int) throws -> [Run] {
        try transaction.all(ImportSQL.latest, [Value(count)]) { row in
            Run(path: row.text(0), startedAt: row.instant(1), finishedAt: row.maybeInstant(2))
        }
    }

    /// A run of reading files; `finishedAt` is nil while it reads, and for one that was ended in the middle.
    package struct Run: Sendable, Equatable {
        package let path: String
        package let startedAt: Instant
        package let finishedAt: Instant?
        package init(path: String, startedAt: Instant, finishedAt: Instant?) {
            self.path = path
            self.startedAt = startedAt
            self.finishedAt = finishedAt
        }
    }

    /// Rows that wait for nobody: their run is finished.
    package func stageLeftBehind() throws -> Int { Int(try transaction.number(ImportSQL.leftBehind)) }

    /// Batches of withdrawn imports: what hangs on them is in no answer.
    package func withdrawnBatches() throws -> Set<Batch.ID> {
        Set(try transaction.all(ImportSQL.withdrawn) { $0.key(0) })
    }
}

extension Transaction {
    package var imports: Imports { Imports(transaction: self) }
}

private enum ImportSQL {
    static let start: SQL = """
        INSERT INTO imports (source, path, layout, recorded_at, told_at) VALUES ($1, $2, $3, $4, $5) RETURNING id
        """
    static let finish: SQL = "UPDATE imports SET finished_at = $1 WHERE id = $2"
    static let latest: SQL = """
        SELECT path, recorded_at, finished_at FROM imports WHERE withdrawn_at IS NULL ORDER BY id DESC LIMIT $1
        """
    static let clearStage: SQL = "DELETE FROM staged_log WHERE import = $1"
    static let clearStages: SQL = "DELETE FROM staged_log"
    static let unfinished: SQL = """
        SELECT path FROM imports
        WHERE finished_at IS NULL AND EXISTS (SELECT 1 FROM staged_log s WHERE s.import = imports.id) ORDER BY id
        """
    static let leftBehind: SQL = """
        SELECT count(*) FROM staged_log s JOIN imports i ON i.id = s.import WHERE i.finished_at IS NOT NULL
        """
    static let withdrawn: SQL = """
        SELECT b.id FROM batches b JOIN imports i ON i.id = b.import WHERE i.withdrawn_at IS NOT NULL
        """
}
