package import SalesDomain

/// What facts hold of an activity, and on which batch it hangs.
package struct DoneActivity: Sendable, Equatable {
    package let id: Activity.ID
    package let kind: Activity.Kind
    package let direction: Activity.Direction?
    package let employee: Employee.ID?
    package let deal: Deal.ID?
    package let account: Account.ID?
    package let contact: Contact.ID?
    /// When it began, or when it was done; nil of what is only planned.
    package let at: Instant?
    package let seconds: Int64?
    package let result: Activity.Result
    package let recordedAt: Instant
    package let batch: Batch.ID

    fileprivate init(_ row: Row) {
        id = row.key(0)
        kind = row.name(1)
        direction = row.maybeName(2)
        employee = row.maybeKey(3)
        deal = row.maybeKey(4)
        account = row.maybeKey(5)
        contact = row.maybeKey(6)
        at = row.maybeInstant(7)
        seconds = row.maybeInt(8)
        result = Activity.Result(words: row.maybeText(9))
        recordedAt = row.instant(10)
        batch = row.key(11)
    }
}

extension Activities {
    /// In ascending order of id, planned ones too.
    package func eachDone(_ body: (DoneActivity) throws -> Void) throws {
        try transaction.each(DoneSQL.all) { try body(DoneActivity($0)) }
    }

    /// Those that were entered or changed after a position of the journal, in ascending order of id.
    package func done(since position: Int64) throws -> [DoneActivity] {
        try transaction.all(DoneSQL.since, [.int(position)]) { DoneActivity($0) }
    }
}

private enum DoneSQL {
    static let all: SQL = """
        SELECT a.id, a.kind, a.direction, a.employee, a.deal, a.account, a.contact,
            COALESCE(a.started_at, a.done_at), a.duration_s, w.text, a.recorded_at, a.batch
        FROM activities a LEFT JOIN words w ON w.id = a.result ORDER BY a.id
        """
    static let since: SQL = """
        SELECT a.id, a.kind, a.direction, a.employee, a.deal, a.account, a.contact,
            COALESCE(a.started_at, a.done_at), a.duration_s, w.text, a.recorded_at, a.batch
        FROM batches b CROSS JOIN activities a LEFT JOIN words w ON w.id = a.result
        WHERE a.batch = b.id AND b.position > $1 ORDER BY a.id
        """
}
