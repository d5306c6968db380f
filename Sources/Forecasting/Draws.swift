import Foundation

/// The exact distribution where few wins are expected: seeded draws of every deal, of new business, and of the error
/// that deals' noise does not explain.
struct Draws {
    struct Bet: Sendable {
        let chance: Double
        let value: Double
    }

    static let number = 2_000
    /// So many values are handed on, each the mean of ten neighbours: a remembered figure takes 1.6 KB, not 16.
    static let kept = 200
    /// Quantiles of the standard normal distribution at evenly spread probabilities.
    private static let strata = (0..<number).map { Normal.quantile((Double($0) + 0.5) / Double(number)) }

    /// Equally likely values, ascending, with the given mean.
    static func samples(
        _ bets: [Bet], new: Double, newValue: Double, newSpread: Double, valueSpread: Double, extra: Double,
        mean: Double, seed: UInt64
    ) -> [Double]? {
        var random = SplitMix(seed)
        var values = [Double](repeating: 0, count: number)
        let strata = strata
        for draw in 0..<number {
            // The shifts are spread evenly over their distribution: less noise than drawing them, and cheaper.
            let shift = extra > 0 ? exp(extra * strata[draw] - extra * extra / 2) : 1
            var total = 0.0
            for bet in bets where random.unit() < min(1, bet.chance * shift) {
                total += bet.value * (valueSpread > 0 ? exp(valueSpread * random.normal()) : 1)
            }
            for _ in 0..<random.poisson(new * shift) {
                total += newValue * (newSpread > 0 ? exp(newSpread * random.normal() - newSpread * newSpread / 2) : 1)
            }
            values[draw] = total
        }
        let found = values.reduce(0, +) / Double(number)
        guard found > 0, mean > 0 else { return nil }
        return thinned(ascending(values), by: mean / found)
    }

    /// Means of neighbours, so that the mean of all stays.
    private static func thinned(_ values: [Double], by factor: Double) -> [Double] {
        let width = number / kept
        return (0..<kept).map { place in
            values[place * width..<(place + 1) * width].reduce(0, +) / Double(width) * factor
        }
    }

    /// Where few wins are expected most draws bring nothing: those need no sorting.
    private static func ascending(_ values: [Double]) -> [Double] {
        var some = values.filter { $0 != 0 }
        some.sort()
        let below = some.prefix { $0 < 0 }.count
        some.insert(contentsOf: repeatElement(0, count: values.count - some.count), at: below)
        return some
    }
}

/// Steele, Lea and Flood's generator: the same seed, the same draws on every machine.
struct SplitMix {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// 0 ..< 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func normal() -> Double { Normal.quantile(max(unit(), 1e-12)) }

    /// Knuth's for small means.
    mutating func poisson(_ mean: Double) -> Int {
        let limit = exp(-min(mean, 50))
        var product = unit()
        var count = 0
        while product > limit, count < 500 {
            product *= unit()
            count += 1
        }
        return count
    }
}
