package import Ledger
package import SalesDomain

/// Tokens, whose they are and whether they open anything. What a token reads like is stored nowhere.
package struct ListTokens: Sendable {
    package enum State: String, Sendable, CaseIterable {
        case works, expired, withdrawn
        /// The person has left, or their account is closed.
        case shut
    }

    package struct Row: Sendable, Equatable {
        package let token: Token
        package let owner: User
        package let madeOn: Day
        /// The last day on which it works.
        package let until: Day?
        package let state: State
    }

    private let store: any Store

    package init(store: any Store) { self.store = store }

    /// - Parameter user: of this account only.
    ///
    /// Throws a `LedgerError`.
    package func callAsFunction(of user: User.ID? = nil, at now: Instant) throws -> [Row] {
        try store.read { try ListTokens.rows(of: user, in: $0, at: now) }
    }

    private static func rows(of user: User.ID?, in ledger: any Transaction, at now: Instant) throws -> [Row] {
        let zone = try ledger.settings.company().calendar.zone
        let owners = Dictionary(uniqueKeysWithValues: try ledger.users().map { ($0.id, $0) })
        return try ledger.tokens(of: user).compactMap { token in
            try owners[token.account].map { owner in
                let isShut = try !owner.active || ledger.hasLeft(owner)
                return Row(
                    token: token, owner: owner, madeOn: zone.day(of: token.createdAt),
                    until: token.expiresAt.map { zone.day(of: $0) + -1 },
                    state: token.state(at: now, isShut: isShut))
            }
        }
    }
}

extension Token {
    fileprivate func state(at now: Instant, isShut: Bool) -> ListTokens.State {
        if withdrawnAt != nil { return .withdrawn }
        if !isLive(at: now) { return .expired }
        return isShut ? .shut : .works
    }
}
