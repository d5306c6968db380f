package import SalesDomain

/// Who belonged where, since when.
package struct Memberships {
    let transaction: any Transaction

    /// One of a person, a department and a first day; another with the same three replaces it.
    package func put(_ row: MembershipRow) throws -> Put<Int64> {
        let known: (Int64, MembershipRow)? = try transaction.first(
            MembershipSQL.find, [Value(row.employee), Value(row.department), Value(row.from)]
        ) { ($0.int(0), MembershipRow($0)) }
        return try transaction.put(
            row, over: known, add: { try transaction.insert(MembershipSQL.add, row.values) },
            change: {
                try transaction.run(MembershipSQL.change, [.int($0), Value(row.role), Value(row.head), Value(row.to)])
            })
    }

    /// By employee and first day.
    package func all() throws -> [MembershipRow] { try transaction.all(MembershipSQL.all) { MembershipRow($0) } }

    /// Is anything said of this person?
    package func any(of employee: Employee.ID) throws -> Bool {
        try transaction.number(MembershipSQL.count, [Value(employee)]) > 0
    }
}

package struct MembershipRow: Sendable, Equatable {
    package let employee: Employee.ID
    package let department: Department.ID
    /// Nil: the person's own.
    package let role: Role?
    package let head: Bool
    package let from: Day?
    package let to: Day?

    package init(
        employee: Employee.ID, department: Department.ID, role: Role?, head: Bool, from: Day? = nil, to: Day? = nil
    ) {
        self.employee = employee
        self.department = department
        self.role = role
        self.head = head
        self.from = from
        self.to = to
    }

    fileprivate init(_ row: Row) {
        self.init(
            employee: row.key(1), department: row.key(2), role: row.maybeName(3), head: row.bool(4),
            from: row.maybeDay(5), to: row.maybeDay(6))
    }

    fileprivate var values: [Value] {
        [Value(employee), Value(department), Value(role), Value(head), Value(from), Value(to)]
    }
}

extension Transaction {
    package var memberships: Memberships { Memberships(transaction: self) }
}

private enum MembershipSQL {
    static let add: SQL = """
        INSERT INTO memberships (employee, department, role, head, from_day, to_day)
        VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
        """
    static let change: SQL = "UPDATE memberships SET role = $2, head = $3, to_day = $4 WHERE id = $1"
    static let find: SQL = """
        SELECT id, employee, department, role, head, from_day, to_day FROM memberships
        WHERE employee = $1 AND department = $2 AND from_day IS NOT DISTINCT FROM $3
        """
    static let all: SQL = """
        SELECT id, employee, department, role, head, from_day, to_day FROM memberships
        ORDER BY employee, COALESCE(from_day, -2147483648), id
        """
    static let count: SQL = "SELECT count(*) FROM memberships WHERE employee = $1"
}
