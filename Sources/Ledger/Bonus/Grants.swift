package import SalesDomain

package struct Grants {
    let transaction: any Transaction

    /// Identity is the kind and its first day.
    package func put(_ grant: Grant) throws -> Put<Int64> {
        let known: (Int64, Grant)? = try transaction.first(GrantSQL.find, [Value(grant.kind), Value(grant.from)]) {
            ($0.int(0), Grant($0))
        }
        return try transaction.put(
            grant, over: known,
            add: {
                try transaction.insert(
                    GrantSQL.add, [Value(grant.kind), Value(grant.from), Value(grant.to), Value(grant.by)])
            }, change: { try transaction.run(GrantSQL.change, [.int($0), Value(grant.to), Value(grant.by)]) })
    }

    package func remove(_ kind: Grant.Kind, from day: Day) throws {
        try transaction.run(GrantSQL.remove, [Value(kind), Value(day)])
    }

    package func all() throws -> [Grant] { try transaction.all(GrantSQL.all) { Grant($0) } }
}

extension Grant {
    fileprivate init(_ row: Row) {
        self.init(kind: row.name(1), from: row.day(2), to: row.maybeDay(3), by: row.maybeKey(4))
    }
}

extension Transaction {
    package var grants: Grants { Grants(transaction: self) }
}

private enum GrantSQL {
    static let add: SQL = "INSERT INTO grants (kind, from_day, to_day, given_by) VALUES ($1, $2, $3, $4) RETURNING id"
    static let change: SQL = "UPDATE grants SET to_day = $2, given_by = $3 WHERE id = $1"
    static let remove: SQL = "DELETE FROM grants WHERE kind = $1 AND from_day = $2"
    static let find: SQL = "SELECT id, kind, from_day, to_day, given_by FROM grants WHERE kind = $1 AND from_day = $2"
    static let all: SQL = "SELECT id, kind, from_day, to_day, given_by FROM grants ORDER BY id"
}
