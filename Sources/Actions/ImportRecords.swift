internal import Exchange
package import Ledger
package import SalesDomain

/// Takes files of the exchange format into the ledger.
///
/// Every file is looked through before the first write, so a file that cannot be understood leaves the database as it was.
/// Then everything goes in as one transaction. Of very many rows it goes in by batches, each a transaction, so that others
/// may write meanwhile: a deal and its log are in one, and a run that was killed is simply run again, as what is there
/// already is unchanged.
package struct ImportRecords {
    private let store: any Store
    private let clock: Clock

    package init(store: any Store, clock: Clock) {
        self.store = store
        self.clock = clock
    }

    /// Throws `ImportProblem` when files cannot be understood (nothing was written), a `LedgerError` when the database
    /// fails or somebody else imports into it (`importing`), and what `progress` throws: that stops the import, and undoes it where
    /// it is one transaction.
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
        guard plan.rows > options.wholeUpTo else {
            return try store.write { try take(plan, options, into: .within($0), progress) }
        }
        return try take(plan, options, into: .each(store), progress)
    }

    private func take(
        _ plan: ImportPlan, _ options: ImportOptions, into writing: ImportWriting,
        _ progress: @escaping (ImportProgress) throws -> Void
    ) throws -> ImportReport {
        try ImportRun(plan, options, at: clock.now(), into: writing, progress).run()
    }

    private func rehearse(
        _ plan: ImportPlan, _ options: ImportOptions, _ progress: @escaping (ImportProgress) throws -> Void
    ) throws -> ImportReport {
        struct Undo: Error { let report: ImportReport }
        do {
            return try store.write { transaction in
                throw Undo(report: try take(plan, options, into: .within(transaction), progress))
            }
        } catch let undo as Undo {
            return undo.report
        }
    }
}
