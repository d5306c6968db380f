/// What is said of money that comes after the win, by node: totals of the whole period.
package struct BasisAnswer: Sendable {
    /// Means add up over children to within rounding of `Double`.
    package let estimates: [Estimate]
    package let sources: [Source]
    /// Of every open deal, in order of the history.
    package let coming: [Coming]
    /// Of what is won, the share that is never paid; days by which half of the rest has come.
    package let never: Double
    package let usualLag: Int
    /// Some deals have promised days.
    package let isScheduled: Bool
    /// Of what is still to be won in the period, what is paid in it.
    package let paidOfWon: Double

    /// Of what the rest of the period consists; they add up to it. Minor units.
    package struct Source: Sendable {
        /// Deals won already: by promised days, and the rest of what they are worth.
        package let scheduled: Double
        package let unscheduled: Double
        package let open: Double
        package let new: Double
        /// What goes back: zero or negative.
        package let back: Double
        /// What the series and past errors change about all of that.
        package let correction: Double
        /// Of deals won already, less what goes back of what has come: as it is believed, and by the plain rule.
        package let won: Double
        package let plain: Double
    }
}
