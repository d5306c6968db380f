package import Ledger
package import SalesDomain

/// Opens a session for whoever knows the password. A wrong password and an unknown name have one answer, in one time.
package struct SignIn: Sendable {
    /// `Right`: what whoever knows the password gets.
    package enum Answer<Right: Sendable & Equatable>: Sendable, Equatable {
        case right(Right)
        case wrong
        /// The password is right, but the person's record says that they no longer work here.
        case left
        /// Seconds to wait before the next try.
        case slowed(Int)
    }

    package struct Opened: Sendable, Equatable {
        /// For the cookie only.
        package let token: Secret
        package let user: User
    }

    /// Seconds that a session lasts.
    package static let length: Int64 = 7 * 86_400

    private let store: any Store
    private let passwords: Passwords
    private let guesses: SignInGuesses

    package init(store: any Store, passwords: Passwords = Passwords(), guesses: SignInGuesses = SignInGuesses()) {
        self.store = store
        self.passwords = passwords
        self.guesses = guesses
    }

    /// `old`: the session that the browser had before; it ends. Throws `LedgerError`.
    package func callAsFunction(
        name: String, password: String, from address: String, replacing old: Secret?, at now: Instant
    ) throws -> Answer<Opened> {
        switch try prove(name: name, password: password, from: address, at: now) {
        case .right(let user): .right(Opened(token: try open(user, replacing: old, at: now), user: user))
        case .wrong: .wrong
        case .left: .left
        case .slowed(let seconds): .slowed(seconds)
        }
    }

    /// Whether somebody knows a password, and who, without opening a session. Throws `LedgerError`.
    package func prove(name: String, password: String, from address: String, at now: Instant) throws -> Answer<User> {
        let visitor = SignInGuesses.Visitor(name: User.folded(name), address: address)
        let wait = guesses.wait(for: visitor, at: now)
        if wait > 0 { return .slowed(wait) }
        let found = try store.read { try $0.user(named: name) }
        guard passwords.matches(password, found?.password), let user = found?.user, user.active else { return .wrong }
        guesses.succeeded(visitor)
        return try store.read({ try $0.hasLeft(user) }) ? .left : .right(user)
    }

    private func open(_ user: User, replacing old: Secret?, at now: Instant) throws -> Secret {
        let token = Secret.token()
        try store.write { ledger in
            if let old { try ledger.endSession(old.digest) }
            try ledger.openSession(token.digest, of: user.id, at: now, until: now.adding(seconds: Self.length))
            try ledger.note("sign_in", on: "user:\(user.id.number)", by: user.id, at: now)
        }
        return token
    }
}
