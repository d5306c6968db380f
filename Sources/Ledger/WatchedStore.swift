internal import Synchronization

/// A company's database that tells when its server can no longer be reached, and when it can be again: each once.
package final class WatchedStore: PassingStore {
    package let store: any Store
    private let isLost = Mutex(false)
    private let tell: @Sendable (LedgerError?) -> Void

    /// `tell` is given why it cannot be reached; nil: it can be again.
    package init(_ store: any Store, tell: @escaping @Sendable (LedgerError?) -> Void) {
        self.store = store
        self.tell = tell
    }

    package func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        try watching { try store.read(body) }
    }

    package func write<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        try watching { try store.write(body) }
    }

    private func watching<Result>(_ deed: () throws -> Result) throws -> Result {
        do {
            let result = try deed()
            note(nil)
            return result
        } catch {
            note(error.isOutOfReach ? error as? LedgerError : nil)
            throw error
        }
    }

    private func note(_ problem: LedgerError?) {
        let isNews = isLost.withLock { isLost in
            defer { isLost = problem != nil }
            return isLost != (problem != nil)
        }
        if isNews { tell(problem) }
    }
}
