import Foundation

extension FittedSmoothing {
    /// Means by running the last state on; variances of Hyndman et al. 2008, chapter 6: exact for additive errors, of
    /// class 2 and 3 for multiplicative ones.
    package func forecast(_ horizon: Int) -> Outlook {
        var (level, slope) = (end.level, end.slope)
        var bases: [Double] = []
        for _ in 0..<horizon {
            slope *= weights.phi
            level += slope
            bases.append(level)
        }
        let seasons = (0..<horizon).map { end.season.isEmpty ? 0 : end.season[$0 % end.season.count] }
        let means: [Double] =
            switch model.season {
            case .none: bases
            case .additive: zip(bases, seasons).map(+)
            case .multiplicative: zip(bases, seasons).map(*)
            }
        let variances = variances(of: model.season == .multiplicative ? bases : means)
        let deviations = variances.enumerated().map { step, variance in
            max(0, variance).squareRoot() * (model.season == .multiplicative ? abs(seasons[step]) : 1)
        }
        return Outlook(means: means, deviations: deviations)
    }

    private func variances(of means: [Double]) -> [Double] {
        let reach = (1...max(1, means.count)).map { reachOfError($0) }
        guard model.error == .multiplicative else {
            var sum = 1.0
            return means.indices.map { step in
                if step > 0 { sum += reach[step - 1] * reach[step - 1] }
                return variance * sum
            }
        }
        var squares: [Double] = []
        for (step, mean) in means.enumerated() {
            let past = (0..<step).reduce(0) { $0 + reach[step - 1 - $1] * reach[step - 1 - $1] * squares[$1] }
            squares.append(mean * mean + variance * past)
        }
        return means.indices.map { step in
            let seasons = model.season == .multiplicative ? Double(step / max(1, end.season.count)) : 0
            let growth = pow(1 + weights.gamma * weights.gamma * variance, seasons)
            return squares[step] * (1 + variance) * growth - means[step] * means[step]
        }
    }

    /// c_j: what an error of one step adds to the mean `j` steps later (of the level and trend under a multiplicative season).
    private func reachOfError(_ steps: Int) -> Double {
        let phi = weights.phi
        let run = phi == 1 ? Double(steps) : phi * (1 - pow(phi, Double(steps))) / (1 - phi)
        let season = model.season == .additive && steps % end.season.count == 0 ? weights.gamma : 0
        return weights.alpha + weights.beta * run + season
    }
}
