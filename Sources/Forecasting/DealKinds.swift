/// Deals that are alike in every factor of the groups are of one kind: whatever hangs on the groups alone is computed once
/// for each kind and looked up for each deal. A million deals of two hundred people and eight products are some twenty
/// thousand kinds.
struct DealKinds: Sendable {
    /// By deal.
    let kind: [Int32]
    /// By kind: the first of its deals.
    let example: [Int32]

    /// With fewer deals of a kind, looking up costs as much as it saves.
    private static let leastOfOne = 4
    /// More than fit into a processor's own memory.
    private static let most = 1 << 16

    /// Nil where there are too many kinds.
    /// - Parameter codes: by factor and deal; -1 where the factor says nothing of it.
    init?(_ codes: [[Int32]]) {
        let count = codes.first?.count ?? 0
        var combinations = 1
        var factors = [(codes: [Int32], step: Int)]()
        for factor in codes {
            // All deals alike: the factor tells none apart.
            if factor.least == factor.greatest { continue }
            factors.append((factor, combinations))
            combinations *= Int(factor.greatest ?? -1) + 2
            guard combinations <= max(DealKinds.most, 4 * count) else { return nil }
        }
        var place = [Int32](repeating: 0, count: count)
        for (codes, step) in factors {
            for deal in place.indices { place[deal] &+= (codes[deal] &+ 1) &* Int32(truncatingIfNeeded: step) }
        }
        let limit = min(DealKinds.most, count / DealKinds.leastOfOne)
        var number = [Int32](repeating: -1, count: combinations)
        var example = [Int32]()
        for deal in place.indices {
            let own = Int(place[deal])
            if number[own] < 0 {
                guard example.count < limit else { return nil }
                number[own] = Int32(example.count)
                example.append(Int32(deal))
            }
            place[deal] = number[own]
        }
        kind = place
        self.example = example
    }
}
