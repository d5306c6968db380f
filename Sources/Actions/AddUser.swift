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
    /// Several sources have an employee of this id; as each is named.
    case severalCalled(String, [String])
    /// Whoever has this e-mail no longer works here.
    case employeeLeft(String)
    /// Who was named no longer works here, so that signing in would be refused.
    case personLeft(name: String, id: String)
    /// Who is meant signs in already, by this name.
    case hasAccount(person: String, id: String, name: String)
    /// The sign-in name is the e-mail of somebody else who works here.
    case othersEmail(String, person: String, id: String)
    /// Who is no employee has no role but the one that is said.
    case roleMissing(String)
}

/// Gives somebody an account to sign in with: the one way to it, for a page and for the command line.
package struct AddUser: Sendable {
    /// How whoever asks for it says which employee is meant.
    package enum Whose: Sendable, Equatable {
        /// As the company's CRM calls the person.
        case called(String)
        case employee(Employee.ID)
    }

    package struct Wishes: Sendable, Equatable {
        package var name: String
        /// Nil: one is made.
        package var password: String?
        /// Of an account that is no employee's; an employee has their own.
        package var role: Role?
        /// Nil: the one who has the name as an e-mail, if there is one.
        package var employee: Whose?
        package var language: Company.Language?
        package init(
            name: String, password: String?, role: Role? = nil, employee: Whose? = nil,
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
        /// As it is stored.
        package let name: String
        /// In readable form this once.
        package let password: String
        /// Nil: the account is no employee's.
        package let employee: Person?
    }

    private let store: any Store
    private let passwords: Passwords

    package init(store: any Store, passwords: Passwords = Passwords()) {
        self.store = store
        self.passwords = passwords
    }

    /// What is seen with an employee's account is what the employee may see, and the role is the employee's. Throws a
    /// `UserProblem`, a `LedgerError`, or a `DeedProblem` where somebody else than an administrator asks.
    @discardableResult
    package func callAsFunction(_ wishes: Wishes, by doer: Doer = .console, at now: Instant) throws -> Added {
        let name = wishes.name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if name.isEmpty { throw UserProblem.nameEmpty }
        let password = wishes.password ?? Secret.code().text
        try Passwords.requireLength(password)
        let hash = passwords.hash(password)
        return try store.write { ledger in
            try DeedPlace(ledger, doer, at: now).require([.admin])
            if try ledger.user(named: name) != nil { throw UserProblem.nameTaken(name) }
            let named = try wishes.employee.map { try AddUser.employee($0, in: ledger) }
            let known = try named ?? AddUser.employee(withEmail: name, in: ledger)
            if let named { try AddUser.requireNobodyElses(name, than: named, in: ledger) }
            if let known { try AddUser.requireNoAccount(of: known, in: ledger) }
            guard let role = known?.row.role ?? wishes.role else { throw UserProblem.roleMissing(name) }
            let id = try ledger.addUser(
                named: name, password: hash, role: role, employee: known?.id, language: wishes.language, at: now)
            try ledger.note("add_user", on: "user:\(id.number)", by: doer.user?.id, at: now)
            return Added(
                id: id, name: name, password: password,
                employee: try known.map {
                    .init(
                        externalID: try AddUser.name($0, ledger), name: $0.row.name, role: $0.row.role,
                        isByEmail: named == nil)
                })
        }
    }

    /// Whether somebody who works here has this e-mail. Throws like the deed itself.
    package func isEmail(_ name: String) throws -> Bool {
        try store.read { try AddUser.employee(withEmail: name, in: $0) != nil }
    }

    typealias Known = (id: Employee.ID, row: EmployeeRow)

    private static func employee(_ whose: Whose, in ledger: any Transaction) throws -> Known {
        let alike: [Known]
        let said: String
        switch whose {
        case .called(let id): (alike, said) = (try ledger.employees.meant(by: id), id)
        case .employee(let id):
            (alike, said) = (try ledger.employees.row(id).map { [(id, $0)] } ?? [], "\(id.number)")
        }
        guard let found = alike.first else { throw UserProblem.noSuchEmployee(said) }
        guard alike.count == 1 else { throw UserProblem.severalCalled(said, try alike.map { try name($0, ledger) }) }
        if !found.row.active { throw UserProblem.personLeft(name: found.row.name, id: try name(found, ledger)) }
        return found
    }

    /// By what somebody is named outside.
    private static func name(_ known: Known, _ ledger: any Transaction) throws -> String {
        try ledger.employees.name(of: known, among: SourceNames(ledger))
    }

    /// What was done in one's account must be one's own: nobody has two, and nobody signs in by another's e-mail.
    private static func requireNoAccount(of known: Known, in ledger: any Transaction) throws {
        guard let account = try ledger.users().first(where: { $0.employee == known.id }) else { return }
        throw UserProblem.hasAccount(person: known.row.name, id: try name(known, ledger), name: account.name)
    }

    private static func requireNobodyElses(_ name: String, than named: Known, in ledger: any Transaction) throws {
        let owners = try employees(withEmail: name, in: ledger).filter(\.row.active)
        guard let owner = owners.first, !owners.contains(where: { $0.id == named.id }) else { return }
        throw UserProblem.othersEmail(name, person: owner.row.name, id: try self.name(owner, ledger))
    }

    /// E-mails are compared as names are that people sign in with.
    private static func employees(withEmail name: String, in ledger: any Transaction) throws -> [Known] {
        let folded = User.folded(name)
        return try ledger.employees.all().filter { $0.row.email.map(User.folded) == folded }
    }

    private static func employee(withEmail name: String, in ledger: any Transaction) throws -> Known? {
        let alike = try employees(withEmail: name, in: ledger)
        let active = alike.filter(\.row.active)
        if active.count > 1 {
            throw UserProblem.severalEmployees(name, try active.map { try self.name($0, ledger) })
        }
        if active.isEmpty, !alike.isEmpty { throw UserProblem.employeeLeft(name) }
        return active.first
    }
}

extension Passwords {
    package static func requireLength(_ password: String) throws(UserProblem) {
        if password.count < leastLength { throw .passwordTooShort(least: leastLength) }
    }
}
