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
        // In the order of what they are, not of the book's rows: the luck of the draws falls on the same deals.
        let bets = bets.sorted { ($0.value, $0.chance) < ($1.value, $1.chance) }
        let source = DrawnEvents(bets, new: new)
        guard source.all > 0 else { return nil }
        let counts = EventCounts(source.all, extra: extra, Draws.strata)
        var drawn = Drawn()
        source.reading { source in
            counts.reading { counts in
                bets.withUnsafeBufferPointer { bets in
                    drawn = Draws.drawn(bets, source, counts, SplitMix(seed)) { bet, random in
                        if let bet { return bet.value * valueSpread.pick(&random) }
                        return newValue * newSpread.pick(&random)
                    }
                }
            }
        }
        guard drawn.sum > 0 else {
            // Less than one draw in so many brings something: all of it stands in the last value.
            mean = bets.reduce(new * newValue) { $0 + $1.chance * $1.value }
            guard mean > 0 else { return nil }
            values = [Double](repeating: 0, count: Draws.kept - 1) + [mean * Double(Draws.kept)]
            return
        }
        mean = drawn.sum / Double(Draws.number)
        drawn.some.sortNumbers()
        values = Draws.thinned(drawn.some)
    }

    /// Totals of the draws that bring something, in their order.
    private struct Drawn {
        var some: [Double] = []
        var sum = 0.0
    }

    /// A draw with events, and how many.
    private struct Busy {
        let draw: Int32
        let events: Int32
    }

    /// - Parameter worth: of one deal, or of one from new business.
    @inline(__always) private static func drawn(
        _ bets: UnsafeBufferPointer<Bet>, _ source: DrawnEvents.View, _ counts: EventCounts.View, _ luck: SplitMix,
        worth: (Bet?, inout SplitMix) -> Double
    ) -> Drawn {
        var (random, drawn) = (luck, Drawn())
        drawn.some.reserveCapacity(number)
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: bets.count + 1) { lastWon in
            lastWon.initialize(repeating: -1)
            withUnsafeTemporaryAllocation(of: Busy.self, capacity: number) { busy in
                for draw in busy[..<Draws.fill(busy, counts, from: random.unit())] {
                    var total = 0.0
                    for _ in 0..<draw.events {
                        guard let bet = source.pick(random.unit()) else {
                            total += worth(nil, &random)
                            continue
                        }
                        if lastWon[bet] == draw.draw { continue }
                        lastWon[bet] = draw.draw
                        total += worth(bets[bet], &random)
                    }
                    if total == 0 { continue }
                    drawn.sum += total
                    drawn.some.append(total)
                }
            }
        }
        return drawn
    }

    /// Answers how many draws have events. No guess is made at whether one has, which would be wrong half of the time.
    @inline(__always) private static func fill(
        _ busy: UnsafeMutableBufferPointer<Busy>, _ counts: EventCounts.View, from: Double
    ) -> Int {
        var filled = 0
        for draw in 0..<number {
            let place = from + Double(draw) * golden
            let events = counts.number(draw, at: place - Double(Int(place)))
            busy[filled] = Busy(draw: Int32(truncatingIfNeeded: draw), events: Int32(truncatingIfNeeded: events))
            filled &+= min(events, 1)
        }
        return filled
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

    /// Means of neighbours, so that the mean of all stays.
    /// - Parameter some: ascending, all that are not zero; where few wins are expected, many are.
    private static func thinned(_ some: [Double]) -> [Double] {
        let (width, zeros) = (number / kept, number - some.count)
        let below = some.prefix { $0 < 0 }.count
        return (0..<kept).map { place in
            let own = place * width..<(place + 1) * width
            if own.lowerBound >= below, own.upperBound <= below + zeros { return 0 }
            var sum = 0.0
            for draw in own where draw < below || draw >= below + zeros {
                sum += some[draw < below ? draw : draw - zeros]
            }
            return sum / Double(width)
        }
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
