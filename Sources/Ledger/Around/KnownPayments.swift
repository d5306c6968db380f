package import SalesDomain

/// What facts hold of a payment, and on which batch it hangs.
package struct KnownPayment: Sendable, Equatable {
    package let id: Int64
    package let deal: Deal.ID?
    package let day: Day
    package let kind: PaymentKind
    package let amount: Int64
    package let currency: String
    package let recordedAt: Instant
    package let batch: Batch.ID

    fileprivate init(_ row: Row) {
        id = row.int(0)
        deal = row.maybeKey(1)
        day = row.day(2)
        kind = row.name(3)
        amount = row.int(4)
        currency = row.text(5)
        recordedAt = row.instant(6)
        batch = row.key(7)
    }
}

extension Payments {
    /// In ascending order of id.
    package func eachKnown(_ body: (KnownPayment) throws -> Void) throws {
        try transaction.each(KnownPaymentSQL.all) { try body(KnownPayment($0)) }
    }

    /// Those that were entered or changed after a position of the journal.
    package func known(since position: Int64) throws -> [KnownPayment] {
        try transaction.all(KnownPaymentSQL.since, [.int(position)]) { KnownPayment($0) }
    }
}

private enum KnownPaymentSQL {
    static let all: SQL = """
        SELECT id, deal, day, kind, amount, currency, recorded_at, batch FROM payments ORDER BY id
        """
    static let since: SQL = """
        SELECT p.id, p.deal, p.day, p.kind, p.amount, p.currency, p.recorded_at, p.batch
        FROM batches b CROSS JOIN payments p WHERE p.batch = b.id AND b.position > $1 ORDER BY p.id
        """
}
