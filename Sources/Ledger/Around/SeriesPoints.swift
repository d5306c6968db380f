package import SalesDomain

/// Counted series: leads, visits, whatever is counted by day.
package struct SeriesPoints {
    let transaction: any Transaction

    package func id(of name: String) throws -> Int64 {
        if let known = try transaction.first(SeriesSQL.find, [.text(name)], { $0.int(0) }) { return known }
        return try transaction.insert(SeriesSQL.add, [.text(name)])
    }

    package func put(_ value: Double, at day: Day, of series: Int64) throws -> Put<Day> {
        let key = [Value.int(series), Value(day)]
        let known = try transaction.first(SeriesSQL.findPoint, key) { $0.double(0) }
        return try transaction.put(
            value, over: known.map { (day, $0) },
            add: {
                try transaction.send(SeriesSQL.addPoint, key + [.double(value)])
                return day
            }, change: { _ in try transaction.run(SeriesSQL.changePoint, key + [.double(value)]) })
    }

    /// By series and day.
    package func each(_ body: (String, Day, Double) throws -> Void) throws {
        try transaction.each(SeriesSQL.all) { try body($0.text(0), $0.day(1), $0.double(2)) }
    }
}

extension Transaction {
    package var seriesPoints: SeriesPoints { SeriesPoints(transaction: self) }
}

private enum SeriesSQL {
    static let add: SQL = "INSERT INTO series (name) VALUES ($1) RETURNING id"
    static let find: SQL = "SELECT id FROM series WHERE name = $1"
    static let addPoint: SQL = "INSERT INTO series_points (series, day, value) VALUES ($1, $2, $3)"
    static let changePoint: SQL = "UPDATE series_points SET value = $3 WHERE series = $1 AND day = $2"
    static let findPoint: SQL = "SELECT value FROM series_points WHERE series = $1 AND day = $2"
    static let all: SQL = """
        SELECT s.name, p.day, p.value FROM series_points p JOIN series s ON s.id = p.series ORDER BY p.series, p.day
        """
}
