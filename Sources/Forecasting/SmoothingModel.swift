/// One of the exponential smoothing models, by error, trend and season. Hyndman, Koehler, Ord & Snyder 2008.
package struct SmoothingModel: Sendable, Equatable, CustomStringConvertible {
    package enum Error: String, Sendable { case additive = "A", multiplicative = "M" }
    package enum Trend: String, Sendable { case none = "N", additive = "A", damped = "Ad" }
    package enum Season: String, Sendable { case none = "N", additive = "A", multiplicative = "M" }

    package let error: Error
    package let trend: Trend
    package let season: Season

    package init(_ error: Error, _ trend: Trend, _ season: Season) {
        self.error = error
        self.trend = trend
        self.season = season
    }

    package var description: String { "ETS(\(error.rawValue),\(trend.rawValue),\(season.rawValue))" }

    /// Those that are numerically safe: an additive error with a multiplicative season is not, and multiplicative
    /// parts need values above 0.
    static func candidates(positive: Bool, seasonal: Bool) -> [SmoothingModel] {
        let trends: [Trend] = [.none, .additive, .damped]
        let seasons: [Season] =
            !seasonal ? [.none] : positive ? [.none, .additive, .multiplicative] : [.none, .additive]
        return trends.flatMap { trend in
            seasons.flatMap { season in
                let errors: [Error] =
                    season == .multiplicative
                    ? [.multiplicative] : positive ? [.additive, .multiplicative] : [.additive]
                return errors.map { SmoothingModel($0, trend, season) }
            }
        }
    }
}

/// The numbers of a smoothing model. `beta` and `gamma` are what the error adds to slope and season (β = αβ*).
package struct SmoothingWeights: Sendable, Equatable {
    package var alpha: Double
    package var beta: Double
    package var gamma: Double
    /// 1 where the trend is not damped.
    package var phi: Double

    package init(alpha: Double, beta: Double = 0, gamma: Double = 0, phi: Double = 1) {
        self.alpha = alpha
        self.beta = beta
        self.gamma = gamma
        self.phi = phi
    }
}

/// Level, slope and season; `season[0]` belongs to the next value.
package struct SmoothingState: Sendable, Equatable {
    package var level: Double
    package var slope: Double
    package var season: [Double]

    package init(level: Double, slope: Double = 0, season: [Double] = []) {
        self.level = level
        self.slope = slope
        self.season = season
    }
}
