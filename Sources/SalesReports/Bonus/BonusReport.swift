package import SalesDomain

/// A person's bonus for a period: what is earned on what is won already, and what is expected through the tiers over the
/// whole distribution of the forecast. Minor units of the base currency, accrued, before tax.
package struct BonusReport: Sendable, Equatable {
    package let employee: Employee.ID
    package let period: Period
    package let currency: Currency
    /// One for each period in which the plan pays, in order of time; none: no plan was this person's.
    package let accruals: [Accrual]

    package init(employee: Employee.ID, period: Period, currency: Currency, accruals: [Accrual]) {
        self.employee = employee
        self.period = period
        self.currency = currency
        self.accruals = accruals
    }

    package struct Accrual: Sendable, Equatable {
        package let plan: String
        package let period: Period
        /// Days on which the person was there, of the period's working days.
        package let worked: Int
        package let workingDays: Int
        package let toDate: Int64
        package let expected: Int64
        package let p10: Int64
        package let p90: Int64
        package let rules: [Rule]
        /// By rule and deal; they add up to `toDate`.
        package let lines: [CommissionLine]

        /// What the plan's ceiling takes from the rules' sums; zero without one. Rules and this add up to the accrual.
        package var ceiling: (toDate: Int64, expected: Int64) {
            (toDate.minus(rules.total(\.toDate)), expected.minus(rules.total(\.expected)))
        }
    }

    package struct Rule: Sendable, Equatable {
        package let name: String
        package let measure: Quota.Measure
        package let team: Bool
        /// Minor units or pieces, as the measure is.
        package let total: Int64
        /// Whole minor units, or pieces and parts of one.
        package let expectedTotal: Double
        package let quota: Int64?
        package let toDate: Int64
        package let expected: Int64
        /// Why it pays nothing, when that is not for want of sales.
        package let silence: Silence?
        /// By what it is counted: bounds in the units of `total`, the plan for the days worked. Nil where nothing is counted.
        package var terms: CommissionTerms?

        /// Not nothing: not for this reader.
        package var isHidden: Bool { silence == .teamHidden }
    }

    package enum Silence: String, Sendable, CaseIterable {
        /// The rule asks for a plan, and none is set.
        case noPlan = "no_plan"
        /// Nothing in the books says what this measure is.
        case notMeasured = "not_measured"
        /// A team's total is for those who may see the team, or have been granted it.
        case teamHidden = "team_hidden"
    }

    /// Something of it is kept from this reader, so sums are of a part.
    package var isPartial: Bool { accruals.contains { $0.rules.contains { $0.silence == .teamHidden } } }

    package var toDate: Int64 { accruals.total(\.toDate) }
    package var expected: Int64 { accruals.total(\.expected) }
    package var p10: Int64 { accruals.total(\.p10) }
    package var p90: Int64 { accruals.total(\.p90) }
}
