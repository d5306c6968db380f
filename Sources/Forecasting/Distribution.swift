import Foundation

/// What a total may turn out to be. One type for the forecast, the plan's probability and the mean of any function of
/// the total (a bonus through its tiers).
package struct Distribution: Sendable, Equatable {
    package enum Shape: Sendable, Equatable {
        /// Nothing is open any more.
        case point
        /// The part still to come is lognormal with this *mean* and this σ of its logarithm.
        case lognormal(mean: Double, sigma: Double)
        /// The part still to come as equally likely values, ascending.
        case samples([Double])
    }
    /// Certain already: won to date.
    package let base: Double
    package let shape: Shape

    package init(base: Double, shape: Shape) {
        self.base = base
        self.shape = shape
    }

    package var mean: Double {
        switch shape {
        case .point: return base
        case .lognormal(let mean, _): return base + mean
        case .samples(let values): return base + values.reduce(0, +) / Double(max(1, values.count))
        }
    }
}
