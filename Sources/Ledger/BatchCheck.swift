/// Batches without a position of the journal, or with one that the journal has not reached: there should be none.
extension Transaction {
    package func lostBatches() throws -> Int { Int(try number(BatchSQL.lost)) }
}

private enum BatchSQL {
    static let lost: SQL = """
        SELECT count(*) FROM batches WHERE position IS NULL OR position > (SELECT position FROM journal)
        """
}
