package import Ledger
internal import SalesDomain
internal import SalesFacts

extension LoadedFacts {
    /// Asks of the books what following them by their last position asks, and keeps nothing of it: for whoever wants to see
    /// the questions.
    package static func askAsFollowing(_ ledger: any Transaction) throws {
        let before = try ledger.position() - 1
        let frame = try CompanyFrame(ledger)
        let withdrawn = try ledger.imports.withdrawnBatches()
        var reading = DealReading(builder: FactsBuilder(zone: frame.calendar.zone), without: withdrawn)
        try reading.read(try ledger.deals.changed(since: before), of: ledger)
        _ = try ledger.activities.done(since: before)
        _ = try ledger.payments.known(since: before)
    }
}
