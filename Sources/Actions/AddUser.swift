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
    /// Several employees have this e-mail; their ids.
    case severalEmployees(String, [String])
    /// Whoever has this e-mail no longer works here.
    case employeeLeft(String)
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

    /// The account, and whose it is.
    package struct Added: Sendable, Equatable {
        package struct Person: Sendable, Equatable {
            /// As the company's CRM calls the person.
            package let externalID: String
            package let name: String
            package let role: Role
            /// Nobody named the person: the e-mail did.
            package let isByEmail: Bool
        }
        package let id: User.ID
        /// Nil: the account is no employee's.
        package let employee: Person?
    }

    private let store: any Store
    private let passwords: Passwords

    package init(store: any Store, passwords: Passwords = Passwords()) {
        self.store = store
        self.passwords = passwords
    }

    /// An employee who has the name as an e-mail is the account's, unless another is named: then what is seen is what the
    /// employee may see, and the role is the employee's. Throws a `UserProblem` or a `LedgerError`.
    @discardableResult
    package func callAsFunction(_ wishes: Wishes, at now: Instant, by user: User.ID? = nil) throws -> Added {
        if User.folded(wishes.name).isEmpty { throw UserProblem.nameEmpty }
        try Passwords.requireLength(wishes.password)
        let password = passwords.hash(wishes.password)
        return try store.write { ledger in
            if try ledger.user(named: wishes.name) != nil { throw UserProblem.nameTaken(wishes.name) }
            let named = try AddUser.employee(wishes.employee, in: ledger)
            let known = try named ?? AddUser.employee(withEmail: wishes.name, in: ledger)
            let role = named == nil ? known?.row.role : wishes.role ?? known?.row.role
            let id = try ledger.addUser(
                named: wishes.name, password: password, role: role ?? wishes.role ?? .admin, employee: known?.id,
                language: wishes.language, at: now)
            try ledger.note("add_user", on: "user:\(id.number)", by: user, at: now)
            return Added(
                id: id,
                employee: known.map {
                    .init(
                        externalID: $0.row.externalID, name: $0.row.name, role: $0.row.role, isByEmail: named == nil)
                })
        }
    }

    /// Whether somebody who works here has this e-mail. Throws like the deed itself.
    package func isEmail(_ name: String) throws -> Bool {
        try store.read { try AddUser.employee(withEmail: name, in: $0) != nil }
    }

    typealias Known = (id: Employee.ID, row: EmployeeRow)

    private static func employee(_ externalID: String?, in ledger: any Transaction) throws -> Known? {
        guard let externalID else { return nil }
        guard let found = try ledger.employees.all().first(where: { $0.row.externalID == externalID }) else {
            throw UserProblem.noSuchEmployee(externalID)
        }
        return found
    }

    /// E-mails are compared as names are that people sign in with.
    static func employee(withEmail name: String, in ledger: any Transaction) throws -> Known? {
        let folded = User.folded(name)
        let alike = try ledger.employees.all().filter { $0.row.email.map(User.folded) == folded }
        let active = alike.filter(\.row.active)
        if active.count > 1 { throw UserProblem.severalEmployees(name, active.map(\.row.externalID)) }
        if active.isEmpty, !alike.isEmpty { throw UserProblem.employeeLeft(name) }
        return active.first
    }
}

extension Passwords {
    package static func requireLength(_ password: String) throws(UserProblem) {
        if password.count < leastLength { throw .passwordTooShort(least: leastLength) }
    }
}
