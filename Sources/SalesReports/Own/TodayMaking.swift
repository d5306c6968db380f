package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// - Parameters:
    ///   - planned: what is not done yet, of anybody; only what is the scope's gets into the answer.
    ///   - given: corrective actions, in the same way.
    package func today(
        _ request: ReportRequest, planned: [PlannedActivity], given: [CorrectiveAction] = [], for seen: Seen
    ) throws(ReportRefusal) -> TodayReport {
        let month = try period(request, for: seen)
        let day = facts.calendar.zone.day(of: request.asOf)
        return TodayReport(
            head: head(request), due: due(planned, request, day, seen), actions: actions(given, request, seen),
            calls: try callsToReturn(request, day, for: seen), month: month)
    }

    /// The end of the day on which the question is asked: what is due before it is of today.
    package func endOfDay(_ asOf: Instant) -> Instant {
        facts.calendar.zone.start(of: facts.calendar.zone.day(of: asOf) + 1)
    }

    private func due(_ planned: [PlannedActivity], _ request: ReportRequest, _ day: Day, _ seen: Seen)
        -> [TodayReport.Due]
    {
        let members = ScopeMembers(request.scope, facts.known(asOf: request.asOf).organisation)
        let (start, end) = (facts.calendar.zone.start(of: day), endOfDay(request.asOf))
        let own = planned.filter { $0.recorded < request.asOf && $0.due < end && members.holds($0.employee, on: day) }
            .sorted { ($0.due, $0.id) < ($1.due, $1.id) }
        let cut = own.contains { $0.deal != nil } ? pictures(request.asOf, .all).cut : nil
        return own.map { activity in
            let deal = activity.deal.flatMap { cut?.index(of: $0) }
            let amount = deal.flatMap { cut?.amount[$0] }
            return TodayReport.Due(
                activity: activity, isOverdue: activity.due < start,
                isOwn: activity.employee.map { seen.viewer == .employee($0) } ?? false,
                value: amount == Cut.unknown ? nil : amount)
        }
    }

    private func actions(_ given: [CorrectiveAction], _ request: ReportRequest, _ seen: Seen) -> [TodayReport.Action] {
        let due = own(given, request, seen).filter { $0.state == .overdue || $0.state == .due }
            .sorted { ($0.action.due, $0.action.externalID) < ($1.action.due, $1.action.externalID) }
        var effects = EffectMaker(self, asOf: request.asOf, for: seen)
        return due.map { TodayReport.Action(action: $0.action, state: $0.state, deal: effects.deal(of: $0.action)) }
    }

    private func callsToReturn(_ request: ReportRequest, _ day: Day, for seen: Seen) throws(ReportRefusal)
        -> [EventsReport.MissedCall]
    {
        var week = request
        week.period = .custom(from: day + -6, through: day) ?? request.period
        return try events(week, for: seen).notCalledBack.filter { !$0.isCalledLater }
    }
}
