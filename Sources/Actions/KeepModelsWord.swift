package import Ledger
package import LiveFacts
internal import SalesDomain

/// Asks the model what it would have said beside each word that came without one: for records that were made up, of which
/// nobody could ask it in time.
package struct KeepModelsWord: Sendable {
    private let store: any Store
    private let live: LiveFacts

    package init(store: any Store, live: LiveFacts) {
        self.store = store
        self.live = live
    }

    /// Throws a `LedgerError` when the database fails.
    package func callAsFunction() throws {
        let calendar = try store.read { try $0.settings.company() }.calendar
        let bare = try store.read { try $0.submissions.all(in: calendar) }.filter { $0.model == nil }
        let told = try bare.compactMap { said -> Submission? in
            try live.modelsWord(of: said.employee, in: said.period, at: said.made).map {
                Submission(
                    employee: said.employee, period: said.period, kind: said.kind, amount: said.amount, note: said.note,
                    model: $0, made: said.made, by: said.by)
            }
        }
        guard !told.isEmpty else { return }
        try store.write { ledger in
            for submission in told {
                _ = try ledger.submissions.put(submission, period: submission.period.name(in: calendar))
            }
            try ledger.takePosition()
        }
    }
}
