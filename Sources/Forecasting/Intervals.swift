import Foundation

/// How far the rest may be from its mean: the noise of the deals, and what past errors add for parameters and drift.
struct Intervals: Sendable {
    /// σ of the logarithm, and the part of it that comes from the deals alone.
    let sigma: Double
    let noise: Double

    /// σ² = max(σ₀², (n·mean(e²) + 2·(2.2σ₀)²)/(n + 2)).
    /// - Parameters:
    ///   - errors: logarithms of forecast over what happened, with weights.
    ///   - little: fewer than thirty closed deals: at least 0.5.
    init(variance: Double, rest: Double, errors: [(error: Double, weight: Double)], little: Bool) {
        let relative = rest > 0 ? variance / (rest * rest) : 1
        let noise2 = min(4, log1p(relative))
        let number = errors.reduce(0) { $0 + $1.weight }
        let squares = errors.reduce(0) { $0 + $1.weight * $1.error * $1.error }
        var sigma2 = max(noise2, (squares + 2 * 2.2 * 2.2 * noise2) / (number + 2))
        if little { sigma2 = max(sigma2, 0.25) }
        sigma = min(sigma2, 4).squareRoot()
        noise = noise2.squareRoot()
    }
}
