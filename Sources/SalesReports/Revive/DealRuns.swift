internal import SalesDomain
internal import SalesFacts

/// Chosen deals in groups, each group's in order of a day: arrays, for books in which a dictionary of lists would be slow.
struct DealRuns: Sendable {
    struct Entry: Sendable {
        let key: Int64
        let day: Int32
        let deal: Int32
    }

    /// By key, day and deal.
    private let entries: [Entry]
    private let places: [Int64: Range<Int>]

    init(_ chosen: [Entry]) {
        entries = chosen.sorted { ($0.key, $0.day, $0.deal) < ($1.key, $1.day, $1.deal) }
        var places = [Int64: Range<Int>](minimumCapacity: entries.count / 2)
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].key == entries[start].key { end += 1 }
            places[entries[start].key] = start..<end
            start = end
        }
        self.places = places
    }

    /// Empty where there is no such group.
    subscript(key: Int64) -> ArraySlice<Entry> { places[key].map { entries[$0] } ?? [] }

    /// Every group, in order of key.
    func each(_ take: (ArraySlice<Entry>) -> Void) {
        var start = 0
        while start < entries.count {
            let end = places[entries[start].key]?.upperBound ?? entries.count
            take(entries[start..<end])
            start = end
        }
    }
}

extension Cut {
    /// Of deals whose customer is known; `day` is nil for those that are not wanted.
    func runs(_ day: (Int) -> Int32?, by key: (Int) -> Int64) -> DealRuns {
        var chosen = [DealRuns.Entry]()
        for deal in 0..<count where account[deal] >= 0 {
            if let day = day(deal) { chosen.append(.init(key: key(deal), day: day, deal: Int32(deal))) }
        }
        return DealRuns(chosen)
    }

    /// What one customer buys of one product.
    func need(_ deal: Int) -> Int64 { Cut.need(account[deal], product[deal]) }

    static func need(_ account: Int32, _ product: Int32) -> Int64 {
        Int64(account) << 32 | Int64(UInt32(bitPattern: product))
    }
}
