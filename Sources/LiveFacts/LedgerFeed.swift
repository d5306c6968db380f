package import Ledger
package import SalesDomain
internal import SalesFacts
internal import Synchronization

extension LiveFacts {
    /// Facts that follow a company's database.
    package convenience init(_ store: any Store, clock: Clock, patience: Int = LiveFacts.patience) {
        self.init(.ledger(store), clock: clock, patience: patience)
    }
}

extension FactsFeed {
    static func ledger(_ store: any Store) -> FactsFeed {
        let books = Books(store)
        return FactsFeed(
            position: { try store.read { try $0.position() } }, load: { try books.load() },
            follow: { _ in try books.follow() })
    }
}

/// The state of following; `LiveFacts` asks for one step at a time.
private final class Books: Sendable {
    private let store: any Store
    private let loaded = Mutex<LoadedFacts?>(nil)

    init(_ store: any Store) { self.store = store }

    func load() throws -> Facts {
        try loaded.withLock { loaded in
            let fresh = try store.read { try LoadedFacts($0) }
            loaded = fresh
            return fresh.facts
        }
    }

    func follow() throws -> FactsFeed.Followed {
        try loaded.withLock { loaded in
            guard var books = loaded else {
                let fresh = try store.read { try LoadedFacts($0) }
                loaded = fresh
                return FactsFeed.Followed(facts: fresh.facts, earliest: nil)
            }
            // Not in two hands while it is rewritten.
            loaded = nil
            _ = try store.read { try books.follow($0) }
            loaded = books
            return FactsFeed.Followed(facts: books.facts, earliest: books.earliest, changed: books.changed)
        }
    }
}
