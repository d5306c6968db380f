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
        /// Changes that two imports, run at once by an earlier version, have both entered.
        package let doubledEntries: Int
        /// Rows of a log that wait for an import which is over.
        package let stageLeftBehind: Int
        /// Records of the company's own whose log does not hang together, or does not lead to what stands now.
        package let brokenChanges: Int
        package let fold: FoldCheck
        /// Deals whose log contradicts itself, as their sources call them.
        package let brokenLogs: [String]
        /// Paths of imports that have begun and not ended: they are running, or were killed and should be run again. No
        /// fault: every transaction of theirs is whole.
        package let unfinished: [String]
        /// Names of what a restoration that was cut short, or is running, has beside the database. No fault either.
        package let leftovers: [String]

        package var isWhole: Bool { faultCount == 0 }
        package var faultCount: Int { damageCount + brokenLogs.count }
        /// Faults but for logs that contradict themselves, as files had them: those are as the books were.
        package var damageCount: Int {
            faults.count + lostBatches + doubledEntries + stageLeftBehind + brokenChanges
                + fold.contradictions.count
        }
    }

    /// Reads everything: a million deals take seconds. Others read and write meanwhile.
    package func callAsFunction() throws -> Answer {
        try store.requireCurrentSchema()
        let faults = try store.faults()
        let leftovers = try store.leftovers()
        return try store.read { ledger in
            let fold = try FoldCheck(ledger)
            let broken = try fold.broken.compactMap { try ledger.deals.name($0)?.externalID }
            return Answer(
                position: try ledger.position(), counts: try Counts(ledger), faults: faults,
                lostBatches: try ledger.lostBatches(), doubledEntries: try ledger.doubledEntries(),
                stageLeftBehind: try ledger.imports.stageLeftBehind(),
                brokenChanges: try CompanyStanding(ledger).contradictions, fold: fold, brokenLogs: broken,
                unfinished: try ledger.imports.unfinished(), leftovers: leftovers)
        }
    }
}
