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

    /// What errors are taken for before a node's own windows have told.
    struct Prior: Sendable {
        /// How many times the deals' noise.
        let excess: Double
        /// Windows that it stands for.
        let windows: Double

        /// Until enough windows have told.
        static let usual = Prior(excess: 2.2, windows: 2)
    }

    /// σ² = max(σ₀², (Σw·e² + m·(c·σ₀)²)/(Σw + m)), c and m of the prior.
    /// - Parameter little: fewer than thirty closed deals: at least 0.5.
    init(variance: Double, rest: Double, errors: [Error], prior: Prior, little: Bool) {
        let noise2 = Intervals.noise(variance: variance, rest: rest)
        let number = errors.reduce(0) { $0 + $1.weight }
        let squares = errors.reduce(0) { $0 + $1.weight * $1.error * $1.error }
        let c = prior.excess
        var sigma2 = max(
            noise2 * min(1, c * c), (squares + prior.windows * c * c * noise2) / (number + prior.windows))
        if little { sigma2 = max(sigma2, 0.25) }
        sigma = min(sigma2, 4).squareRoot()
        noise = noise2.squareRoot()
    }

    /// σ₀² of the logarithm.
    static func noise(variance: Double, rest: Double) -> Double {
        min(4, log1p(rest > 0 ? variance / (rest * rest) : 1))
    }

    /// By node. A level of twenty windows has c by itself: split-conformal over all its parts, the quantile of |e|/σ₀ that
    /// holds 80 % of them in units of the normal's. One above it with fewer, as the company always has, takes the usual c, but no
    /// more than its parts show: an error that all have in common is in each of theirs, (c² − 1)·σ₀² of
    /// the middle one at the most.
    /// - Parameter noise: σ₀² of now, by node.
    static func priors(_ errors: [[Error]], parent: [Int32], noise: [Double]) -> [Prior] {
        var depth = [Int](repeating: 0, count: parent.count)
        for node in parent.indices where node > 0 { depth[node] = depth[Int(parent[node])] + 1 }
        let levels = (0...(depth.max() ?? 0)).map { level in errors.indices.filter { depth[$0] == level } }
        let found = levels.map { nodes -> Double? in
            let scores = nodes.flatMap { errors[$0] }.filter { $0.noise > 0 }.map { abs($0.error) / $0.noise }.sorted()
            guard scores.count >= 20 else { return nil }
            let place = min(scores.count - 1, Int((0.8 * Double(scores.count + 1)).rounded(.up)) - 1)
            return min(4, max(0.8, scores[place] / Normal.eighty))
        }
        return depth.indices.map { node in
            if let excess = found[depth[node]] { return Prior(excess: excess, windows: 6) }
            guard noise[node] > 0, let level = found.indices.first(where: { $0 > depth[node] && found[$0] != nil }),
                let excess = found[level]
            else { return .usual }
            let parts = levels[level].map { noise[$0] }.sorted()
            let common = max(0, excess * excess - 1) * parts[parts.count / 2]
            return Prior(
                excess: min(Prior.usual.excess, (1 + common / noise[node]).squareRoot()), windows: Prior.usual.windows)
        }
    }
}
