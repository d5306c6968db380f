package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// What `events` counts, one by one. Throws as it does; `notFound` also for a person who is not this viewer's and has
    /// done nothing here.
    package func calls(_ request: ReportRequest, _ query: CallsQuery, for seen: Seen) throws(ReportRefusal)
        -> CallsReport
    {
        let looking = try admitted(request.scope, request.pipelines, asOf: request.asOf, seen)
        let counted = looking.events(counted: request, keeping: true)
        let tally = counted.tally
        let back = CallsBack(tally.returns, tally.missed, facts.calendar)
        let lost = Set(tally.missed.filter { !back.isCalledBack($0) }.map(\.id))
        let found = tally.kept.filter { touch in query.means(touch) { lost.contains($0.id) } }
            .sorted { ($0.at, $0.id) > ($1.at, $1.id) }
        if let who = query.who, !seen.allows(who, in: facts.rights, on: today),
            !tally.kept.contains(where: { Scope.employee($0.employee) == who })
        {
            throw .notFound
        }
        return CallsReport(
            head: head(request), from: counted.days.from, upTo: counted.days.upTo, total: found.count,
            talkSeconds: found.reduce(0) { $0 + ($1.isAnswered && !$1.isOverLong ? $1.seconds : 0) },
            rows: found.dropFirst(query.offset).prefix(query.limit).map {
                CallsReport.Row($0, isLost: lost.contains($0.id))
            })
    }
}

extension CallsReport.Row {
    fileprivate init(_ touch: Touch, isLost: Bool) {
        self.init(
            id: touch.id, at: touch.at, employee: touch.employee, direction: touch.direction, result: touch.result,
            isLost: isLost, seconds: touch.seconds, isOverLong: touch.isOverLong, deal: touch.deal,
            account: touch.account)
    }
}
