package import SalesDomain

extension Activities {
    /// Due before an instant and not done as of another, the earliest first. What was ticked off since is among it.
    package func planned(dueBefore end: Instant, asOf: Instant) throws -> [PlannedActivity] {
        let open = try transaction.all(PlannedSQL.due, [Value(end)]) { (PlannedActivity($0), $0.key(9) as Source.ID) }
        let since = try transaction.all(PlannedSQL.doneSince, [Value(end), Value(asOf)]) {
            (PlannedActivity($0), $0.key(9) as Source.ID)
        }
        let sources = try SourceNames(transaction)
        let named = try (open + since).map { $0.named(try name(of: $0, from: $1, among: sources)) }
        return since.isEmpty ? named : named.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
    }

    /// Unlike any other activity's.
    private func name(of activity: PlannedActivity, from source: Source.ID, among sources: SourceNames) throws -> String
    {
        try sources.name(activity.externalID, of: source, activity.id) { id, source in
            try transaction.first(PlannedSQL.find, [Value(source), .text(id)]) { $0.key(0) as Activity.ID }
        }
    }

    /// Which deals something is planned for, whenever it is due, as of an instant.
    package func dealsWithPlans(asOf: Instant) throws -> Set<Deal.ID> {
        Set(try planned(dueBefore: .distantFuture, asOf: asOf).filter { $0.recorded < asOf }.compactMap(\.deal))
    }

    /// One by the ledger's number, with the instant at which the books knew it.
    package func row(_ id: Activity.ID) throws -> (row: ActivityRow, recorded: Instant)? {
        try transaction.first(PlannedSQL.row, [Value(id)]) { (ActivityRow($0), $0.instant(15)) }
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

enum PlannedSQL {
    fileprivate static let find: SQL = "SELECT id FROM activities WHERE source = $1 AND external_id = $2"
    static let next: SQL = """
        SELECT id, external_id, kind, employee, deal, account, due_at, recorded_at, note, source
        FROM activities WHERE deal = $1 AND due_at IS NOT NULL AND done_at IS NULL AND recorded_at < $2
        ORDER BY due_at, id LIMIT 1
        """
    static let due: SQL = """
        SELECT id, external_id, kind, employee, deal, account, due_at, recorded_at, note, source
        FROM activities WHERE due_at IS NOT NULL AND done_at IS NULL AND due_at < $1 ORDER BY due_at, id
        """
    static let doneSince: SQL = """
        SELECT id, external_id, kind, employee, deal, account, due_at, recorded_at, note, source
        FROM activities WHERE due_at IS NOT NULL AND due_at < $1 AND done_at >= $2 ORDER BY due_at, id
        """
    fileprivate static let row: SQL = """
        SELECT id, source, external_id, kind, direction, employee, deal, account, contact, started_at, duration_s,
            result, due_at, done_at, note, recorded_at
        FROM activities WHERE id = $1
        """
}
