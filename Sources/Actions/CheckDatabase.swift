package import Ledger
internal import SalesDomain

/// Is the database whole? The engine's own findings, the fold of every deal's log, the journal.
package struct CheckDatabase: Sendable {
    private let store: any Store

    package init(store: any Store) { self.store = store }

    package struct Answer: Sendable, Equatable {
        package let position: Int64
        package let counts: Counts
        /// What the engine found wrong with the file and its references.
        package let faults: [String]
        /// Batches that the journal does not know.
        package let lostBatches: Int
        package let fold: FoldCheck

        package var isWhole: Bool { faults.isEmpty && lostBatches == 0 && fold.contradictions.isEmpty }
    }

    /// Reads everything: a million deals take seconds. Others read and write meanwhile.
    package func callAsFunction() throws -> Answer {
        try store.requireCurrentSchema()
        let faults = try store.faults()
        return try store.read { ledger in
            Answer(
                position: try ledger.position(), counts: try Counts(ledger), faults: faults,
                lostBatches: try ledger.lostBatches(), fold: try FoldCheck(ledger))
        }
    }
}
