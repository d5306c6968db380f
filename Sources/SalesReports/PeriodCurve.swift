package import SalesDomain

/// How a scope's total grows through a period, day by day: what is won, where it is expected to go, and the plan's pace.
/// Minor units; place `i` of each line is the end of the period's day `i` (place 0: its start, nothing won yet).
package struct PeriodCurve: Sendable, Equatable {
    package let period: Period
    package let currency: Currency
    /// From place 0 to the last day that is over or running at the as-of instant: at least one value.
    package let won: [Int64]
    /// The total expected by each further day: the first value stands at the last place of `won` and equals it, the last
    /// at the end of the period and equals the forecast's figures. Empty when the period is over.
    package let p10: [Int64]
    package let p25: [Int64]
    package let mean: [Int64]
    package let p75: [Int64]
    package let p90: [Int64]
    /// The plan spread over working days, one value for each place; nil without a plan.
    package let pace: [Int64]?
    /// Of each day of the period: is it worked.
    package let working: [Bool]

    package init(
        period: Period, currency: Currency, won: [Int64], p10: [Int64], p25: [Int64], mean: [Int64], p75: [Int64],
        p90: [Int64], pace: [Int64]?, working: [Bool]
    ) {
        self.period = period
        self.currency = currency
        self.won = won
        self.p10 = p10
        self.p25 = p25
        self.mean = mean
        self.p75 = p75
        self.p90 = p90
        self.pace = pace
        self.working = working
    }
}
