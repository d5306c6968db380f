package import Ledger
package import SalesDomain

/// What an administrator does with the accounts that people sign in with. A password is made here, shown once to whoever
/// asked for it, and changed by its owner.
package struct KeepAccounts: Sendable {
    /// Who may sign in from now on, and with what.
    package struct Opened: Sendable, Equatable {
        package let name: String
        package let password: String
    }

    private let store: any Store
    private let passwords: Passwords

    package init(store: any Store, passwords: Passwords = Passwords()) {
        self.store = store
        self.passwords = passwords
    }

    /// `role` is for an account that is no employee; an employee has their own. Without `employee` it is the account of the
    /// one who has the name as an e-mail. Throws a `DeedProblem`, a `UserProblem` or
    /// a `LedgerError`.
    package func add(
        named name: String, for employee: Employee.ID?, role: Role?, by doer: Doer, at now: Instant
    ) throws -> Opened {
        let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if name.isEmpty { throw UserProblem.nameEmpty }
        let opened = Opened(name: name, password: Secret.code().text)
        let hash = passwords.hash(opened.password)
        try store.write { ledger in
            let place = try DeedPlace(ledger, doer, at: now)
            try place.require([.admin])
            let isTaken = try ledger.user(named: name) != nil
            let employee = try employee ?? (isTaken ? nil : AddUser.employee(withEmail: name, in: ledger)?.id)
            let person = employee.flatMap { place.organisation.employee($0) }
            if employee != nil, person?.active != true { throw DeedProblem.wrong("employee") }
            if isTaken { throw UserProblem.nameTaken(name) }
            guard let role = person?.role ?? role else { throw DeedProblem.wrong("role") }
            let id = try ledger.addUser(
                named: name, password: hash, role: role, employee: employee, language: nil, at: now)
            try ledger.note("add_user", on: "user:\(id.number)", by: doer.user?.id, at: now)
        }
        return opened
    }

    /// Throws like `add`.
    package func renew(_ user: User.ID, by doer: Doer, at now: Instant) throws -> Opened {
        let password = Secret.code().text
        let hash = passwords.hash(password)
        let name = try change(user, "set_password", by: doer, at: now) { try $0.setPassword(hash, of: user) }
        return Opened(name: name, password: password)
    }

    /// An administrator cannot close their own account: somebody must be left who can open it again. Throws like `add`.
    package func setOpen(_ isOpen: Bool, _ user: User.ID, by doer: Doer, at now: Instant) throws {
        if !isOpen, user == doer.user?.id { throw DeedProblem.notAllowed }
        _ = try change(user, isOpen ? "open_user" : "close_user", by: doer, at: now) {
            try $0.setActive(isOpen, of: user)
        }
    }

    private func change(
        _ user: User.ID, _ deed: String, by doer: Doer, at now: Instant, _ change: (any Transaction) throws -> Void
    ) throws -> String {
        try store.write { ledger in
            try DeedPlace(ledger, doer, at: now).require([.admin])
            guard let known = try ledger.users().first(where: { $0.id == user }) else { throw DeedProblem.notFound }
            try change(ledger)
            try ledger.note(deed, on: "user:\(user.number)", by: doer.user?.id, at: now)
            return known.name
        }
    }
}
