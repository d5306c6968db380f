package import SalesDomain

package struct Submissions {
    let transaction: any Transaction

    /// Identity is whose, of which period, what kind and when.
    package func put(_ submission: Submission, period: String) throws -> Put<Int64> {
        let key = [
            Value(submission.employee), .text(period), Value(submission.kind), Value(submission.made),
        ]
        let rest = [
            Value(submission.amount), Value(submission.note), Value(submission.model), Value(submission.by),
        ]
        let known: (Int64, SubmissionRow)? = try transaction.first(SubmissionSQL.find, key) {
            ($0.int(0), SubmissionRow($0))
        }
        return try transaction.put(
            SubmissionRow(submission), over: known,
            add: { try transaction.insert(SubmissionSQL.add, key + rest) },
            change: { try transaction.run(SubmissionSQL.change, [.int($0)] + rest) })
    }

    /// In the order in which they were made. Of a period whose name the calendar cannot read: none.
    package func all(in calendar: CompanyCalendar) throws -> [Submission] {
        try transaction.all(SubmissionSQL.all) { row -> Submission? in
            guard let period = Period(name: row.text(6), in: calendar) else { return nil }
            return Submission(
                employee: row.key(5), period: period, kind: row.name(7), amount: row.int(1), note: row.maybeText(2),
                model: row.maybeInt(3), made: row.instant(8), by: row.maybeKey(4))
        }.compactMap(\.self)
    }
}

/// What may differ under one identity.
private struct SubmissionRow: Equatable {
    let amount: Int64
    let note: String?
    let model: Int64?
    let by: Employee.ID?

    init(_ submission: Submission) {
        amount = submission.amount
        note = submission.note
        model = submission.model
        by = submission.by
    }

    init(_ row: Row) {
        amount = row.int(1)
        note = row.maybeText(2)
        model = row.maybeInt(3)
        by = row.maybeKey(4)
    }
}

extension Transaction {
    package var submissions: Submissions { Submissions(transaction: self) }
}

private enum SubmissionSQL {
    static let add: SQL = """
        INSERT INTO submissions (employee, period, kind, made_at, amount, note, model, made_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
        """
    static let change: SQL = "UPDATE submissions SET amount = $2, note = $3, model = $4, made_by = $5 WHERE id = $1"
    static let find: SQL = """
        SELECT id, amount, note, model, made_by FROM submissions
        WHERE employee = $1 AND period = $2 AND kind = $3 AND made_at = $4
        """
    static let all: SQL = """
        SELECT id, amount, note, model, made_by, employee, period, kind, made_at FROM submissions ORDER BY made_at, id
        """
}
