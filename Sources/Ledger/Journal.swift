package import SalesDomain

/// What one transaction wrote of the records that an answer depends on.
package struct Batch: Sendable, Equatable {
    package typealias ID = Key<Batch>
}

/// A run of reading a file or folder; all its batches hang on it.
package struct Import: Sendable, Equatable {
    package typealias ID = Key<Import>
}

/// Whose identities: the CRM that a record was imported from.
package struct Source: Sendable, Equatable {
    package typealias ID = Key<Source>
    /// Of records that were made here, or came without a word about where from.
    package static let own = "own"
}

/// The journal: every write of a record that an answer depends on takes the next position, as its last step before
/// commit. The counter is a row, not a sequence: a sequence shows numbers of transactions that are not yet committed.
extension Transaction {
    /// The last position taken. An answer computed from everything up to it is not stale.
    package func position() throws -> Int64 { try number(JournalSQL.position) }

    /// Opens the batch on which the rows of this transaction hang. `takePosition(for:)` must follow, last.
    package func openBatch(_ deed: String, at recorded: Instant, import id: Import.ID? = nil) throws -> Batch.ID {
        Key(try insert(JournalSQL.openBatch, [Value(id), .text(deed), Value(recorded)]))
    }

    /// Gives the batch the next position, and answers it. The last step before commit: it holds up other writers.
    @discardableResult
    package func takePosition(for batch: Batch.ID) throws -> Int64 {
        let position = try takePosition()
        try run(JournalSQL.place, [.int(position), Value(batch)])
        return position
    }

    /// For a write without rows that hang on a batch, such as a setting. The last step before commit.
    @discardableResult
    package func takePosition() throws -> Int64 { try insert(JournalSQL.next, []) }
}

private enum JournalSQL {
    static let position: SQL = "SELECT position FROM journal"
    static let next: SQL = "UPDATE journal SET position = position + 1 WHERE id = 1 RETURNING position"
    static let openBatch: SQL = "INSERT INTO batches (import, deed, recorded_at) VALUES ($1, $2, $3) RETURNING id"
    static let place: SQL = "UPDATE batches SET position = $1 WHERE id = $2"
}
