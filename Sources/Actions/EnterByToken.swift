package import Ledger
package import SalesDomain
internal import Synchronization

/// Finds out in whose place a program asks. An unknown token, one that was withdrawn, one that has run out and one whose
/// person is gone have one answer.
package final class EnterByToken: Sendable {
    package enum Answer: Sendable, Equatable {
        case known(User, Token)
        case wrong
        /// Seconds to wait before the next wrong one is answered.
        case slowed(Int)
    }

    private let store: any Store
    /// By address. A right token is never kept waiting: among 2²⁵⁶ none is guessed, and whoever shares the address with a
    /// program that goes on with an old one must not be kept out.
    private let tries: Mutex<Tries>

    package init(store: any Store, capacity: Int = 10_000) {
        self.store = store
        tries = Mutex(Tries(.address, capacity: capacity))
    }

    /// Throws a `LedgerError`.
    package func callAsFunction(_ secret: Secret, from address: String, at now: Instant) throws -> Answer {
        if secret.isProgramToken, let found = try store.read({ try $0.user(ofToken: secret.digest, at: now) }) {
            return .known(found.user, found.token)
        }
        return tries.withLock { tries in
            let key = Tries.Key(address)
            let wait = tries.left(for: key, at: now)
            if wait > 0 { return .slowed(wait) }
            tries.count(key, at: now)
            return .wrong
        }
    }

    /// Writes down that it was used, once a day. Throws a `LedgerError`.
    package func noteUse(of token: Token, on day: Day) throws {
        guard token.usedOn != day else { return }
        try store.write { try $0.noteUse(of: token.id, on: day) }
    }
}
