/// What was forecast of a period on one day, as it was said then. Minor units of `currency`; totals of the whole period.
package struct ForecastSnapshot: Sendable, Equatable {
    /// The day, in the company's zone, on which it was taken.
    package let day: Day
    package let recordedAt: Instant
    package let period: Period
    package let scope: Scope
    package let currency: Currency
    package let won: Int64
    package let mean: Int64
    package let p10: Int64
    package let p50: Int64
    package let p90: Int64
    /// Nil when a stage with deals had no probability.
    package let template: Int64?
    package let statistical: Int64
    package let quota: Int64?

    package init(
        day: Day, recordedAt: Instant, period: Period, scope: Scope, currency: Currency, won: Int64, mean: Int64,
        p10: Int64, p50: Int64, p90: Int64, template: Int64?, statistical: Int64, quota: Int64?
    ) {
        self.day = day
        self.recordedAt = recordedAt
        self.period = period
        self.scope = scope
        self.currency = currency
        self.won = won
        self.mean = mean
        self.p10 = p10
        self.p50 = p50
        self.p90 = p90
        self.template = template
        self.statistical = statistical
        self.quota = quota
    }
}
