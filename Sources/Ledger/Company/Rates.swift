package import SalesDomain

package struct Rates {
    let transaction: any Transaction

    package func put(_ rate: Rate) throws -> Put<Day> {
        let key = [Value(rate.day), .text(rate.currency.code), Value(rate.source)]
        let known = try transaction.first(RateSQL.find, key) { Rate($0) } ?? nil
        return try transaction.put(
            rate, over: known.map { (rate.day, $0) },
            add: {
                try transaction.send(RateSQL.add, key + [.double(rate.rate)])
                return rate.day
            }, change: { _ in try transaction.run(RateSQL.change, key + [.double(rate.rate)]) })
    }

    /// By day, currency, source.
    package func all() throws -> [Rate] { try transaction.all(RateSQL.all) { Rate($0) }.compactMap(\.self) }
}

extension Rate {
    fileprivate init?(_ row: Row) {
        guard let currency = Currency(code: row.text(1)) else { return nil }
        self.init(day: row.day(0), currency: currency, rate: row.double(3), source: row.name(2))
    }
}

extension Transaction {
    package var rates: Rates { Rates(transaction: self) }
}

private enum RateSQL {
    static let add: SQL = "INSERT INTO rates (day, currency, source, rate) VALUES ($1, $2, $3, $4)"
    static let change: SQL = "UPDATE rates SET rate = $4 WHERE day = $1 AND currency = $2 AND source = $3"
    static let find: SQL = """
        SELECT day, currency, source, rate FROM rates WHERE day = $1 AND currency = $2 AND source = $3
        """
    static let all: SQL = "SELECT day, currency, source, rate FROM rates ORDER BY day, currency, source"
}
