package import Ledger
package import SalesDomain

/// Why a person's account was not made or changed.
package enum UserProblem: Error, Sendable, Equatable {
    case nameEmpty
    case nameTaken(String)
    case passwordTooShort(least: Int)
    case noSuchUser(String)
    /// No employee of that id in the books.
    case noSuchEmployee(String)
}

/// Gives somebody an account to sign in with.
package struct AddUser: Sendable {
    package struct Wishes: Sendable, Equatable {
        package var name: String
        package var password: String
        /// Nil: the employee's own, or admin without an employee.
        package var role: Role?
        /// As the company's CRM calls the person.
        package var employee: String?
        package var language: Company.Language?
        package init(
            name: String, password: String, role: Role? = nil, employee: String? = nil,
            language: Company.Language? = nil
        ) {
            self.name = name
            self.password = password
            self.role = role
            self.employee = employee
            self.language = language
        }
    }

    private let store: any Store
    private let passwords: Passwords

    package init(store: any Store, passwords: Passwords = Passwords()) {
        self.store = store
        self.passwords = passwords
    }

    /// Throws a `UserProblem` or a `LedgerError`.
    @discardableResult
    package func callAsFunction(_ wishes: Wishes, at now: Instant, by user: User.ID? = nil) throws -> User.ID {
        if User.folded(wishes.name).isEmpty { throw UserProblem.nameEmpty }
        try Passwords.requireLength(wishes.password)
        let password = passwords.hash(wishes.password)
        return try store.write { ledger in
            if try ledger.user(named: wishes.name) != nil { throw UserProblem.nameTaken(wishes.name) }
            let employee = try AddUser.employee(wishes.employee, in: ledger)
            let id = try ledger.addUser(
                named: wishes.name, password: password, role: wishes.role ?? employee?.row.role ?? .admin,
                employee: employee?.id, language: wishes.language, at: now)
            try ledger.note("add_user", on: "user:\(id.number)", by: user, at: now)
            return id
        }
    }

    private static func employee(_ externalID: String?, in ledger: any Transaction) throws
        -> (id: Employee.ID, row: EmployeeRow)?
    {
        guard let externalID else { return nil }
        guard let found = try ledger.employees.all().first(where: { $0.row.externalID == externalID }) else {
            throw UserProblem.noSuchEmployee(externalID)
        }
        return found
    }
}

extension Passwords {
    package static func requireLength(_ password: String) throws(UserProblem) {
        if password.count < leastLength { throw .passwordTooShort(least: leastLength) }
    }
}
