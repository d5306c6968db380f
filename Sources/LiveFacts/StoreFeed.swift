package import Ledger
internal import Synchronization

extension FactsFeed {
    /// Facts from a company's database.
    package init(_ store: any Store) {
        let loaded = Loaded()
        self.init(
            position: { try store.read { try $0.position() } },
            load: {
                let fresh = try store.read { try LoadedFacts($0) }
                loaded.state.withLock { $0 = fresh }
                return fresh.facts
            },
            follow: { _ in
                try loaded.state.withLock { state in
                    var next = try state ?? store.read { try LoadedFacts($0) }
                    _ = try store.read { try next.follow($0) }
                    state = next
                    // What changed may be of any kind: nothing that is remembered is known to hold.
                    return Followed(facts: next.facts, earliest: nil)
                }
            })
    }
}

private final class Loaded: Sendable {
    let state = Mutex<LoadedFacts?>(nil)
}
