package import SalesDomain

package struct Headlines {
    let transaction: any Transaction

    /// Identity is the first day: chosen twice on one day, the later choice holds.
    package func put(_ headline: Headline) throws -> Put<Int64> {
        let known: (Int64, Headline)? = try transaction.first(HeadlineSQL.find, [Value(headline.from)]) {
            ($0.int(0), Headline($0))
        }
        let rest = [Value(headline.method), Value(headline.by)]
        return try transaction.put(
            headline, over: known,
            add: { try transaction.insert(HeadlineSQL.add, [Value(headline.from)] + rest) },
            change: { try transaction.run(HeadlineSQL.change, [.int($0)] + rest) })
    }

    package func all() throws -> [Headline] { try transaction.all(HeadlineSQL.all) { Headline($0) } }
}

extension Headline {
    fileprivate init(_ row: Row) { self.init(method: row.name(1), from: row.day(2), by: row.maybeKey(3)) }
}

extension Transaction {
    package var headlines: Headlines { Headlines(transaction: self) }
}

private enum HeadlineSQL {
    static let add: SQL = "INSERT INTO headlines (from_day, method, chosen_by) VALUES ($1, $2, $3) RETURNING id"
    static let change: SQL = "UPDATE headlines SET method = $2, chosen_by = $3 WHERE id = $1"
    static let find: SQL = "SELECT id, method, from_day, chosen_by FROM headlines WHERE from_day = $1"
    static let all: SQL = "SELECT id, method, from_day, chosen_by FROM headlines ORDER BY id"
}
