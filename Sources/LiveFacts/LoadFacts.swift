package import Ledger
package import SalesDomain
package import SalesFacts

/// The company's picture as it stands in the books at one position of the journal, and how to bring it up to the next.
package struct LoadedFacts: Sendable {
    package private(set) var facts: Facts
    /// What the last `follow` changed, as `FactsFeed.Followed` has it.
    package private(set) var earliest: Instant?
    package private(set) var changed: Set<Deal.ID>?
    private var withdrawn: Set<Batch.ID>
    /// More changed deals than this are read faster by reading everything.
    private static let manyDeals = 50_000

    /// Reads everything. A million deals take seconds.
    package init(_ ledger: any Transaction) throws {
        let position = try ledger.position()
        let frame = try CompanyFrame(ledger)
        withdrawn = try ledger.imports.withdrawnBatches()
        var reading = DealReading(builder: FactsBuilder(zone: frame.calendar.zone), without: withdrawn)
        try reading.readAll(ledger)
        facts = reading.builder.facts(frame: frame, position: position)
        facts.activities = try ActivityColumns(ledger, zone: frame.calendar.zone, without: withdrawn)
        facts.payments = try PaymentColumns(ledger, without: withdrawn)
        facts.costs = CostColumns(reading.costs)
    }

    /// Takes in what was written since; answers whether there was anything. Reads only the deals that changed, unless
    /// the zone moved or an import was withdrawn: then everything anew.
    @discardableResult
    package mutating func follow(_ ledger: any Transaction) throws -> Bool {
        let position = try ledger.position()
        guard position != facts.position else { return false }
        let frame = try CompanyFrame(ledger)
        let withdrawn = try ledger.imports.withdrawnBatches()
        let changedDeals = try ledger.deals.changed(since: facts.position)
        guard position > facts.position, frame.calendar.zone == facts.calendar.zone, withdrawn == self.withdrawn,
            changedDeals.count <= LoadedFacts.manyDeals
        else {
            self = try LoadedFacts(ledger)
            earliest = nil
            changed = nil
            return true
        }
        var reading = DealReading(builder: facts.builder(), without: withdrawn)
        try reading.read(changedDeals, of: ledger)
        try facts.activities.follow(ledger, since: facts.position, zone: frame.calendar.zone)
        let paid = try facts.payments.follow(ledger, since: facts.position)
        facts.costs.replace(Set(changedDeals), with: reading.costs)
        let sameFrame = frame.forecastsAlike(facts.frame)
        let difference = facts.absorb(reading.builder, frame: frame, position: position)
        earliest = sameFrame ? min(difference ?? .distantFuture, paid ?? .distantFuture) : nil
        changed = sameFrame ? Set(changedDeals) : nil
        return true
    }
}
