import Foundation

/// By how much the expected close of a deal multiplies the intensities of leaving its stage: of the win, the loss and the
/// moves, each in its own way, by how far off that day is.
///
/// At one stage and age the mean over what such deals' dates were is one, so what is known of all deals together stays as
/// it is, and deals still to arrive need no date.
struct DueEffect: Sendable {
    /// By bucket; one where the dates tell nothing.
    let multiplier: [DueTally.Exits]
    /// Of the tally: [(state × cells + cell) × buckets + bucket].
    let expected: [DueTally.Exits]
    /// How dates move while a deal is open.
    let moves: DueMoves
    /// How far off they were of deals in each state and age.
    let stands: DueStands

    /// So many deals must have been closed.
    static let leastClosed = 100
    /// How far a single deal may be from others of its stage and age.
    static let limit = 4.0

    /// Nil where dates tell nothing of how deals go: of each kind of exit all buckets are one unless chance alone would
    /// scatter so once in a thousand companies.
    /// - Parameter fit: that of the tally.
    init?(_ tally: DueTally, _ fit: Intensities) {
        guard !tally.isWrittenAfterwards else { return nil }
        expected = tally.expected
        moves = tally.moves
        stands = tally.stands
        multiplier = DueEffect.learned(tally, DueTable(tally.expected, fit))
        if multiplier.allSatisfy({ $0 == DueEffect.one }) { return nil }
    }

    init(
        multiplier: [DueTally.Exits], expected: [DueTally.Exits], moves: DueMoves = DueMoves(),
        stands: DueStands = DueStands(cells: 0)
    ) {
        self.moves = moves
        self.stands = stands
        self.multiplier = multiplier
        self.expected = expected
    }

    static let one = DueTally.Exits(1, 1, 1, 1)

    /// [state][bin][bucket] against all deals of that state and bin.
    func ratios(_ fit: Intensities) -> [[[DueTally.Exits]]] {
        let means = DueTable(expected, fit).means(multiplier)
        return means.map { bins in
            bins.map { mean in
                multiplier.map { ($0 / mean).clamped(lowerBound: DueEffect.least, upperBound: DueEffect.most) }
            }
        }
    }

    private static let least = DueTally.Exits(repeating: 1 / limit)
    private static let most = DueTally.Exits(repeating: limit)
    private static let turns = 12

    private static func learned(_ tally: DueTally, _ table: DueTable) -> [DueTally.Exits] {
        var multiplier = [DueTally.Exits](repeating: one, count: DueBucket.count)
        let kinds = (0..<3).filter { tally.gate.isPassed($0) }
        if kinds.isEmpty { return multiplier }
        for _ in 0..<turns {
            let should = table.expected(multiplier)
            for kind in kinds {
                let have = tally.observed.map { $0[kind] }
                let prior = Shrinkage.pseudoCounts(have, should.map { $0[kind] }, dispersion: 1)
                for bucket in have.indices {
                    multiplier[bucket][kind] = (have[bucket] + prior) / (should[bucket][kind] + prior)
                }
            }
        }
        return multiplier
    }
}
