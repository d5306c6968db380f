extension CorrectiveAction {
    /// What was expected without it when it was made: what its effect is measured against.
    package struct Baseline: Sendable, Equatable {
        package let period: Period
        /// The forecast of the scope for the period, the whole total, and its 80 % range.
        package let mean: Int64
        package let low: Int64
        package let high: Int64
        /// Of an action about a stage.
        package let stage: StageRate?
        /// Of one about a deal: its chance × what it brings if won.
        package let deal: Int64?

        package init(period: Period, mean: Int64, low: Int64, high: Int64, stage: StageRate? = nil, deal: Int64? = nil)
        {
            self.period = period
            self.mean = mean
            self.low = low
            self.high = high
            self.stage = stage
            self.deal = deal
        }
    }

    /// What was believed of a stage, few deals drawn to what is usual.
    package struct StageRate: Sendable, Equatable {
        /// 0…1 of those who come move on.
        package let conversion: Double
        /// Standard error of it.
        package let error: Double
        /// Median days to moving on.
        package let days: Int?
        package init(conversion: Double, error: Double, days: Int?) {
            self.conversion = conversion
            self.error = error
            self.days = days
        }
    }
}
