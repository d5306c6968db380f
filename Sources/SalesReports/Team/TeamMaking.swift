package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// Throws `notYet` for an instant after now, `notFound` for what is not there or not this viewer's.
    package func team(_ request: ReportRequest, for seen: Seen) throws(ReportRefusal) -> TeamReport {
        try remembered(.team, request, seen) { () throws(ReportRefusal) in
            try counting(request).teamMade(request, for: seen)
        }
    }

    private func teamMade(_ request: ReportRequest, for seen: Seen) throws(ReportRefusal) -> TeamReport {
        let forecast = try forecast(
            ForecastRequest(
                asOf: request.asOf, period: request.period, scope: request.scope, by: .employee,
                pipelines: request.pipelines), for: seen)
        let events = try events(request, for: seen)
        let planFact = try planFact(request.atUsualReference, for: seen)
        let maker = TeamMaker(
            facts: facts, request: request, events: events,
            signals: Dictionary(grouping: planFact.signals, by: \.scope))
        let parts = if case .employee = request.scope { [forecast.whole] } else { forecast.parts }
        return TeamReport(
            head: head(request), whole: forecast.whole, rows: maker.rows(parts), calls: .init(events.whole),
            reference: planFact.reference)
    }
}

private struct TeamMaker {
    let facts: Facts
    let request: ReportRequest
    let events: EventsReport
    let signals: [Scope: [PlanFactReport.Signal]]

    /// Sellers who work there, and whoever sold or has a plan.
    func rows(_ parts: [ForecastReport.Node]) -> [TeamReport.Row] {
        let day = facts.calendar.zone.day(of: request.asOf)
        return parts.compactMap { node -> TeamReport.Row? in
            guard case .scope(.employee(let id?)) = node.subject, let person = facts.organisation.employee(id) else {
                return nil
            }
            let sells = person.role == .seller && facts.organisation.works(person, on: day)
            guard sells || node.plan.quota != nil || node.amount.mean != 0 else { return nil }
            return TeamReport.Row(employee: id, node: node, weak: weak(id), calls: calls(id))
        }.sorted(by: TeamMaker.isBefore)
    }

    private func weak(_ id: Employee.ID) -> TeamReport.Weak? {
        signals[.employee(id)]?.max { $0.missed < $1.missed }.map {
            TeamReport.Weak(
                stage: $0.stage, conversion: $0.conversion, reference: $0.reference, confidence: $0.confidence,
                money: $0.money, missed: $0.missed, since: $0.from, hasBegun: $0.hasBegun)
        }
    }

    private func calls(_ id: Employee.ID) -> TeamReport.Calls {
        events.people.first { $0.employee == id }.map(TeamReport.Calls.init)
            ?? TeamReport.Calls(outbound: 0, inbound: 0, missed: 0, norm: nil)
    }

    /// Least probable first; of equals who misses more; who has no plan last. Where that says nothing people stay in the order of
    /// the organisation, which is that of names: Swift's sort is stable.
    private static func isBefore(_ left: TeamReport.Row, _ right: TeamReport.Row) -> Bool {
        switch (left.node.plan.probability, right.node.plan.probability) {
        case (let one?, let other?) where one != other: return one < other
        case (.some, nil): return true
        case (nil, .some): return false
        default:
            return (left.missing ?? 0) > (right.missing ?? 0)
        }
    }
}

extension TeamReport.Calls {
    init(_ person: EventsReport.Person) {
        self.init(
            outbound: person.outbound.all, inbound: person.inbound.all, missed: person.inbound.missed,
            norm: person.norm)
    }
}
