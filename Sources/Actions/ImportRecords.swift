internal import Exchange
package import Ledger
package import SalesDomain

/// Takes files of the exchange format into the ledger.
///
/// Every file is looked through before the first write, so a file that cannot be understood leaves the database as it was.
/// Then rows go in by batches, each one transaction: a deal and its log are in one. A run that was killed is simply run
/// again: what is there already is unchanged.
package struct ImportRecords {
    private let store: any Store
    private let clock: Clock

    package init(store: any Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    /// Throws `ImportProblem` when files cannot be understood (nothing was written), a `LedgerError` when the database
    /// fails or somebody else imports into it (`importing`), and what `progress` throws: that stops the import between two batches.
    package func run(
        _ sources: [ImportSource], options: ImportOptions = ImportOptions(),
        progress: (ImportProgress) throws -> Void = { _ in }
    ) throws -> ImportReport {
        try withoutActuallyEscaping(progress) { progress in
            try run(try ImportPlan(sources, progress: progress), options, progress)
        }
    }

    /// The same of files that were looked through already.
    package func run(
        _ plan: ImportPlan, options: ImportOptions = ImportOptions(),
        progress: (ImportProgress) throws -> Void = { _ in }
    ) throws -> ImportReport {
        try withoutActuallyEscaping(progress) { try run(plan, options, $0) }
    }

    private func run(
        _ plan: ImportPlan, _ options: ImportOptions, _ progress: @escaping (ImportProgress) throws -> Void
    ) throws -> ImportReport {
        try store.alone {
            options.dryRun ? try rehearse(plan, options, progress) : try perform(plan, options, progress)
        }
    }

    private func perform(
        _ plan: ImportPlan, _ options: ImportOptions, _ progress: @escaping (ImportProgress) throws -> Void
    ) throws -> ImportReport {
        let run = try ImportRun(plan, options, at: clock.now(), into: .each(store), progress)
        return try run.run()
    }

    private func rehearse(
        _ plan: ImportPlan, _ options: ImportOptions, _ progress: @escaping (ImportProgress) throws -> Void
    ) throws -> ImportReport {
        struct Undo: Error { let report: ImportReport }
        do {
            return try store.write { transaction in
                let run = try ImportRun(plan, options, at: clock.now(), into: .within(transaction), progress)
                throw Undo(report: try run.run())
            }
        } catch let undo as Undo {
            return undo.report
        }
    }
}
