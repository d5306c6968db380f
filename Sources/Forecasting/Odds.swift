import Foundation

/// Those who leave a state either move on or fail. How much better or worse some do than a reference is one number: the
/// shift of the logarithm of the odds of moving on, the same on every day. It is learned from those who left alone, each
/// against the reference's odds on the day on which it left, so slowness is not taken for failure, and nobody who is
/// still there counts against anyone.
package struct Odds: Sendable {
    /// The reference's logarithm of odds by bin of days.
    private let logit: [Double]
    private let starts: [Int]
    /// Of the reference, the share that leaves in each bin, either way.
    private let leaving: [Double]

    /// Exits' worth with which a bin of few exits is drawn to the whole.
    private static let prior = 5.0
    private static let bins = 8

    /// Nil when nobody has left the reference's state.
    package init?(_ reference: Stays, _ incidence: Incidence) {
        let (moved, failed) = (Double(reference.movedCount), Double(reference.failedCount))
        guard moved + failed > 0 else { return nil }
        let overall = (moved + 0.5) / (moved + failed + 1)
        let starts = Odds.starts(reference)
        var (logit, leaving) = ([Double](), [Double]())
        for (index, start) in starts.enumerated() {
            let days = start..<(index + 1 < starts.count ? starts[index + 1] : max(start + 1, reference.days))
            let on = days.reduce(0) { $0 + Double(reference.moved(on: $1)) }
            let all = days.reduce(on) { $0 + Double(reference.failed(on: $1)) }
            let share = (on + Odds.prior * overall) / (all + Odds.prior)
            logit.append(log(share / (1 - share)))
            leaving.append(days.reduce(0) { $0 + incidence.leaves(on: $1) })
        }
        self.logit = logit
        self.starts = starts
        self.leaving = leaving
    }

    /// Equal numbers of exits in each.
    private static func starts(_ stays: Stays) -> [Int] {
        let all = stays.movedCount + stays.failedCount
        var (starts, seen) = ([0], 0)
        for day in 0..<stays.days {
            if seen * bins >= all * starts.count, starts.last != day { starts.append(day) }
            seen += stays.moved(on: day) + stays.failed(on: day)
        }
        return starts
    }

    private func bin(of day: Int) -> Int { (starts.lastIndex { $0 <= day }) ?? 0 }

    /// What some did against the reference: moves more than expected, and how far chance alone would scatter that.
    package struct Score: Sendable {
        package fileprivate(set) var surplus = 0.0
        package fileprivate(set) var variance = 0.0
        fileprivate var moved = 0.0
        /// Those who left, by bin.
        fileprivate var left: [Double]

        /// How many moved on, and how many left either way.
        package var movedOn: Double { moved }
        package var exits: Double { left.reduce(0, +) }

        /// As if the surplus were a shortfall.
        package var turned: Score {
            var score = self
            score.surplus = -surplus
            return score
        }

        package static func + (one: Score, other: Score) -> Score {
            var sum = one
            sum.surplus += other.surplus
            sum.variance += other.variance
            sum.moved += other.moved
            for bin in sum.left.indices { sum.left[bin] += other.left[bin] }
            return sum
        }
    }

    package func score(_ stays: Stays) -> Score {
        var score = Score(left: [Double](repeating: 0, count: logit.count))
        for day in 0..<stays.days {
            let on = Double(stays.moved(on: day))
            let all = on + Double(stays.failed(on: day))
            guard all > 0 else { continue }
            let bin = bin(of: day)
            let share = Odds.share(logit[bin])
            score.surplus += on - all * share
            score.variance += all * share * (1 - share)
            score.moved += on
            score.left[bin] += all
        }
        return score
    }

    /// Of those who left, how many would have moved on with the odds shifted, and how far chance alone scatters that.
    package func expected(_ score: Score, shift: Double) -> (moved: Double, variance: Double) {
        logit.indices.reduce(into: (moved: 0, variance: 0)) { sum, bin in
            let share = Odds.share(logit[bin] + shift)
            sum.moved += score.left[bin] * share
            sum.variance += score.left[bin] * share * (1 - share)
        }
    }

    /// The shift with which the reference's conversion `own` becomes `wanted`: at most six either way.
    package func shift(from own: Double, to wanted: Double) -> Double {
        var (low, high) = (-6.0, 6.0)
        for _ in 0..<40 {
            let middle = (low + high) / 2
            if own + difference(shift: middle) < wanted { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The shift that is believed, and its standard error, when shifts scatter around `mean` by `spread` before anything
    /// is seen.
    package func shift(_ score: Score, mean: Double = 0, spread: Double) -> (shift: Double, error: Double) {
        let weight = 1 / (spread * spread)
        var theta = mean
        var information = weight
        for _ in 0..<30 {
            var expected = 0.0
            information = weight
            for bin in logit.indices where score.left[bin] > 0 {
                let share = Odds.share(logit[bin] + theta)
                expected += score.left[bin] * share
                information += score.left[bin] * share * (1 - share)
            }
            let step = (score.moved - expected - weight * (theta - mean)) / information
            theta += min(1, max(-1, step))
            if abs(step) < 1e-9 { break }
        }
        return (theta, (1 / information).squareRoot())
    }

    /// What a shift makes of the reference's conversion: a factor on moving on, day by day.
    package func factor(on day: Int, shift: Double) -> Double {
        let bin = bin(of: day)
        return Odds.share(logit[bin] + shift) / Odds.share(logit[bin])
    }

    /// The conversion of the reference with its odds shifted, less the reference's own.
    package func difference(shift: Double) -> Double {
        zip(logit, leaving).reduce(0) { sum, bin in
            sum + bin.1 * (Odds.share(bin.0 + shift) - Odds.share(bin.0))
        }
    }

    static func share(_ logit: Double) -> Double { 1 / (1 + exp(-logit)) }
}
