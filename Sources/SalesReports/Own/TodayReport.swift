package import SalesDomain

/// What a day asks for: what is due, who waits for a call, and the deals on which the plan hangs.
package struct TodayReport: Sendable, Equatable {
    package let head: ReportHead
    /// Due by the end of the day and not done, the earliest first.
    package let due: [Due]
    /// Corrective actions that are due today, or were, the earliest first.
    package let actions: [Action]
    /// Missed within the week and not answered by any call since, the latest first.
    package let calls: [EventsReport.MissedCall]
    /// The month, with the deals that decide it and the questions of the day.
    package let month: PeriodReport

    package struct Due: Sendable, Equatable {
        package let activity: PlannedActivity
        /// The day on which it was due is over.
        package let isOverdue: Bool
        /// It is the reader's own.
        package let isOwn: Bool
        /// Of its deal, in minor units of the base currency; nil without one, or when it is not known.
        package let value: Int64?
    }

    package struct Action: Sendable, Equatable {
        package let action: CorrectiveAction
        package let state: CorrectiveAction.State
        /// Nil when it is not this reader's to see.
        package let deal: Deal.ID?
    }

    /// What a page has room for: one's own things, and of the others' the most valuable ones, all in order of time.
    package func first(_ others: Int) -> [Due] {
        let ranked = due.indices.filter { !due[$0].isOwn }
            .sorted { (due[$0].value ?? -1, $1) > (due[$1].value ?? -1, $0) }
        let chosen = Set(ranked.prefix(others))
        return due.filter(\.isOwn) + due.indices.filter(chosen.contains).map { due[$0] }
    }
}
