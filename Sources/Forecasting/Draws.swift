import Foundation

/// The exact distribution where few wins are expected: seeded draws of every deal, of new business, and of the error
/// that deals' noise does not explain.
///
/// A deal that is won with chance p is one of which a Poisson process of Λ = −ln(1 − p) has at least one event. So all of
/// them are one process together with the new business: how many events a draw has is read off evenly spread
/// probabilities, and only whose they are is drawn. An error of the chances multiplies every intensity.
struct Draws: Sendable {
    struct Bet: Sendable {
        let chance: Double
        let value: Double
    }

    /// Equally likely, ascending; each the mean of neighbours.
    let values: [Double]
    /// Of all.
    private let mean: Double

    static let number = 1_000
    /// So many values are handed on, each the mean of neighbours: a remembered figure takes 1.6 KB.
    static let kept = 200
    /// Quantiles of the standard normal distribution at evenly spread probabilities.
    private static let strata = (0..<number).map { Normal.quantile((Double($0) + 0.5) / Double(number)) }
    /// The golden section: its multiples lie evenly between 0 and 1, in every stretch of the strata.
    private static let golden = 0.618_033_988_749_894_9
    /// Nothing is surer.
    private static let mostChance = 0.9999

    /// The same with another mean.
    func scaled(to mean: Double) -> [Double]? {
        guard mean > 0 else { return nil }
        let factor = mean / self.mean
        return values.map { $0 * factor }
    }

    /// Nil where nothing can come.
    init?(
        _ bets: [Bet], new: Double, newValue: Double, newSpread: Factors, valueSpread: Factors, extra: Double,
        seed: UInt64
    ) {
        let (number, golden) = (Draws.number, Draws.golden)
        let events = Events(bets, new: new)
        guard events.all > 0 else { return nil }
        var random = SplitMix(seed)
        let from = random.unit()
        var lastWon = [Int32](repeating: -1, count: bets.count)
        let strata = Draws.strata
        let quiet = Quiet(events.all, extra: extra, strata)
        var values = [Double](repeating: 0, count: number)
        for draw in 0..<number {
            let place = from + Double(draw) * golden
            let probability = place - Double(Int(place))
            if quiet.isSure(draw, probability) { continue }
            let shift = extra > 0 ? exp(extra * strata[draw] - extra * extra / 2) : 1
            var total = 0.0
            for _ in 0..<Draws.poisson(events.all * shift, at: probability) {
                guard let bet = events.pick(random.unit()) else {
                    total += newValue * newSpread.pick(&random)
                    continue
                }
                if lastWon[bet] == Int32(draw) { continue }
                lastWon[bet] = Int32(draw)
                total += bets[bet].value * valueSpread.pick(&random)
            }
            values[draw] = total
        }
        let found = values.reduce(0, +) / Double(number)
        guard found > 0 else { return nil }
        mean = found
        self.values = Draws.thinned(Draws.ascending(values))
    }

    /// Of everything that goes into the draws.
    static func print(
        _ bets: [Bet], new: Double, newValue: Double, newSpread: Factors, valueSpread: Factors, extra: Double,
        seed: UInt64
    ) -> UInt64 {
        let all = bets.reduce(seed) { mixed(mixed($0, $1.chance.bitPattern), $1.value.bitPattern) }
        return [new, newValue, newSpread.spread, valueSpread.spread, extra].reduce(all) { mixed($0, $1.bitPattern) }
    }

    /// Lognormal factors with mean 1 at evenly spread probabilities.
    struct Factors: Sendable {
        /// Empty: always 1.
        private let values: [Double]
        /// σ of the logarithm.
        let spread: Double

        init(spread: Double) {
            self.spread = spread
            values = spread > 0 ? Draws.strata.map { exp(spread * $0 - spread * spread / 2) } : []
        }

        @inline(__always) func pick(_ random: inout SplitMix) -> Double {
            values.isEmpty ? 1 : values[Int(random.unit() * Double(Draws.number))]
        }
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

    /// Draws that certainly bring nothing: most, where few wins are expected, and found without an exponential.
    private struct Quiet {
        /// By run of draws: below this probability no event falls; a little less than e^(−Λ) of the last one in the run.
        private let below: [Double]
        private static let run = 20

        init(_ all: Double, extra: Double, _ strata: [Double]) {
            below = (0..<strata.count / Quiet.run).map { run in
                let last = strata[(run + 1) * Quiet.run - 1]
                let most = all * (extra > 0 ? exp(extra * last - extra * extra / 2) : 1)
                return exp(-most) - 1e-12
            }
        }

        @inline(__always) func isSure(_ draw: Int, _ probability: Double) -> Bool {
            probability < below[draw / Quiet.run]
        }
    }

    /// Means of neighbours, so that the mean of all stays.
    private static func thinned(_ values: [Double]) -> [Double] {
        let width = number / kept
        return (0..<kept).map { place in
            values[place * width..<(place + 1) * width].reduce(0, +) / Double(width)
        }
    }

    /// Where few wins are expected many draws bring nothing: those need no sorting.
    private static func ascending(_ values: [Double]) -> [Double] {
        var some = values.filter { $0 != 0 }
        some.sortNumbers()
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
