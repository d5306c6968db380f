import Foundation

/// The exact distribution where few wins are expected: seeded draws of every deal, of new business, and of the error
/// that deals' noise does not explain.
///
/// A deal that is won with chance p is one of which a Poisson process of Λ = −ln(1 − p) has at least one event. So all of
/// them are one process together with the new business: how many events a draw has is read off evenly spread
/// probabilities, and only whose they are is drawn. An error of the chances multiplies every intensity.
struct Draws {
    struct Bet: Sendable {
        let chance: Double
        let value: Double
    }

    static let number = 1_000
    /// So many values are handed on, each the mean of neighbours: a remembered figure takes 1.6 KB.
    static let kept = 200
    /// Quantiles of the standard normal distribution at evenly spread probabilities.
    private static let strata = (0..<number).map { Normal.quantile((Double($0) + 0.5) / Double(number)) }
    /// The golden section: its multiples lie evenly between 0 and 1, in every stretch of the strata.
    private static let golden = 0.618_033_988_749_894_9
    /// Nothing is surer.
    private static let mostChance = 0.9999

    /// Equally likely values, ascending, with the given mean.
    static func samples(
        _ bets: [Bet], new: Double, newValue: Double, newSpread: Double, valueSpread: Double, extra: Double,
        mean: Double, seed: UInt64
    ) -> [Double]? {
        let events = Events(bets, new: new)
        guard events.all > 0, mean > 0 else { return nil }
        var random = SplitMix(seed)
        let from = random.unit()
        var lastWon = [Int32](repeating: -1, count: bets.count)
        func lognormal(_ spread: Double) -> Double {
            guard spread > 0 else { return 1 }
            return exp(spread * strata[Int(random.unit() * Double(number))] - spread * spread / 2)
        }
        let strata = strata
        var values = [Double](repeating: 0, count: number)
        for draw in 0..<number {
            let shift = extra > 0 ? exp(extra * strata[draw] - extra * extra / 2) : 1
            let place = from + Double(draw) * golden
            var total = 0.0
            for _ in 0..<poisson(events.all * shift, at: place - place.rounded(.down)) {
                guard let bet = events.pick(random.unit()) else {
                    total += newValue * lognormal(newSpread)
                    continue
                }
                if lastWon[bet] == Int32(draw) { continue }
                lastWon[bet] = Int32(draw)
                total += bets[bet].value * lognormal(valueSpread)
            }
            values[draw] = total
        }
        let found = values.reduce(0, +) / Double(number)
        return found > 0 ? thinned(ascending(values), by: mean / found) : nil
    }

    /// Whose an event is.
    private struct Events {
        /// Running sums of the deals' intensities.
        private let upTo: [Double]
        /// With the new business.
        let all: Double

        init(_ bets: [Bet], new: Double) {
            var sum = 0.0
            upTo = bets.map {
                sum -= log1p(-min($0.chance, Draws.mostChance))
                return sum
            }
            all = sum + new
        }

        /// Nil: new business.
        @inline(__always) func pick(_ luck: Double) -> Int? {
            let place = luck * all
            guard let last = upTo.last, place < last else { return nil }
            var (low, high) = (0, upTo.count - 1)
            while low < high {
                let middle = (low + high) / 2
                if place < upTo[middle] { high = middle } else { low = middle + 1 }
            }
            return low
        }
    }

    /// The number of events that a probability falls on.
    @inline(__always) private static func poisson(_ mean: Double, at probability: Double) -> Int {
        var chance = exp(-mean)
        var (sum, count) = (chance, 0)
        while probability > sum, count < 500 {
            count += 1
            chance *= mean / Double(count)
            sum += chance
        }
        return count
    }

    /// Means of neighbours, so that the mean of all stays.
    private static func thinned(_ values: [Double], by factor: Double) -> [Double] {
        let width = number / kept
        return (0..<kept).map { place in
            values[place * width..<(place + 1) * width].reduce(0, +) / Double(width) * factor
        }
    }

    /// Where few wins are expected many draws bring nothing: those need no sorting.
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
}
