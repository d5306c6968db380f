package import SalesDomain

package struct AlertSnoozes {
    let transaction: any Transaction

    /// Identity is everything but the day until when.
    package func put(_ snooze: AlertSnooze) throws -> Put<Int64> {
        let known: (Int64, AlertSnooze)? = try transaction.first(AlertSnoozeSQL.find, snooze.key) {
            ($0.int(0), AlertSnooze($0))
        }
        return try transaction.put(
            snooze, over: known,
            add: { try transaction.insert(AlertSnoozeSQL.add, snooze.key + [Value(snooze.until)]) },
            change: { try transaction.run(AlertSnoozeSQL.change, [.int($0), Value(snooze.until)]) })
    }

    /// In the order in which they were entered.
    package func all() throws -> [AlertSnooze] { try transaction.all(AlertSnoozeSQL.all) { AlertSnooze($0) } }
}

extension AlertSnooze {
    fileprivate init(_ row: Row) {
        self.init(
            mark: AlertMark(
                kind: row.name(3), scope: Scope(department: row.maybeKey(4), employee: row.maybeKey(5)),
                stage: row.maybeKey(6), deal: row.maybeKey(7)),
            by: row.key(1), until: row.day(8), at: row.instant(2))
    }

    fileprivate var key: [Value] {
        [
            Value(by), Value(at), Value(mark.kind), Value(mark.scope.parts.department),
            Value(mark.scope.parts.employee), Value(mark.stage), Value(mark.deal),
        ]
    }
}

extension Transaction {
    package var alertSnoozes: AlertSnoozes { AlertSnoozes(transaction: self) }
}

private enum AlertSnoozeSQL {
    static let add: SQL = """
        INSERT INTO alert_snoozes (employee, made_at, kind, department, person, stage, deal, until_day)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
        """
    static let change: SQL = "UPDATE alert_snoozes SET until_day = $2 WHERE id = $1"
    static let find: SQL = """
        SELECT id, employee, made_at, kind, department, person, stage, deal, until_day FROM alert_snoozes
        WHERE employee = $1 AND made_at = $2 AND kind = $3 AND department IS NOT DISTINCT FROM $4
            AND person IS NOT DISTINCT FROM $5 AND stage IS NOT DISTINCT FROM $6 AND deal IS NOT DISTINCT FROM $7
        """
    static let all: SQL = """
        SELECT id, employee, made_at, kind, department, person, stage, deal, until_day FROM alert_snoozes ORDER BY id
        """
}
