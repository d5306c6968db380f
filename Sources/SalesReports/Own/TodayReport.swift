package import SalesDomain

/// What a day asks for: what is due, who waits for a call, and the deals on which the plan hangs.
package struct TodayReport: Sendable, Equatable {
    package let head: ReportHead
    /// Due by the end of the day and not done, the earliest first.
    package let due: [Due]
    /// Missed within the week and not answered by any call since, the latest first.
    package let calls: [EventsReport.MissedCall]
    /// The month, with the deals that decide it and the questions of the day.
    package let month: PeriodReport

    package struct Due: Sendable, Equatable {
        package let activity: PlannedActivity
        /// The day on which it was due is over.
        package let isOverdue: Bool
    }
}
