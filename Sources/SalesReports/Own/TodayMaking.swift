package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// - Parameter planned: what is not done yet, of anybody; only what is the scope's gets into the answer.
    package func today(_ request: ReportRequest, planned: [PlannedActivity], for seen: Seen) throws(ReportRefusal)
        -> TodayReport
    {
        let month = try period(request, for: seen)
        let day = facts.calendar.zone.day(of: request.asOf)
        return TodayReport(
            head: head(request), due: due(planned, request, day), calls: try callsToReturn(request, day, for: seen),
            month: month)
    }

    /// The end of the day on which the question is asked: what is due before it is of today.
    package func endOfDay(_ asOf: Instant) -> Instant {
        facts.calendar.zone.start(of: facts.calendar.zone.day(of: asOf) + 1)
    }

    private func due(_ planned: [PlannedActivity], _ request: ReportRequest, _ day: Day) -> [TodayReport.Due] {
        let members = ScopeMembers(request.scope, facts.organisation)
        let (start, end) = (facts.calendar.zone.start(of: day), endOfDay(request.asOf))
        return planned.filter { $0.recorded < request.asOf && $0.due < end && members.holds($0.employee, on: day) }
            .sorted { ($0.due, $0.id) < ($1.due, $1.id) }
            .map { TodayReport.Due(activity: $0, isOverdue: $0.due < start) }
    }

    private func callsToReturn(_ request: ReportRequest, _ day: Day, for seen: Seen) throws(ReportRefusal)
        -> [EventsReport.MissedCall]
    {
        var week = request
        week.period = .custom(from: day + -6, through: day) ?? request.period
        return try events(week, for: seen).notCalledBack.filter { !$0.isCalledLater }
    }
}
