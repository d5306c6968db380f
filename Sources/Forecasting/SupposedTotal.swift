import Foundation

/// A total if some deals went otherwise. As in `Leverage`, the total keeps its own distribution: seeded draws of the deals
/// and of everything else are read through the ranks of the total that they make. What is supposed changes a deal's part
/// in each draw, with the same luck; so what only lowers (or raises) a deal never raises (or lowers) any quantile, any
/// chance of a plan, or the mean of anything that grows with the total. Without changes it is the total itself, bit by bit.
package struct SupposedTotal: Sendable {
    package struct Bet: Sendable {
        /// Which deal: seeds its draws, whatever else is drawn.
        package let deal: Int64
        /// To be won in the period, 0…1, and what it then brings to the total.
        package let chance: Double
        package let value: Double
        package let supposedChance: Double
        package let supposedValue: Double
        package init(
            deal: Int64, chance: Double, value: Double, supposedChance: Double? = nil, supposedValue: Double? = nil
        ) {
            self.deal = deal
            self.chance = min(1, max(0, chance))
            self.value = value
            self.supposedChance = min(1, max(0, supposedChance ?? chance))
            self.supposedValue = supposedValue ?? value
        }
        /// By how much the total's mean moves.
        package var shift: Double { supposedChance * supposedValue - chance * value }
        package var isChanged: Bool { chance != supposedChance || value != supposedValue }
        package var variance: Double { value * value * chance * (1 - chance) }
    }

    private static let draws = 2_000
    /// Quantiles of the standard normal distribution at evenly spread probabilities.
    private static let strata = (0..<draws).map { Normal.quantile((Double($0) + 0.5) / Double(draws)) }

    private let total: Distribution
    /// Ascending: the total as it is, and as it is supposed. Empty without changes.
    private let before: [Double]
    private let after: [Double]
    /// The total cannot be less.
    private let sure: Double

    /// - Parameters:
    ///   - bets: the deals that are drawn one by one, changed or not; the rest of the total is taken for one lump.
    ///   - growth: by what the part still to come is multiplied besides.
    package init(_ total: Distribution, _ bets: [Bet], growth: Double = 1) {
        self.total = total
        let base = total.base
        let sure = base + bets.reduce(0) { $0 + ($1.isChanged && $1.supposedChance >= 1 ? $1.supposedValue : 0) }
        self.sure = sure
        guard growth != 1 || bets.contains(where: \.isChanged) else {
            (before, after) = ([], [])
            return
        }
        var drawn = Self.lump(total, bets)
        var supposed = drawn
        for bet in bets.sorted(by: { $0.deal < $1.deal }) {
            var random = SplitMix(UInt64(bitPattern: bet.deal) &* 2_654_435_761 &+ 7)
            for draw in drawn.indices {
                let luck = random.unit()
                if luck < bet.chance { drawn[draw] += bet.value }
                if luck < bet.supposedChance { supposed[draw] += bet.supposedValue }
            }
        }
        let ordered = drawn.sorted()
        before = ordered.map { Self.read($0, ordered, total) }
        after = supposed.map { base + (max(sure, Self.read($0, ordered, total)) - base) * growth }.sorted()
    }

    /// Everything but the bets, ascending.
    private static func lump(_ total: Distribution, _ bets: [Bet]) -> [Double] {
        let rest = total.mean - total.base
        let mean = max(rest - bets.reduce(0) { $0 + $1.chance * $1.value }, rest * 0.02)
        let variance = max(total.variance - bets.reduce(0) { $0 + $1.variance }, mean * mean * 0.01)
        let sigma = mean > 0 ? min(2, log1p(variance / (mean * mean)).squareRoot()) : 0
        return strata.map { mean * exp(sigma * $0 - sigma * sigma / 2) }
    }

    /// A drawn sum as the total has it at the same rank; beyond all draws it goes on as far as the sum does.
    private static func read(_ x: Double, _ ordered: [Double], _ total: Distribution) -> Double {
        let rank = min(ordered.partition(below: x), draws - 1)
        let beyond = max(0, x - ordered[draws - 1]) + min(0, x - ordered[0])
        return max(total.base, total.quantile((Double(rank) + 0.5) / Double(draws)) + beyond)
    }

    private var isAsItIs: Bool { before.isEmpty }

    package func quantile(_ p: Double) -> Double {
        guard !isAsItIs else { return total.quantile(p) }
        return total.quantile(p) + (Self.quantile(after, p) - Self.quantile(before, p))
    }

    package func probability(atLeast plan: Double) -> Double {
        let now = total.probability(atLeast: plan)
        guard !isAsItIs else { return now }
        if sure >= plan { return 1 }
        let gained = after.count { $0 >= plan } - before.count { $0 >= plan }
        return min(1, max(0, now + Double(gained) / Double(Self.draws)))
    }

    /// Of the total itself.
    package var mean: Double {
        isAsItIs ? total.mean : total.mean + (Self.mean(after) { $0 } - Self.mean(before) { $0 })
    }

    package func mean(of function: PiecewiseLinear) -> Double {
        guard !isAsItIs else { return total.mean(of: function) }
        return total.mean(of: function) + (Self.mean(after) { function($0) } - Self.mean(before) { function($0) })
    }

    private static func mean(_ totals: [Double], of function: (Double) -> Double) -> Double {
        totals.reduce(0) { $0 + function($1) } / Double(totals.count)
    }

    private static func quantile(_ ascending: [Double], _ p: Double) -> Double {
        let place = min(max(p, 0), 1) * Double(ascending.count - 1)
        let low = Int(place)
        let high = min(low + 1, ascending.count - 1)
        return ascending[low] + (ascending[high] - ascending[low]) * (place - Double(low))
    }
}
