package import SalesDomain

package struct Employees {
    let transaction: any Transaction

    package func find(_ externalID: String, of source: Source.ID) throws -> (id: Employee.ID, row: EmployeeRow)? {
        try transaction.first(EmployeeSQL.find, [Value(source), .text(externalID)]) { ($0.key(0), EmployeeRow($0)) }
    }

    package func row(_ id: Employee.ID) throws -> EmployeeRow? {
        try transaction.first(EmployeeSQL.row, [Value(id)]) { EmployeeRow($0) }
    }

    package func put(_ row: EmployeeRow, by telling: Telling) throws -> Put<Employee.ID> {
        try transaction.put(
            row, over: try find(row.externalID, of: row.source), by: telling,
            told: (EmployeeSQL.told, EmployeeSQL.tell),
            changes: { $1.active == row.active ? [] : [.active($0, .init(old: $1.active, new: row.active))] },
            add: { Key(try transaction.insert(EmployeeSQL.add, row.values)) },
            change: { try transaction.run(EmployeeSQL.change, row.values + [Value($0)]) })
    }

    /// The one of that identity; who is not known is added, with nothing but a name.
    package func id(of externalID: String, from source: Source.ID) throws -> Employee.ID {
        try find(externalID, of: source)?.id
            ?? Key(
                try transaction.insert(
                    EmployeeSQL.add, EmployeeRow(source: source, externalID: externalID, name: externalID).values))
    }

    /// When the file was made that told of somebody last; nil: none did.
    package func toldAt(_ id: Employee.ID) throws -> Instant? {
        try transaction.first(EmployeeSQL.told, [Value(id)]) { $0.maybeInstant(0) } ?? nil
    }

    /// All whom a name outside may mean.
    package func meant(by name: String) throws -> [(id: Employee.ID, row: EmployeeRow)] {
        try SourceNames(transaction).meant(by: name) { try find($0, of: $1) }
    }

    /// By what somebody is named outside, unlike anybody else.
    package func name(of known: (id: Employee.ID, row: EmployeeRow), among sources: SourceNames) throws -> String {
        try sources.name(known.row.externalID, of: known.row.source, known.id) { try find($0, of: $1)?.id }
    }

    /// In the order of names.
    package func all() throws -> [(id: Employee.ID, row: EmployeeRow)] {
        try transaction.all(EmployeeSQL.all) { ($0.key(0), EmployeeRow($0)) }
    }
}

package struct EmployeeRow: Sendable, Equatable {
    package let source: Source.ID
    package let externalID: String
    package var name: String
    package var email: String?
    package var department: Department.ID?
    package var role: Role
    package var active: Bool

    package init(
        source: Source.ID, externalID: String, name: String, email: String? = nil, department: Department.ID? = nil,
        role: Role = .seller, active: Bool = true
    ) {
        self.source = source
        self.externalID = externalID
        self.name = name
        self.email = email
        self.department = department
        self.role = role
        self.active = active
    }

    fileprivate init(_ row: Row) {
        self.init(
            source: row.key(1), externalID: row.text(2), name: row.text(3), email: row.maybeText(4),
            department: row.maybeKey(5), role: row.name(6), active: row.bool(7))
    }

    fileprivate var values: [Value] {
        [
            Value(source), .text(externalID), .text(name), .text(TextKey.folded(name)), .bytes(TextKey.order(name)),
            Value(email), Value(department), Value(role), Value(active),
        ]
    }
}

extension Transaction {
    package var employees: Employees { Employees(transaction: self) }
}

private enum EmployeeSQL {
    static let add: SQL = """
        INSERT INTO employees (source, external_id, name, folded, sort_key, email, department, role, active)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id
        """
    static let change: SQL = """
        UPDATE employees SET source = $1, external_id = $2, name = $3, folded = $4, sort_key = $5, email = $6,
            department = $7, role = $8, active = $9
        WHERE id = $10
        """
    static let told: SQL = "SELECT told_at FROM employees WHERE id = $1"
    static let tell: SQL = "UPDATE employees SET told_at = $2 WHERE id = $1"
    static let find: SQL = """
        SELECT id, source, external_id, name, email, department, role, active
        FROM employees WHERE source = $1 AND external_id = $2
        """
    static let row: SQL = """
        SELECT id, source, external_id, name, email, department, role, active FROM employees WHERE id = $1
        """
    static let all: SQL = """
        SELECT id, source, external_id, name, email, department, role, active FROM employees ORDER BY sort_key, id
        """
}
