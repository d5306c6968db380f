/// What is left where two imports ran into one database at once, as earlier versions let them: the same change of a deal,
/// entered by both. How many entries there are of that kind; there should be none.
extension Transaction {
    package func doubledEntries() throws -> Int {
        var doubled: Int64 = 0
        let pairs = try all(DoubledSQL.together, []) { (Value.int($0.int(0)), Value.int($0.int(1))) }
        for (one, other) in pairs { doubled += try first(DoubledSQL.doubled, [one, other]) { $0.int(0) } ?? 0 }
        return Int(doubled)
    }
}

private enum DoubledSQL {
    /// Runs whose places in the journal lie between each other's.
    static let together: SQL = """
        WITH runs AS (
            SELECT import, MIN(position) AS first, MAX(position) AS last FROM batches WHERE import IS NOT NULL
            GROUP BY import
        )
        SELECT a.import, b.import FROM runs a JOIN runs b ON b.first > a.first AND b.first < a.last
        ORDER BY a.import, b.import
        """
    static let doubled: SQL = """
        SELECT count(*) FROM batches x
        JOIN deal_log a ON a.batch = x.id
        JOIN deal_log b ON b.deal = a.deal AND b.changed_at = a.changed_at AND b.field = a.field
            AND (b.new = a.new OR (b.new IS NULL AND a.new IS NULL))
        JOIN batches y ON y.id = b.batch
        WHERE x.import = $1 AND y.import = $2
        """
}
