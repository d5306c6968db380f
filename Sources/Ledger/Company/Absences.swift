package import SalesDomain

package struct Absences {
    let transaction: any Transaction

    /// One of a person, a first day and a kind; another with the same three replaces it.
    package func put(_ row: AbsenceRow) throws -> Put<Int64> {
        let known: (Int64, AbsenceRow)? = try transaction.first(
            AbsenceSQL.find, [Value(row.employee), Value(row.from), Value(row.kind)]
        ) { ($0.int(0), AbsenceRow($0)) }
        return try transaction.put(
            row, over: known,
            add: {
                try transaction.insert(
                    AbsenceSQL.add, [Value(row.employee), Value(row.from), Value(row.to), Value(row.kind)])
            }, change: { try transaction.run(AbsenceSQL.change, [.int($0), Value(row.to)]) })
    }

    /// By employee and first day.
    package func all() throws -> [AbsenceRow] { try transaction.all(AbsenceSQL.all) { AbsenceRow($0) } }
}

package struct AbsenceRow: Sendable, Equatable {
    package let employee: Employee.ID
    package let from: Day
    /// The last day, included; nil: not known yet.
    package let to: Day?
    package let kind: String?

    package init(employee: Employee.ID, from: Day, to: Day?, kind: String?) {
        self.employee = employee
        self.from = from
        self.to = to
        self.kind = kind
    }

    fileprivate init(_ row: Row) {
        self.init(employee: row.key(1), from: row.day(2), to: row.maybeDay(3), kind: row.maybeText(4))
    }
}

extension Transaction {
    package var absences: Absences { Absences(transaction: self) }
}

private enum AbsenceSQL {
    static let add: SQL = """
        INSERT INTO absences (employee, from_day, to_day, kind) VALUES ($1, $2, $3, $4) RETURNING id
        """
    static let change: SQL = "UPDATE absences SET to_day = $2 WHERE id = $1"
    static let find: SQL = """
        SELECT id, employee, from_day, to_day, kind FROM absences
        WHERE employee = $1 AND from_day = $2 AND kind IS NOT DISTINCT FROM $3
        """
    static let all: SQL = """
        SELECT id, employee, from_day, to_day, kind FROM absences ORDER BY employee, from_day, id
        """
}
