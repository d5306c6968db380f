package import SalesDomain

package struct Activities {
    let transaction: any Transaction

    /// Identity is (source, external id). A new activity is recorded at `recorded`, one that differs anew at `again`;
    /// `batch` is asked for only when there is something to write. What somebody has ticked off stays done when a later
    /// row does not know of it.
    package func put(
        _ row: ActivityRow, recorded: Instant, again: Instant, in batch: @autoclosure () throws -> Batch.ID
    ) throws -> Put<Activity.ID> {
        try put(row, recorded, again, batch, id: { $0 }) { Key(try transaction.insert(ActivitySQL.add, $0)) }
    }

    /// The same for whoever does not ask for its number: nobody waits until the engine has given one.
    package func enter(
        _ row: ActivityRow, recorded: Instant, again: Instant, in batch: @autoclosure () throws -> Batch.ID
    ) throws -> Put<String> {
        try put(row, recorded, again, batch, id: { _ in row.externalID }) { values in
            try transaction.send(ActivitySQL.add, values)
            return row.externalID
        }
    }

    /// Says that these will be put.
    package func foresee(_ externalIDs: [String], of source: Source.ID) throws {
        try transaction.foresee(ActivitySQL.find) { externalIDs.map { [Value(source), .text($0)] } }
    }

    private func put<ID>(
        _ row: ActivityRow, _ recorded: Instant, _ again: Instant, _ batch: () throws -> Batch.ID,
        id: (Activity.ID) -> ID, add: ([Value]) throws -> ID
    ) throws -> Put<ID> {
        let key = [Value(row.source), .text(row.externalID)]
        let found: (Activity.ID, ActivityRow)? = try transaction.first(ActivitySQL.find, key) {
            ($0.key(0), ActivityRow($0))
        }
        defer { transaction.forget(ActivitySQL.find, key) }
        let row = row.keeping(done: found?.1.doneAt)
        return try transaction.put(
            row, over: found.map { (id: id($0.0), row: $0.1) },
            add: { try add(row.values + [Value(recorded), Value(try batch())]) },
            change: { _ in
                try transaction.run(
                    ActivitySQL.change, row.values + [Value(again), Value(try batch()), Value(found?.0)])
            })
    }

    /// In ascending order of id.
    package func each(_ body: (Activity.ID, ActivityRow) throws -> Void) throws {
        try transaction.each(ActivitySQL.all) { try body($0.key(0), ActivityRow($0)) }
    }

    /// Oldest first.
    package func of(_ deal: Deal.ID) throws -> [ActivityRow] {
        try transaction.all(ActivitySQL.ofDeal, [Value(deal)]) { ActivityRow($0) }
    }
}

package struct ActivityRow: Sendable, Equatable {
    package let source: Source.ID
    package let externalID: String
    package let kind: Activity.Kind
    package let direction: Activity.Direction?
    package let employee: Employee.ID?
    package let deal: Deal.ID?
    package let account: Account.ID?
    package let contact: Contact.ID?
    package let startedAt: Instant?
    package let seconds: Int64?
    package let result: Word.ID?
    package let dueAt: Instant?
    package let doneAt: Instant?
    package let note: String?

    package init(
        source: Source.ID, externalID: String, kind: Activity.Kind, direction: Activity.Direction?,
        employee: Employee.ID?, deal: Deal.ID?, account: Account.ID?, contact: Contact.ID?, startedAt: Instant?,
        seconds: Int64?, result: Word.ID?, dueAt: Instant?, doneAt: Instant?, note: String?
    ) {
        self.source = source
        self.externalID = externalID
        self.kind = kind
        self.direction = direction
        self.employee = employee
        self.deal = deal
        self.account = account
        self.contact = contact
        self.startedAt = startedAt
        self.seconds = seconds
        self.result = result
        self.dueAt = dueAt
        self.doneAt = doneAt
        self.note = note
    }

    init(_ row: Row) {
        self.init(
            source: row.key(1), externalID: row.text(2), kind: row.name(3), direction: row.maybeName(4),
            employee: row.maybeKey(5), deal: row.maybeKey(6), account: row.maybeKey(7), contact: row.maybeKey(8),
            startedAt: row.maybeInstant(9), seconds: row.maybeInt(10), result: row.maybeKey(11),
            dueAt: row.maybeInstant(12), doneAt: row.maybeInstant(13), note: row.maybeText(14))
    }

    /// Done, if it is not said when and something else knows it.
    package func keeping(done: Instant?) -> ActivityRow {
        guard doneAt == nil, dueAt != nil, let done else { return self }
        return ActivityRow(
            source: source, externalID: externalID, kind: kind, direction: direction, employee: employee, deal: deal,
            account: account, contact: contact, startedAt: startedAt, seconds: seconds, result: result, dueAt: dueAt,
            doneAt: done, note: note)
    }

    fileprivate var values: [Value] {
        [
            Value(source), .text(externalID), Value(kind), Value(direction), Value(employee), Value(deal),
            Value(account), Value(contact), Value(startedAt), Value(seconds), Value(result), Value(dueAt),
            Value(doneAt), Value(note),
        ]
    }
}

extension Transaction {
    package var activities: Activities { Activities(transaction: self) }
}

private enum ActivitySQL {
    static let add: SQL = """
        INSERT INTO activities (source, external_id, kind, direction, employee, deal, account, contact, started_at,
            duration_s, result, due_at, done_at, note, recorded_at, batch)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) RETURNING id
        """
    static let change: SQL = """
        UPDATE activities SET source = $1, external_id = $2, kind = $3, direction = $4, employee = $5, deal = $6,
            account = $7, contact = $8, started_at = $9, duration_s = $10, result = $11, due_at = $12, done_at = $13,
            note = $14, recorded_at = $15, batch = $16
        WHERE id = $17
        """
    static let find: SQL = """
        SELECT id, source, external_id, kind, direction, employee, deal, account, contact, started_at, duration_s,
            result, due_at, done_at, note
        FROM activities WHERE source = $1 AND external_id = $2
        """
    static let ofDeal: SQL = """
        SELECT id, source, external_id, kind, direction, employee, deal, account, contact, started_at, duration_s,
            result, due_at, done_at, note
        FROM activities WHERE deal = $1 ORDER BY started_at NULLS FIRST, id
        """
    static let all: SQL = """
        SELECT id, source, external_id, kind, direction, employee, deal, account, contact, started_at, duration_s,
            result, due_at, done_at, note
        FROM activities ORDER BY id
        """
}
