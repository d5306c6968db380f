package import SalesDomain

/// Plans of a scope and everything below it, by one measure: what is set, what the parts make together, and what history
/// suggests. Minor units of the base currency, or pieces, as the measure is.
package struct PlansReport: Sendable, Equatable {
    package let head: ReportHead
    package let measure: Quota.Measure
    /// Parents before children, departments before people.
    package let rows: [Row]

    package init(head: ReportHead, measure: Quota.Measure = .won, rows: [Row]) {
        self.head = head
        self.measure = measure
        self.rows = rows
    }

    package struct Months: Sendable, Equatable {
        package let set: Int
        package let all: Int
        package let sum: Int64
    }

    package struct Row: Sendable, Equatable {
        package let scope: Scope
        package let depth: Int
        /// Nil: nothing is set, and the sum of the parts holds, if there is one.
        package let own: Int64?
        package let sumOfParts: Int64?
        /// Of a quarter or a year.
        package let sumOfMonths: Int64?
        /// The forecast as of the period's start, or of now for what has not begun; nil where nothing is recorded of the
        /// measure.
        package let suggestion: Int64?
        /// What the period before has brought.
        package let before: Int64?
        /// How many versions were set, and since when the last one holds.
        package let versions: Int
        package let since: Day?
        /// Of a quarter or a year in which some months only have a plan.
        package var someMonths: Months?
        /// It was withdrawn, on the day `since`.
        package var isWithdrawn = false
        /// Of all that is set there, for a form that is filled from it.
        package var mark = StateMark(of: [Quota]())

        /// The own plan less what the parts make together; nil without both.
        package var difference: Int64? {
            guard let own, let sumOfParts else { return nil }
            return own.minus(sumOfParts)
        }
    }
}
