package import SalesDomain

/// What a deal consists of.
package struct DealLines {
    let transaction: any Transaction

    /// Makes these the lines of the deal; answers whether that changed anything.
    @discardableResult
    package func set(_ lines: [DealLineRow], of deal: Deal.ID, in batch: @autoclosure () throws -> Batch.ID) throws
        -> Bool
    {
        if try of(deal) == lines { return false }
        let batch = try batch()
        try transaction.send(LineSQL.clear, [Value(deal)])
        for (index, line) in lines.enumerated() { try add(line, at: index + 1, to: deal, in: batch) }
        return true
    }

    package func add(_ line: DealLineRow, at number: Int, to deal: Deal.ID, in batch: Batch.ID) throws {
        try transaction.send(
            LineSQL.add,
            [
                Value(deal), Value(number), Value(line.product), Value(line.quantity), Value(line.price),
                Value(line.cost), Value(batch),
            ])
    }

    package func of(_ deal: Deal.ID) throws -> [DealLineRow] {
        try transaction.all(LineSQL.ofDeal, [Value(deal)]) { DealLineRow($0) }
    }

    /// By deal and line.
    package func each(_ body: (Deal.ID, DealLineRow) throws -> Void) throws {
        try transaction.each(LineSQL.all) { try body($0.key(4), DealLineRow($0)) }
    }
}

package struct DealLineRow: Sendable, Equatable {
    package let product: Product.ID?
    package let quantity: Double?
    /// Of one, in minor units of the deal's currency, as is `cost`.
    package let price: Int64?
    package let cost: Int64?

    package init(product: Product.ID?, quantity: Double?, price: Int64?, cost: Int64?) {
        self.product = product
        self.quantity = quantity
        self.price = price
        self.cost = cost
    }

    fileprivate init(_ row: Row) {
        self.init(
            product: row.maybeKey(0), quantity: row.maybeDouble(1), price: row.maybeInt(2), cost: row.maybeInt(3))
    }
}

extension Transaction {
    package var dealLines: DealLines { DealLines(transaction: self) }
}

private enum LineSQL {
    static let add: SQL = """
        INSERT INTO deal_lines (deal, line, product, quantity, price, cost, batch) VALUES ($1, $2, $3, $4, $5, $6, $7)
        """
    static let clear: SQL = "DELETE FROM deal_lines WHERE deal = $1"
    static let ofDeal: SQL = "SELECT product, quantity, price, cost FROM deal_lines WHERE deal = $1 ORDER BY line"
    static let all: SQL = "SELECT product, quantity, price, cost, deal FROM deal_lines ORDER BY deal, line"
}
