/// Numbers of names lately looked up. It forgets all when it is full: a file may name a million accounts.
struct NameCache<Name: Hashable> {
    private var known: [Name: Int64] = [:]
    private static var limit: Int { 50_000 }

    subscript(name: Name) -> Int64? {
        get { known[name] }
        set {
            if known.count >= NameCache.limit { known.removeAll(keepingCapacity: true) }
            known[name] = newValue
        }
    }
}
