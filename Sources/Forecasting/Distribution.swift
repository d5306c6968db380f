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

    /// Nothing to come, or nothing sure enough to spread: a point.
    package static func lognormal(base: Double, mean: Double, sigma: Double) -> Distribution {
        guard mean > 0 else { return Distribution(base: base, shape: .point) }
        guard sigma > 0 else { return Distribution(base: base + mean, shape: .point) }
        return Distribution(base: base, shape: .lognormal(mean: mean, sigma: min(sigma, 3)))
    }

    package var mean: Double {
        switch shape {
        case .point: return base
        case .lognormal(let mean, _): return base + mean
        case .samples(let values): return base + values.reduce(0, +) / Double(max(1, values.count))
        }
    }

    /// The value that the total stays at or below with probability `p` (0…1).
    package func quantile(_ p: Double) -> Double {
        switch shape {
        case .point: return base
        case .lognormal(let mean, let sigma):
            return base + mean * exp(sigma * Normal.quantile(p) - sigma * sigma / 2)
        case .samples(let values):
            guard !values.isEmpty else { return base }
            // Each value stands in the middle of its share of the probability.
            let place = min(max(p * Double(values.count) - 0.5, 0), Double(values.count - 1))
            let low = Int(place)
            let high = min(low + 1, values.count - 1)
            return base + values[low] + (values[high] - values[low]) * (place - Double(low))
        }
    }

    package func probability(atLeast total: Double) -> Double {
        if total <= base { return 1 }
        switch shape {
        case .point: return 0
        case .lognormal(let mean, let sigma):
            return 1 - Normal.below((log((total - base) / mean) + sigma * sigma / 2) / sigma)
        case .samples(let values):
            guard !values.isEmpty else { return 0 }
            return Double(values.count { base + $0 >= total }) / Double(values.count)
        }
    }

    /// Mean of any function of the total, by the trapezoid rule over ±8.5 σ of the normal beneath in steps of 0.0025: to double
    /// rounding where the function is smooth, within 10⁻⁵ of its change where it bends, within 0.001 of a jump's height.
    /// Exact for samples and a point.
    package func mean(of function: (Double) -> Double) -> Double {
        switch shape {
        case .point: return function(base)
        case .samples(let values):
            guard !values.isEmpty else { return function(base) }
            return values.reduce(0) { $0 + function(base + $1) } / Double(values.count)
        case .lognormal(let mean, let sigma):
            let step = 0.0025
            var (sum, weight) = (0.0, 0.0)
            for place in -3400...3400 {
                let z = Double(place) * step
                let density = exp(-z * z / 2)
                sum += density * function(base + mean * exp(sigma * z - sigma * sigma / 2))
                weight += density
            }
            return sum / weight
        }
    }

    /// Mean of a function made of straight pieces: exact, by the partial means of the lognormal.
    package func mean(of function: PiecewiseLinear) -> Double {
        guard case .lognormal(let mean, let sigma) = shape else { return self.mean(of: { function($0) }) }
        // Probability and mean of the rest below a limit.
        func below(_ limit: Double) -> (chance: Double, mean: Double) {
            guard limit > 0 else { return (0, 0) }
            guard limit < .infinity else { return (1, mean) }
            let z = (log(limit / mean) + sigma * sigma / 2) / sigma
            return (Normal.below(z), mean * Normal.below(z - sigma))
        }
        var total = 0.0
        var before = (chance: 0.0, mean: 0.0)
        for (index, piece) in function.pieces.enumerated() {
            let end = index + 1 < function.pieces.count ? function.pieces[index + 1].start : .infinity
            let after = below(end - base)
            let chance = after.chance - before.chance
            if chance > 0 {
                let atBase: Double = piece.at(base)
                total += chance * atBase + piece.slope * (after.mean - before.mean)
            }
            before = after
        }
        return total
    }

    /// Every value times `factor` ≥ 0.
    package func scaled(by factor: Double) -> Distribution {
        switch shape {
        case .point: return Distribution(base: base * factor, shape: .point)
        case .lognormal(let mean, let sigma):
            return .lognormal(base: base * factor, mean: mean * factor, sigma: sigma)
        case .samples(let values):
            return Distribution(base: base * factor, shape: .samples(values.map { $0 * factor }))
        }
    }

    /// The sum of independent totals. Of equally likely values it is every value of one with every value of the other, in as
    /// many as one has; otherwise means and variances add up, and the part to come is taken for lognormal again.
    package static func sum(_ parts: [Distribution]) -> Distribution {
        let base = parts.reduce(0) { $0 + $1.base }
        let open = parts.map(\.shape).filter { $0 != .point }
        if open.count == 1 { return Distribution(base: base, shape: open[0]) }
        let samples = open.compactMap { if case .samples(let values) = $0 { values } else { nil } }
        if let first = samples.first, samples.count == open.count {
            return Distribution(base: base, shape: .samples(samples.dropFirst().reduce(first, added)))
        }
        let mean = parts.reduce(0) { $0 + ($1.mean - $1.base) }
        let variance = parts.reduce(0) { $0 + $1.variance }
        guard mean > 0 else { return Distribution(base: base, shape: .point) }
        return .lognormal(base: base, mean: mean, sigma: log1p(variance / (mean * mean)).squareRoot())
    }

    private static func added(_ one: [Double], _ other: [Double]) -> [Double] {
        let all = one.flatMap { value in other.map { value + $0 } }.sorted()
        return one.indices.map { place in all[place * other.count..<(place + 1) * other.count].reduce(0, +) }
            .map { $0 / Double(other.count) }
    }

    package var variance: Double {
        switch shape {
        case .point: return 0
        case .lognormal(let mean, let sigma): return mean * mean * expm1(sigma * sigma)
        case .samples(let values):
            let mean = values.reduce(0, +) / Double(max(1, values.count))
            return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, values.count))
        }
    }

    /// About how many bytes it holds.
    package var size: Int {
        guard case .samples(let values) = shape else { return 40 }
        return 72 + values.count * 8
    }
}
