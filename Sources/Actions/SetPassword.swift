package import Ledger
package import SalesDomain

/// Gives an account a new password, and ends its sessions.
package struct SetPassword: Sendable {
    private let store: any Store
    private let passwords: Passwords

    package init(store: any Store, passwords: Passwords = Passwords()) {
        self.store = store
        self.passwords = passwords
    }

    /// Throws a `UserProblem` or a `LedgerError`.
    package func callAsFunction(
        of name: String, to password: String, at now: Instant, by user: User.ID? = nil
    ) throws {
        try Passwords.requireLength(password)
        let hash = passwords.hash(password)
        try store.write { ledger in
            guard let found = try ledger.user(named: name)?.user else { throw UserProblem.noSuchUser(name) }
            try ledger.setPassword(hash, of: found.id)
            try ledger.note("set_password", on: "user:\(found.id.number)", by: user, at: now)
        }
    }
}
