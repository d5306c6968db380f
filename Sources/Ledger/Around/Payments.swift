package import SalesDomain

package struct Payments {
    let transaction: any Transaction

    /// Identity is (source, external id). A new payment is recorded at `recorded`, one that differs anew at `again`;
    /// `batch` is asked for only when there is something to write.
    package func put(
        _ row: PaymentRow, recorded: Instant, again: Instant, in batch: @autoclosure () throws -> Batch.ID
    ) throws -> Put<String> {
        let key = [Value(row.source), .text(row.externalID)]
        let known: (Int64, PaymentRow)? = try transaction.first(PaymentSQL.find, key) { ($0.int(0), PaymentRow($0)) }
        defer { transaction.forget(PaymentSQL.find, key) }
        return try transaction.put(
            row, over: known.map { (id: row.externalID, row: $0.1) },
            add: {
                try transaction.send(PaymentSQL.add, row.values + [Value(recorded), Value(try batch())])
                return row.externalID
            },
            change: { _ in
                try transaction.run(
                    PaymentSQL.change, row.values + [Value(again), Value(try batch()), Value(known?.0)])
            })
    }

    /// Says that these will be put.
    package func foresee(_ externalIDs: [String], of source: Source.ID) throws {
        try transaction.foresee(PaymentSQL.find) { externalIDs.map { [Value(source), .text($0)] } }
    }

    /// In ascending order of id, with when it was recorded.
    package func each(_ body: (PaymentRow, Instant) throws -> Void) throws {
        try transaction.each(PaymentSQL.all) { try body(PaymentRow($0), $0.instant(8)) }
    }
}

package struct PaymentRow: Sendable, Equatable {
    package let source: Source.ID
    package let externalID: String
    package let deal: Deal.ID?
    package let day: Day
    package let kind: PaymentKind
    package let amount: Int64
    /// As its ISO code says.
    package let currency: String

    package init(
        source: Source.ID, externalID: String, deal: Deal.ID?, day: Day, kind: PaymentKind, amount: Money
    ) {
        self.source = source
        self.externalID = externalID
        self.deal = deal
        self.day = day
        self.kind = kind
        self.amount = amount.minorUnits
        currency = amount.currency.code
    }

    fileprivate init(_ row: Row) {
        source = row.key(1)
        externalID = row.text(2)
        deal = row.maybeKey(3)
        day = row.day(4)
        kind = row.name(5)
        amount = row.int(6)
        currency = row.text(7)
    }

    fileprivate var values: [Value] {
        [
            Value(source), .text(externalID), Value(deal), Value(day), Value(kind), .int(amount), .text(currency),
        ]
    }
}

extension Transaction {
    package var payments: Payments { Payments(transaction: self) }
}

private enum PaymentSQL {
    static let add: SQL = """
        INSERT INTO payments (source, external_id, deal, day, kind, amount, currency, recorded_at, batch)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """
    static let change: SQL = """
        UPDATE payments SET source = $1, external_id = $2, deal = $3, day = $4, kind = $5, amount = $6, currency = $7,
            recorded_at = $8, batch = $9
        WHERE id = $10
        """
    static let find: SQL = """
        SELECT id, source, external_id, deal, day, kind, amount, currency
        FROM payments WHERE source = $1 AND external_id = $2
        """
    static let all: SQL = """
        SELECT id, source, external_id, deal, day, kind, amount, currency, recorded_at FROM payments ORDER BY id
        """
}
