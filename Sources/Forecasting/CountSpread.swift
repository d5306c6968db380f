import Foundation

/// How far a count may be from its mean: the range that holds in eight cases of ten, never below 0.
struct CountSpread: Sendable {
    package enum Method: String, Sendable {
        /// Poisson, or negative binomial where past errors were larger than Poisson's.
        case negativeBinomial = "negative_binomial"
        /// Split conformal: the errors of past windows themselves.
        case conformal
    }
    struct Miss: Sendable {
        let forecast: Double
        let actual: Double
    }

    static let enough = 20
    /// As many windows speak for the dispersion that weeks have.
    private static let prior = 2.0

    let method: Method
    /// Variance over mean, at least 1.
    let dispersion: Double
    /// Of |actual − forecast| / √forecast.
    private let reach: Double

    /// - Parameter usual: variance over mean of the weeks, before anything was forecast.
    init(_ misses: [Miss], usual: Double) {
        let squares = misses.reduce(0) {
            $0 + ($1.actual - $1.forecast) * ($1.actual - $1.forecast) / max($1.forecast, 0.5)
        }
        dispersion = max(1, (squares + CountSpread.prior * usual) / (Double(misses.count) + CountSpread.prior))
        let scores = misses.map { abs($0.actual - $0.forecast) / max($0.forecast, 1).squareRoot() }.sorted()
        let rank = Int((0.8 * Double(scores.count + 1)).rounded(.up))
        method = scores.count >= CountSpread.enough && rank <= scores.count ? .conformal : .negativeBinomial
        reach = method == .conformal ? scores[rank - 1] : 0
    }

    func range(around mean: Double) -> ClosedRange<Double> {
        guard mean > 0 else { return 0...0 }
        switch method {
        case .conformal:
            let width = reach * max(mean, 1).squareRoot()
            return max(0, mean - width)...(mean + width)
        case .negativeBinomial:
            return CountSpread.quantile(0.1, mean, dispersion)...CountSpread.quantile(0.9, mean, dispersion)
        }
    }

    /// Of the negative binomial with this mean and variance = dispersion × mean; Poisson at 1. Whole numbers below a mean
    /// of 200, above it the normal's with a correction for the skew (Cornish & Fisher).
    static func quantile(_ p: Double, _ mean: Double, _ dispersion: Double) -> Double {
        guard mean <= 200 else {
            let z = Normal.quantile(p)
            let deviation = (dispersion * mean).squareRoot()
            return max(0, mean + z * deviation + (z * z - 1) / 6 * (2 * dispersion - 1))
        }
        let odds = 1 - 1 / dispersion
        let size = dispersion > 1 + 1e-9 ? mean / (dispersion - 1) : .infinity
        var term = size.isFinite ? exp(-size * log(dispersion)) : exp(-mean)
        var (below, count) = (term, 0.0)
        while below < p, count < 20_000 {
            term *= size.isFinite ? (size + count) / (count + 1) * odds : mean / (count + 1)
            count += 1
            below += term
        }
        return count
    }
}
