internal import Ledger
internal import SalesDomain
internal import SalesFacts

extension PaymentColumns {
    /// Every payment of a deal, as the books have it.
    init(_ ledger: any Transaction, without withdrawn: Set<Batch.ID>) throws {
        var facts = [PaymentFact]()
        try ledger.payments.eachKnown { row in
            if !withdrawn.contains(row.batch), let fact = PaymentFact(row) { facts.append(fact) }
        }
        self.init(facts)
    }

    /// Takes in what was entered or changed after a position of the journal; answers the earliest instant from which on
    /// something is known otherwise.
    mutating func follow(_ ledger: any Transaction, since position: Int64) throws -> Instant? {
        let rows = try ledger.payments.known(since: position)
        let facts = rows.compactMap { PaymentFact($0) }
        return absorb(facts, gone: Set(rows.filter { PaymentFact($0) == nil }.map(\.id)))
    }
}

extension PaymentFact {
    /// Nil of a payment of no deal, or in a currency that nobody knows.
    fileprivate init?(_ row: KnownPayment) {
        guard let deal = row.deal, let currency = Currency(code: row.currency) else { return nil }
        self.init(
            id: row.id, deal: deal, day: row.day, recorded: row.recordedAt, kind: row.kind, amount: row.amount,
            currency: currency)
    }
}

/// What a deal's lines cost together; nil as soon as one of them does not say.
struct LineCost {
    private var total: Int64? = 0

    mutating func add(_ line: DealLineRow) {
        guard let cost = line.cost, let before = total else { return total = nil }
        total = before.plus(Int64(nearest: Double(cost) * (line.quantity ?? 1)))
    }

    var sum: Int64? { total }
}
