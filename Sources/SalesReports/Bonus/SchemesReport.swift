package import SalesDomain

/// Commission plans as those whom they concern may read them: every version that holds, has held or will hold.
package struct SchemesReport: Sendable, Equatable {
    package let head: ReportHead
    /// Those that hold first, then those to come, then those that are over, the latest first.
    package let schemes: [Scheme]

    package struct Scheme: Sendable, Equatable {
        package let plan: CommissionPlan
        package let standing: Standing
        /// For whom it is, as far as this viewer sees people; empty with `others` 0: everybody.
        package let members: [CommissionPlan.Member]
        /// How many more are named whom this viewer does not see.
        package let others: Int
        /// Whom of those that this viewer sees it pays, today or on its nearest day.
        package let people: [Employee.ID]
        /// Who is named in it and is paid by another plan on that day, one that is nearer or came later.
        package var elsewhere: [Elsewhere] = []
        /// Of a version that begins in the middle of a period, for people who had another plan on that period's first day:
        /// the first day of the next one, from which it pays them.
        package var paysFrom: Day?
        /// Of a version that ends in the middle of a period: that period's last day, because a period is paid by one plan.
        package var paysUntil: Day?
    }

    package struct Elsewhere: Sendable, Equatable {
        package let employee: Employee.ID
        /// The name of the plan by which the person is paid.
        package let plan: String
    }

    /// Whether it pays for the running period, or will, or did.
    package enum Standing: String, Sendable, CaseIterable { case now, coming, past }
}
