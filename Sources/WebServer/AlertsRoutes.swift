internal import Actions
internal import Ledger
internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    func showAlerts(_ request: ReportRequest, _ member: Member, asOf: Instant?) throws -> Answer {
        guard member.hasDeals else { return .html(EmptyPage(.noDeals, frame: frame(member, asOf: asOf)).html()) }
        let report = try alerts(request, member)
        let hidden = try hidden(member, asOf: request.asOf)
        let labels = try Labels(
            deals: AlertsPage.deals(report, hidden: Set(hidden.keys)),
            accounts: AlertsPage.accounts(report, hidden: Set(hidden.keys)), from: office.store)
        let frame = frame(member, asOf: asOf, names: names(member, labels))
        let page = AlertsPage(
            report, hidden: hidden, frame: frame, givers: asOf == nil ? member.givers : [],
            danger: try member.planDanger(request))
        return .html(page.html())
    }

    func alertsDocument(_ request: ReportRequest, _ member: Member) throws -> AlertsDocument {
        let report = try alerts(request, member)
        return AlertsDocument(
            report, naming(member, try labels(report)), snoozed: try hidden(member, asOf: request.asOf))
    }

    /// Puts everything off that the form names, or shows it again.
    func snooze(_ filter: ReportFilter, _ member: Member, at now: Instant) throws -> Answer {
        let form = member.guest.visit.form
        let isBack = form.last("deed") == "show"
        guard let until = isBack ? member.today + -1 : form.last("until").flatMap({ Day(iso: $0) }) else {
            throw Refusal.badRequest("until")
        }
        let marks = try form.all("alert").map { text in
            guard let kind = AlertKind(rawValue: text) else { throw Refusal.badRequest("alert") }
            return try member.mark(kind, form)
        }
        if marks.isEmpty { throw Refusal.badRequest("alert") }
        let position = try SnoozeAlert(store: office.store)(marks, until: until, by: member.doer, at: now)
        board.passed(position)
        return .redirect(to: .report(.alerts, filter))
    }

    /// - Parameter seconds: how far the answer may lag behind the books.
    func alerts(_ request: ReportRequest, _ member: Member, within seconds: Int64 = 0) throws -> AlertsReport {
        guard request.asOf == member.now else { return try found(request, member) }
        let question = AlertsQuestion(request, for: member.seen, on: member.today)
        let (position, since) = (member.reporter.facts.position, member.reporter.since)
        return try board.report(question, position: position, since: since, at: member.now, within: seconds) {
            try found(request, member)
        }
    }

    private func found(_ request: ReportRequest, _ member: Member) throws -> AlertsReport {
        let (planned, given) = try office.store.read { ledger in
            (
                try ledger.activities.dealsWithPlans(asOf: request.asOf),
                try ledger.correctiveActions.all(in: member.calendar)
            )
        }
        return try member.reporter.alerts(request, planned: planned, given: given, for: member.seen)
    }

    private func hidden(_ member: Member, asOf: Instant) throws -> [AlertMark: Day] {
        guard let person = member.session.user.employee else { return [:] }
        let all = try office.store.read { try $0.alertSnoozes.all() }
        return all.hidden(from: person, asOf: asOf, on: member.calendar.zone.day(of: asOf))
    }

    /// The first few things that wait for this reader, to stand on another page of the same scope; nil: nothing does.
    func alertsInBrief(_ request: ReportRequest, _ member: Member) throws -> AlertsSection.Content? {
        let report = try alerts(request, member)
        var content = AlertsSection.Content(report.waiting(without: Set(try hidden(member, asOf: request.asOf).keys)))
        content.danger = try member.planDanger(request)
        return content.isEmpty ? nil : content
    }

    func labels(_ content: AlertsSection.Content?) throws -> Labels {
        try Labels(
            deals: content?.shown.compactMap(\.deal) ?? [],
            accounts: content?.shown.compactMap(\.first.account) ?? [], from: office.store)
    }

    private func labels(_ report: AlertsReport) throws -> Labels {
        try Labels(deals: report.alerts.compactMap(\.mark.deal), accounts: EmptyCollection(), from: office.store)
    }

    /// How many matters a member is to act on; nil where there is nothing to tell. On every page, so it may lag behind the
    /// books by a minute; what the reader puts off it knows at once, and so it does what was found for the list.
    func alertCount(_ member: Member) -> Int? {
        guard member.hasDeals, let home = member.seen.home(in: member.organisation) else { return nil }
        let request = ReportRequest(asOf: member.now, period: member.month(of: member.now), scope: home)
        guard let report = try? alerts(request, member, within: 60), let hidden = try? hidden(member, asOf: member.now)
        else { return nil }
        return report.toActCount(without: Set(hidden.keys))
    }
}

extension Member {
    /// Nil where the plan of the scope is within reach, and of a period that is over.
    fileprivate func planDanger(_ request: ReportRequest) throws -> PlanDanger? {
        guard request.period.end > calendar.zone.day(of: request.asOf) else { return nil }
        let asked = ForecastRequest(
            asOf: request.asOf, period: request.period, scope: request.scope,
            by: request.scope.isPerson ? nil : .employee, pipelines: request.pipelines)
        return PlanDanger(try reporter.forecast(asked, for: seen))
    }

    fileprivate func mark(_ kind: AlertKind, _ form: Query) throws -> AlertMark {
        let deal = try form.number("deal").map { Deal.ID($0) }
        let stage = try form.number("stage").map { Stage.ID($0) }
        if let stage, !pipelines.contains(where: { $0.stages.contains { $0.id == stage } }) { throw Refusal.notFound }
        guard let scope = form.last("scope").flatMap({ ScopeName(queryText: $0) })?.scope(in: organisation) else {
            throw Refusal.notFound
        }
        return AlertMark(
            kind: kind, scope: deal == nil ? scope : .company, stage: deal == nil ? stage : nil, deal: deal)
    }
}
