package import SalesDomain

extension Activities {
    /// Not done yet and due before an instant, the earliest first.
    package func planned(dueBefore end: Instant) throws -> [PlannedActivity] {
        try transaction.all(PlannedSQL.due, [Value(end)]) { PlannedActivity($0) }
    }

    /// What is to be done next about a deal, as known before an instant; nil: nothing is planned.
    package func next(about deal: Deal.ID, before instant: Instant) throws -> PlannedActivity? {
        try transaction.first(PlannedSQL.next, [Value(deal), Value(instant)]) { PlannedActivity($0) }
    }
}

extension PlannedActivity {
    fileprivate init(_ row: Row) {
        self.init(
            id: row.key(0), externalID: row.text(1), kind: row.name(2), employee: row.maybeKey(3),
            deal: row.maybeKey(4), account: row.maybeKey(5), due: row.instant(6), recorded: row.instant(7),
            note: row.maybeText(8))
    }
}

private enum PlannedSQL {
    static let next: SQL = """
        SELECT id, external_id, kind, employee, deal, account, due_at, recorded_at, note
        FROM activities WHERE deal = $1 AND due_at IS NOT NULL AND done_at IS NULL AND recorded_at < $2
        ORDER BY due_at, id LIMIT 1
        """
    static let due: SQL = """
        SELECT id, external_id, kind, employee, deal, account, due_at, recorded_at, note
        FROM activities WHERE due_at IS NOT NULL AND done_at IS NULL AND due_at < $1 ORDER BY due_at, id
        """
}
