import Foundation

/// Many comparisons at once without crying wolf: how far groups usually scatter is learned from all of them, and only
/// what that and chance together would hardly ever bring counts.
package enum Family {
    /// Of a company in which nothing is wrong, at most this share shows anything.
    package static let level = 0.05
    /// Groups are never taken to be more alike than this (logarithm of odds).
    package static let leastSpread = 0.1
    private static let far = 9.0

    /// The spread of shifts between groups, from their scores: E[surplus²] = variance + spread²·variance². Groups that
    /// lie far out are left aside, so that the one that is wrong does not excuse itself.
    package static func spread(_ scores: [Odds.Score], start: Double = 0.3) -> Double {
        var square = start * start
        for _ in 0..<4 {
            let near = scores.filter { score in
                let noise = score.variance + square * score.variance * score.variance
                return noise > 0 && score.surplus * score.surplus <= far * noise
            }
            let weights = near.reduce(0) { $0 + $1.variance * $1.variance }
            guard near.count >= 4, weights > 0 else { break }
            let excess = near.reduce(0) { $0 + $1.surplus * $1.surplus - $1.variance }
            square = max(leastSpread * leastSpread, excess / weights)
        }
        return square.squareRoot()
    }

    /// How likely a group that is like the others falls so far behind, or farther. 1 where too few have left to tell.
    package static func chance(_ score: Odds.Score, spread: Double) -> Double {
        guard score.variance >= leastVariance else { return 1 }
        let noise = score.variance + spread * spread * score.variance * score.variance
        return Normal.below((score.surplus + 0.5) / noise.squareRoot())
    }

    /// About ten exits at even odds.
    package static let leastVariance = 2.5
}
