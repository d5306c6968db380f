import Foundation

/// How far the rest may be from its mean: the noise of the deals, and what past errors add for parameters and drift.
struct Intervals: Sendable {
    /// σ of the logarithm, and the part of it that comes from the deals alone.
    let sigma: Double
    let noise: Double

    /// Logarithm of forecast over what happened in a past window, σ of the deals' noise as it was known then.
    struct Error: Sendable {
        let error: Double
        let noise: Double
        let weight: Double
    }

    /// How many times the deals' noise errors are until enough windows have told.
    static let usualExcess = 2.2

    /// σ² = max(σ₀², (Σw·e² + m·(c·σ₀)²)/(Σw + m)), m = 2, or 6 where c was learned.
    /// - Parameters:
    ///   - excess: c, learned from the parts of this level together; nil while too few windows are known.
    ///   - little: fewer than thirty closed deals: at least 0.5.
    init(variance: Double, rest: Double, errors: [Error], excess: Double?, little: Bool) {
        let noise2 = Intervals.noise(variance: variance, rest: rest)
        let number = errors.reduce(0) { $0 + $1.weight }
        let squares = errors.reduce(0) { $0 + $1.weight * $1.error * $1.error }
        let c = excess ?? Intervals.usualExcess
        let prior = excess == nil ? 2.0 : 6
        var sigma2 = max(noise2 * min(1, c * c), (squares + prior * c * c * noise2) / (number + prior))
        if little { sigma2 = max(sigma2, 0.25) }
        sigma = min(sigma2, 4).squareRoot()
        noise = noise2.squareRoot()
    }

    /// σ₀² of the logarithm.
    static func noise(variance: Double, rest: Double) -> Double {
        min(4, log1p(rest > 0 ? variance / (rest * rest) : 1))
    }

    /// By node: split-conformal over all parts of its level, the quantile of |e|/σ₀ that holds 80 % of past windows in
    /// units of the normal's; nil with fewer than twenty.
    static func excess(_ errors: [[Error]], parent: [Int32]) -> [Double?] {
        var depth = [Int](repeating: 0, count: parent.count)
        for node in parent.indices where node > 0 { depth[node] = depth[Int(parent[node])] + 1 }
        let found = (0...(depth.max() ?? 0)).map { level -> Double? in
            let scores = errors.indices.filter { depth[$0] == level }
                .flatMap { errors[$0] }.filter { $0.noise > 0 }.map { abs($0.error) / $0.noise }.sorted()
            guard scores.count >= 20 else { return nil }
            let place = min(scores.count - 1, Int((0.8 * Double(scores.count + 1)).rounded(.up)) - 1)
            return min(4, max(0.8, scores[place] / Normal.eighty))
        }
        return depth.map { found[$0] }
    }
}
