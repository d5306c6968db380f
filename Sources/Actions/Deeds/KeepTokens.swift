package import Ledger
package import SalesDomain

/// Why a token was not made or withdrawn.
package enum TokenProblem: Error, Sendable, Equatable {
    case nameEmpty
    /// A token of this name is there already, and is not withdrawn.
    case nameTaken(String)
    /// It would end before today.
    case over(Day)
    /// The person has so many already.
    case tooMany(Int)
    case noSuchUser(String)
    /// Whoever signs in so cannot sign in any more: the account is closed, or the person has left.
    case shut(String)
    /// No token has this number.
    case noSuchToken(Int64)
}

/// Tokens with which programs read in a person's place: what the person may see, and nothing else. The one way to them, for a
/// page and for the command line.
package struct KeepTokens: Sendable {
    package struct Wishes: Sendable, Equatable {
        /// What the token is for, in the words of its person.
        package var name: String
        /// The last day on which it works, on the company's clock; nil: it has no end.
        package var until: Day?
        package init(name: String, until: Day? = nil) {
            self.name = name
            self.until = until
        }
    }

    package struct Made: Sendable, Equatable {
        package let id: Token.ID
        /// As it is stored.
        package let name: String
        package let until: Day?
        /// In readable form this once.
        package let secret: Secret
    }

    /// That a person may have at once.
    package static let most = 20

    private let store: any Store

    package init(store: any Store) { self.store = store }

    /// - Parameter user: the name with which the person signs in. Nobody but the console makes a token for somebody else.
    ///
    /// Throws a `TokenProblem`, a `DeedProblem` or a `LedgerError`.
    package func make(_ wishes: Wishes, of user: String, by doer: Doer = .console, at now: Instant) throws -> Made {
        let name = wishes.name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if name.isEmpty { throw TokenProblem.nameEmpty }
        let secret = Secret.programToken()
        return try store.write { ledger in
            let place = try DeedPlace(ledger, doer, at: now)
            let owner = try KeepTokens.owner(user, ledger)
            if let own = doer.user?.id, own != owner.id { throw DeedProblem.notAllowed }
            if let until = wishes.until, until < place.today { throw TokenProblem.over(until) }
            let live = try ledger.tokens(of: owner.id).filter { $0.isLive(at: now) }
            if live.contains(where: { User.folded($0.name) == User.folded(name) }) {
                throw TokenProblem.nameTaken(name)
            }
            if live.count >= KeepTokens.most { throw TokenProblem.tooMany(KeepTokens.most) }
            let end = wishes.until.map { place.company.calendar.zone.start(of: $0 + 1) }
            let id = try ledger.addToken(secret.digest, named: name, of: owner.id, at: now, until: end)
            try ledger.note("add_token", on: "token:\(id.number)", by: doer.user?.id, at: now)
            return Made(id: id, name: name, until: wishes.until, secret: secret)
        }
    }

    /// One's own; the console and an administrator withdraw everybody's. To everybody else there is no such token.
    ///
    /// Throws like `make`.
    package func withdraw(_ id: Token.ID, by doer: Doer = .console, at now: Instant) throws
        -> (token: Token, owner: User)
    {
        try store.write { ledger in
            let role = try DeedPlace(ledger, doer, at: now).role
            let known = try ledger.tokens().first { $0.id == id && $0.withdrawnAt == nil }
            guard let known, doer.user == nil || doer.user?.id == known.account || role == .admin,
                let owner = try ledger.users().first(where: { $0.id == known.account })
            else { throw TokenProblem.noSuchToken(id.number) }
            try ledger.withdraw(id, at: now)
            try ledger.note("withdraw_token", on: "token:\(id.number)", by: doer.user?.id, at: now)
            return (known, owner)
        }
    }

    /// Who signs in so. Throws `TokenProblem.noSuchUser` or a `LedgerError`.
    package static func user(_ name: String, in store: any Store) throws -> User {
        try store.read { try user(name, $0) }
    }

    private static func user(_ name: String, _ ledger: any Transaction) throws -> User {
        guard let user = try ledger.user(named: name)?.user else { throw TokenProblem.noSuchUser(name) }
        return user
    }

    private static func owner(_ name: String, _ ledger: any Transaction) throws -> User {
        let user = try user(name, ledger)
        guard user.active, try !ledger.hasLeft(user) else { throw TokenProblem.shut(name) }
        return user
    }
}

extension Token {
    /// Neither withdrawn nor run out.
    package func isLive(at now: Instant) -> Bool {
        withdrawnAt == nil && expiresAt.map { $0 > now } ?? true
    }
}
