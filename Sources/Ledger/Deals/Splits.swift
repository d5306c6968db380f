package import SalesDomain

/// How deals are shared. An edition is one whole way of sharing; which one holds when is in the deal's log
/// (`Deal.Field.split`), and at its beginning in its record.
package struct Splits {
    let transaction: any Transaction

    package func add(_ shares: [ShareRow], edition: Int64, of deal: Deal.ID, in batch: Batch.ID) throws {
        for share in shares {
            try transaction.send(
                SplitSQL.add, [Value(deal), .int(edition), Value(share.employee), .double(share.share), Value(batch)])
        }
    }

    package func of(_ deal: Deal.ID, edition: Int64) throws -> [ShareRow] {
        try transaction.all(SplitSQL.ofDeal, [Value(deal), .int(edition)]) { ShareRow($0) }
    }

    /// Every edition of a deal, by edition and employee.
    package func all(of deal: Deal.ID) throws -> [(edition: Int64, row: ShareRow)] {
        try transaction.all(SplitSQL.editions, [Value(deal)]) { ($0.int(2), ShareRow($0)) }
    }

    /// The number of the last edition; 0 when the deal was never shared.
    package func lastEdition(of deal: Deal.ID) throws -> Int64 {
        try transaction.number(SplitSQL.last, [Value(deal)])
    }

    /// Every edition, by deal, edition and employee.
    package func each(_ body: (Deal.ID, Int64, ShareRow) throws -> Void) throws {
        try transaction.each(SplitSQL.all) { try body($0.key(2), $0.int(3), ShareRow($0)) }
    }
}

package struct ShareRow: Sendable, Equatable {
    package let employee: Employee.ID
    package let share: Double

    package init(employee: Employee.ID, share: Double) {
        self.employee = employee
        self.share = share
    }

    fileprivate init(_ row: Row) { self.init(employee: row.key(0), share: row.double(1)) }
}

extension Transaction {
    package var splits: Splits { Splits(transaction: self) }
}

private enum SplitSQL {
    static let add: SQL = "INSERT INTO splits (deal, edition, employee, share, batch) VALUES ($1, $2, $3, $4, $5)"
    static let ofDeal: SQL = "SELECT employee, share FROM splits WHERE deal = $1 AND edition = $2 ORDER BY employee"
    static let editions: SQL = """
        SELECT employee, share, edition FROM splits WHERE deal = $1 ORDER BY edition, employee
        """
    static let last: SQL = "SELECT COALESCE(MAX(edition), 0) FROM splits WHERE deal = $1"
    static let all: SQL = "SELECT employee, share, deal, edition FROM splits ORDER BY deal, edition, employee"
}
