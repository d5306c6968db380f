package import SalesDomain

package struct Departments {
    let transaction: any Transaction

    /// The department of that name; it is added, at the top, when there is none.
    package func id(of name: String) throws -> Department.ID {
        if let known = try find(name) { return known }
        return Key(
            try transaction.insert(DepartmentSQL.add, [.text(name), .bytes(TextKey.order(name)), .null]))
    }

    package func find(_ name: String) throws -> Department.ID? {
        try transaction.first(DepartmentSQL.find, [.text(name)]) { $0.key(0) }
    }

    package func put(_ name: String, under parent: Department.ID?, by telling: Telling) throws -> Put<Department.ID> {
        let known: (Department.ID, Department.ID?)? = try transaction.first(DepartmentSQL.find, [.text(name)]) {
            ($0.key(0), $0.maybeKey(1))
        }
        return try transaction.put(
            parent, over: known, by: telling, told: (DepartmentSQL.told, DepartmentSQL.tell),
            changes: { $1 == parent ? [] : [.parent(of: $0, .init(old: $1, new: parent))] },
            add: {
                Key(
                    try transaction.insert(
                        DepartmentSQL.add, [.text(name), .bytes(TextKey.order(name)), Value(parent)]))
            }, change: { try transaction.run(DepartmentSQL.move, [Value($0), Value(parent)]) })
    }

    /// Under which it stands, and when the file was made that told of it last; nil: none did.
    package func known(_ name: String) throws -> (parent: Department.ID?, toldAt: Instant?)? {
        try transaction.first(DepartmentSQL.known, [.text(name)]) { ($0.maybeKey(0), $0.maybeInstant(1)) }
    }

    /// In the order of names.
    package func all() throws -> [Department] {
        try transaction.all(DepartmentSQL.all) { Department(id: $0.key(0), name: $0.text(1), parent: $0.maybeKey(2)) }
    }
}

extension Transaction {
    package var departments: Departments { Departments(transaction: self) }
}

private enum DepartmentSQL {
    static let add: SQL = "INSERT INTO departments (name, sort_key, parent) VALUES ($1, $2, $3) RETURNING id"
    static let find: SQL = "SELECT id, parent FROM departments WHERE name = $1"
    static let known: SQL = "SELECT parent, told_at FROM departments WHERE name = $1"
    static let told: SQL = "SELECT told_at FROM departments WHERE id = $1"
    static let tell: SQL = "UPDATE departments SET told_at = $2 WHERE id = $1"
    static let move: SQL = "UPDATE departments SET parent = $2 WHERE id = $1"
    static let all: SQL = "SELECT id, name, parent FROM departments ORDER BY sort_key, id"
}
