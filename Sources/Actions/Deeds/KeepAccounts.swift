package import Ledger
package import SalesDomain

/// What an administrator does with the accounts that there are. A password is made here, shown once to whoever
/// asked for it, and changed by its owner.
package struct KeepAccounts: Sendable {
    /// Who signs in from now on with what.
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

    /// Throws a `DeedProblem` or a `LedgerError`.
    package func renew(_ user: User.ID, by doer: Doer, at now: Instant) throws -> Opened {
        let password = Secret.code().text
        let hash = passwords.hash(password)
        let name = try change(user, "set_password", by: doer, at: now) { try $0.setPassword(hash, of: user) }
        return Opened(name: name, password: password)
    }

    /// An administrator cannot close their own account: somebody must be left who can open it again. Throws like `renew`.
    package func setOpen(_ isOpen: Bool, _ user: User.ID, by doer: Doer, at now: Instant) throws {
        if !isOpen, user == doer.user?.id { throw DeedProblem.notAllowed }
        _ = try change(user, isOpen ? "open_user" : "close_user", by: doer, at: now) {
            try $0.setActive(isOpen, of: user, at: now)
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
