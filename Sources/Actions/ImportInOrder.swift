internal import Exchange
internal import Ledger
internal import SalesDomain

/// Dated files come in the order of their dates: an older one does not change what is known since.
extension ImportRun {
    /// What is known of a deal since later than the files were made; nil: nothing, or they do not say when they were made.
    func knownLater(_ deal: Deal.ID, _ log: [DealLogRow], _ batch: ImportBatch) throws -> Instant? {
        guard let at = options.at else { return nil }
        let recorded = log.map(\.change.recordedAt).max() ?? .distantPast
        let told = try batch.transaction.deals.toldAt(deal) ?? .distantPast
        let later = max(recorded, told)
        return later > at ? later : nil
    }

    /// The same of one of the company's own records, of which a file told at an instant.
    func refuseOlder(_ told: Instant?, _ differs: Bool, _ refusal: (Refusal.Reason) -> Refusal) throws(Refusal) {
        guard differs, options.at != nil, let told, told > at else { return }
        throw refusal(olderThanKnown(told))
    }

    func olderThanKnown(_ later: Instant) -> Refusal.Reason {
        .olderThanKnown(known: company.calendar.text(of: later), file: company.calendar.text(of: at))
    }
}
