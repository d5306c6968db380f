package import SalesDomain

/// How right forecasts made on past days would have been. Each row equals the forecast as of its origin.
package struct BacktestReport: Sendable, Equatable {
    package let kind: Period.Kind
    package let currency: Currency
    package let rows: [Row]
    package let summary: [Summary]
    /// Where no amount is known deals are counted: figures are then deals times the currency's minor units in one.
    package var isCounted = false
    package var basis = Company.Basis.won

    package enum Level: String, Sendable, CaseIterable { case company, department, employee, product, pipeline }
    package enum MethodName: String, Sendable, CaseIterable {
        case template, statistical, model
        case naiveLast = "naive_last"
        case naiveMean3 = "naive_mean3"
    }

    package struct Row: Sendable, Equatable {
        package let origin: Instant
        package let period: Period
        package let horizon: Double
        package let subject: ForecastReport.Subject
        package let level: Level
        /// Minor units, as is everything below.
        package let actual: Int64
        package let wonCount: Int
        package let methods: [MethodName: Int64]
        package let p10: Int64
        package let p90: Int64
        /// Standard deviation that the deals alone leave at the origin.
        package var noise: Double = 0
    }

    package struct Summary: Sendable, Equatable {
        package let horizon: Double
        package let level: Level
        package let periods: Int
        /// 1 − Σ|actual − forecast| / Σ actual, not clipped; nil with nothing won or the method unknown.
        package let accuracy: [MethodName: Double]
        /// Share of actuals within P10…P90.
        package let coverage80: Double?
        /// What a model that knows every chance would reach: 1 − √(2/π)·Σ noise / Σ actual.
        package let ceiling: Double?
        /// The method other than the model that was better than it by more than a standard error, if any.
        package let winner: MethodName?
        /// The naive one of them, the better when both were: then nothing speaks for the model there.
        package var betterBaseline: MethodName?
    }
}
