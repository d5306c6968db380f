import Foundation

extension Distribution {
    private static let ranks = 2_000
    /// Above so many to come a piece is next to nothing of the whole, and the lognormal does.
    private static let fewest = 200.0

    /// A total of whole pieces, of which so many are sure: those to come are Poisson's, or the negative binomial's where the
    /// variance is larger than the mean. Mean and variance are of what is to come.
    package static func pieces(base: Double, mean: Double, variance: Double) -> Distribution {
        guard mean > 0 else { return Distribution(base: base, shape: .point) }
        guard mean <= fewest else {
            return .lognormal(base: base, mean: mean, sigma: log1p(variance / (mean * mean)).squareRoot())
        }
        let dispersion = max(1, variance / mean)
        let size = dispersion > 1 + 1e-9 ? mean / (dispersion - 1) : .infinity
        var term = size.isFinite ? exp(-size * log(dispersion)) : exp(-mean)
        var (below, count) = (term, 0.0)
        let values = (0..<ranks).map { rank in
            let place = (Double(rank) + 0.5) / Double(ranks)
            while below < place, count < 20_000 {
                term *= size.isFinite ? (size + count) / (count + 1) * (1 - 1 / dispersion) : mean / (count + 1)
                count += 1
                below += term
            }
            return count
        }
        return Distribution(base: base, shape: .samples(values))
    }
}
