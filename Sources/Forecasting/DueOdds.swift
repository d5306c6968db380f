import Foundation

/// By what the expected close multiplies the odds of being won before a day: for every state and age, by days left.
///
/// While days pass a deal goes from bucket to bucket, so every day on which one may be due has a backward recursion of its
/// own. Some of them (`DueKnots`), side by side in one pass and each as long as it differs from others (`DueStrands`), are
/// read in between; and so are a few levels of the groups (`DueGrid`).
struct DueOdds: Sendable {
    private let ages: Int
    private let oldest: [Int]
    private let grid: DueGrid
    private let knots: DueKnots
    /// [((state × ages + age) × places + place) × fours + four]; the last place is that of deals without a date.
    private let odds: [Four]
    private let today: Int32

    /// - Parameters:
    ///   - rates: from today on, of `DueLanes.rows`.
    ///   - to: not after the last day of the rates.
    init(_ rates: DayRates, _ lanes: DueLanes, to: Int32) {
        let days = max(0, Int(to - rates.firstDay))
        let knots = DueKnots(days: days, every: lanes.grid.every)
        ages = rates.ages
        oldest = rates.starts.map { ($0.last ?? 1) - 1 }
        grid = lanes.grid
        self.knots = knots
        today = rates.firstDay
        let mix = lanes.mix.map { $0.map { DueOdds.weights($0, knots) } }
        odds = DueOdds.odds(DueRecursion(rates, lanes, knots, days: days), rates, mix: mix, grid)
    }

    /// θ: a chance p becomes pθ/(1 − p + pθ).
    @inline(__always) func ratio(_ place: LevelGrid.Place, _ state: Int, _ age: Int, due: Int32) -> Double {
        let cell = (state * ages + min(max(0, age), oldest[state])) * (knots.count + 1)
        let levels = grid.place(place)
        @inline(__always) func at(_ place: Int) -> Float {
            let base = (cell + place) * grid.levels.count
            return odds.withUnsafeBytes { odds in
                levels.mix { odds.load(fromByteOffset: 4 * (base + $0), as: Float.self) }
            }
        }
        if due == .max { return Double(at(knots.count)) }
        let (knot, part) = knots.place(of: Int(due) - Int(today))
        let low = at(knot)
        return Double(part == 0 ? low : low + (at(knot + 1) - low) * part)
    }

    @inline(__always) func apply(
        to chance: Double, _ place: LevelGrid.Place, _ state: Int, _ age: Int, due: Int32
    ) -> Double {
        let ratio = ratio(place, state, age, due: due)
        return chance * ratio / (1 + chance * (ratio - 1))
    }

    var size: Int { odds.count * 16 + knots.size }

    /// By place: shares of those that stood in each slot.
    private static func weights(_ slots: [Double], _ knots: DueKnots) -> [Float] {
        guard !slots.isEmpty else { return [] }
        var weights = [Float](repeating: 0, count: knots.count + 1)
        for (slot, share) in slots.dropLast().enumerated() {
            let (place, part) = knots.place(of: DueStands.lefts.lowerBound + slot)
            weights[place] += Float(share) * (1 - part)
            weights[place + 1] += Float(share) * part
        }
        weights[knots.count] = Float(slots[slots.count - 1])
        return weights
    }
}
