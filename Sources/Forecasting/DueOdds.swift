import Foundation

/// By what the expected close multiplies the odds of being won before a day: for every state and age, by days left.
///
/// While days pass a deal goes from bucket to bucket, so every day on which one may be due has a backward recursion of its
/// own. How long it stays in each bucket depends on the days left in straight pieces; so recursions for the ends of those
/// pieces, and some days between, side by side in one pass, are read in between. And groups matter to the odds ratio so
/// little that few of their levels do.
struct DueOdds: Sendable {
    private let ages: Int
    private let oldest: [Int]
    private let levels: Int
    /// [(place × states + state) × ages + age][level]; the last place is that of deals without a date.
    private let odds: [Float]
    /// From `first` on: place, and how far on the way to the next.
    private let places: [(place: Int32, part: Float)]
    private let undated: Int
    private let today: Int32
    private let stretch: Int

    private static let first = -31

    /// - Parameters:
    ///   - memories: rates from today on, of `DueLanes.rows(levels)`.
    ///   - to: not after the last day of the rates.
    init(_ memories: [DayRates], _ lanes: DueLanes, to: Int32) {
        let rates = memories[0]
        let days = max(0, Int(to - rates.firstDay))
        let knots = DueOdds.knots(days)
        let count = knots.count + 2
        let tables = memories.map { DueOdds.pass($0, lanes, knots, days) }
        ages = rates.ages
        oldest = rates.starts.map { ($0.last ?? 1) - 1 }
        levels = lanes.levels
        stretch = rates.states * rates.ages * lanes.levels
        undated = knots.count
        today = rates.firstDay
        let places = DueOdds.places(knots)
        self.places = places
        odds = DueOdds.odds(
            tables, rates, mix: lanes.mix.map { $0.map { DueOdds.weights($0, places, knots.count) } }, places: count,
            levels: lanes.levels)
    }

    /// θ: a chance p becomes pθ/(1 − p + pθ).
    @inline(__always) func ratio(_ place: LevelGrid.Place, _ state: Int, _ age: Int, due: Int32) -> Double {
        let cell = (state * ages + min(max(0, age), oldest[state])) * levels
        let (level, right) = place.coarse(levels)
        @inline(__always) func at(_ place: Int) -> Float {
            let base = place * stretch + cell + level
            return levels == 1 ? odds[base] : odds[base] + (odds[base + 1] - odds[base]) * right
        }
        if due == .max { return Double(at(undated)) }
        let left = min(max(0, Int(due) - Int(today) - DueOdds.first), places.count - 1)
        let (knot, part) = places[left]
        let low = at(Int(knot))
        return Double(part == 0 ? low : low + (at(Int(knot) + 1) - low) * part)
    }

    @inline(__always) func apply(
        to chance: Double, _ place: LevelGrid.Place, _ state: Int, _ age: Int, due: Int32
    ) -> Double {
        let ratio = ratio(place, state, age, due: due)
        return chance * ratio / (1 + chance * (ratio - 1))
    }

    var size: Int { odds.count * 4 + places.count * 8 }

    /// The mean of the memories against that of the last place.
    /// - Parameter mix: [state][bin][place] of the deals that were there.
    private static func odds(
        _ tables: [[Double]], _ rates: DayRates, mix: [[[Double]]], places: Int, levels: Int
    ) -> [Float] {
        let cells = rates.states * rates.ages
        var odds = [Float](repeating: 1, count: (places - 1) * cells * levels)
        for state in 0..<rates.states {
            for bin in 0..<rates.starts[state].count - 1 {
                for age in rates.starts[state][bin]..<rates.starts[state][bin + 1] {
                    for level in 0..<levels {
                        let cell = state * rates.ages + age
                        func chance(_ place: Int) -> Double {
                            tables.reduce(0) { $0 + $1[(cell * places + place) * levels + level] }
                                / Double(tables.count)
                        }
                        let plain = chance(places - 1)
                        let dated = (0..<places - 1).map { ratio(chance($0), plain) }
                        for (place, ratio) in even(dated, mix[state][bin], plain).enumerated() {
                            odds[(place * cells + cell) * levels + level] = Float(ratio)
                        }
                    }
                }
            }
        }
        return odds
    }

    /// So much more or less for all that the deals which were there have the chance that is known of them together.
    private static func even(_ ratios: [Double], _ mix: [Double], _ plain: Double) -> [Double] {
        guard !mix.isEmpty, plain > 1e-12, plain < 1 - 1e-12 else { return ratios }
        var level = 1.0
        for _ in 0..<3 {
            let mean = zip(ratios, mix).reduce(0) {
                $0 + $1.1 * plain * $1.0 * level / (1 + plain * ($1.0 * level - 1))
            }
            level *= ratio(plain, mean)
        }
        return ratios.map { $0 * level }
    }

    /// By place: shares of those that stood in each slot.
    private static func weights(_ slots: [Double], _ places: [(place: Int32, part: Float)], _ knots: Int) -> [Double] {
        guard !slots.isEmpty else { return [] }
        var weights = [Double](repeating: 0, count: knots + 1)
        for (slot, share) in slots.dropLast().enumerated() {
            let left = DueStands.lefts.lowerBound + slot
            let (place, part) = places[min(max(0, left - first), places.count - 1)]
            weights[Int(place)] += share * Double(1 - part)
            weights[Int(place) + 1] += share * Double(part)
        }
        weights[knots] = slots[slots.count - 1]
        return weights
    }

    private static func ratio(_ chance: Double, _ plain: Double) -> Double {
        guard plain > 1e-12, plain < 1 - 1e-12 else { return 1 }
        let odds = chance / max(1e-12, 1 - chance) * (1 - plain) / plain
        return min(max(odds, 0.01), 100)
    }

    /// Days left for which the recursion is made: where a deal changes its bucket on the first or the last day, and
    /// between.
    static func knots(_ days: Int) -> [Int] {
        let bounds = DueBucket.bounds.map { Int($0) - 1 }
        let ends = Set(bounds + bounds.map { $0 + max(1, days) }).sorted()
        let most = max(4, days / 2)
        return zip(ends, ends.dropFirst()).flatMap { from, to -> [Int] in
            let steps = (to - from + most - 1) / most
            return (0..<steps).map { from + (to - from) * $0 / steps }
        } + [ends[ends.count - 1]]
    }

    private static func places(_ knots: [Int]) -> [(place: Int32, part: Float)] {
        var place = 0
        return (knots[0]...knots[knots.count - 1]).map { left in
            while place + 2 < knots.count, knots[place + 1] <= left { place += 1 }
            let part = Float(left - knots[place]) / Float(knots[place + 1] - knots[place])
            return (Int32(place), part)
        }
    }
}
