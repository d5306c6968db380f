internal import Actions
internal import Ledger
internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    func showActions(_ request: ReportRequest, _ member: Member, asOf: Instant?, refused: ActionDraft? = nil) throws
        -> Answer
    {
        let report = try actions(request, member)
        let frame = frame(member, asOf: asOf, names: names(member, try labels(report)))
        let page = ActionsPage(report, frame: frame, givers: asOf == nil ? member.givers : [], refused: refused)
        return .html(page.html(), status: refused == nil ? .ok : .unprocessableContent)
    }

    func actionsDocument(_ request: ReportRequest, _ member: Member) throws -> ActionsDocument {
        let report = try actions(request, member)
        return ActionsDocument(report, naming(member, try labels(report)))
    }

    /// Those about one deal that this viewer may see.
    func actions(about deal: Deal.ID, asOf: Instant, _ member: Member) throws -> [ActionsReport.Row] {
        guard let home = member.seen.home(in: member.organisation) else { return [] }
        let request = ReportRequest(asOf: asOf, period: member.month(of: asOf), scope: home)
        let own = try given(member).filter { $0.subject == .deal(deal) }
        return own.isEmpty ? [] : try member.reporter.actions(request, given: own, for: member.seen).rows
    }

    private func actions(_ request: ReportRequest, _ member: Member) throws -> ActionsReport {
        try member.reporter.actions(request, given: try given(member), for: member.seen)
    }

    private func given(_ member: Member) throws -> [CorrectiveAction] {
        try office.store.read { try $0.correctiveActions.all(in: member.calendar) }
    }

    private func labels(_ report: ActionsReport) throws -> Labels {
        try Labels(deals: report.rows.compactMap(\.deal), accounts: EmptyCollection(), from: office.store)
    }

    func giveAction(_ filter: ReportFilter, _ member: Member, at now: Instant) throws -> Answer {
        let draft = try ActionDraft(member.guest.visit.form)
        guard let request = try member.reportRequest(.actions, filter) else { throw Refusal.notFound }
        do {
            try GiveAction(store: office.store)(try member.wishes(draft, request), by: member.doer, at: now)
        } catch DeedProblem.wrong(let field) {
            return try showActions(request, member, asOf: nil, refused: draft.refused(field))
        }
        return .redirect(to: Route.back(member.guest.visit.form.last("back")) ?? .report(.actions, filter))
    }

    func endAction(_ filter: ReportFilter, _ member: Member, at now: Instant) throws -> Answer {
        let form = member.guest.visit.form
        guard let id = form.last("action") else { throw Refusal.badRequest("action") }
        guard let kind = form.last("end").flatMap(CorrectiveAction.End.Kind.init(rawValue:)) else {
            throw Refusal.badRequest("end")
        }
        try GiveAction(store: office.store).end(id, kind, note: form.words("note"), by: member.doer, at: now)
        return .redirect(to: Route.back(form.last("back")) ?? .report(.actions, filter))
    }
}

extension Member {
    /// To whom this person may give something to do, by name; empty for who may give nothing.
    var givers: [Employee.ID] {
        organisation.employees.filter { person in
            person.active && seen.allows(.employee(person.id), in: organisation, on: today)
                && CorrectiveAction.mayGive(role, to: person.id, by: session.user.employee)
        }.map(\.id)
    }

    /// The same, nobody when the past is looked at.
    func mayGive(_ asOf: Instant?) -> Set<Employee.ID> { asOf == nil ? Set(givers) : [] }

    /// Throws `DeedProblem.wrong` for a field that the person may put right, `notFound` for what is not theirs.
    fileprivate func wishes(_ draft: ActionDraft, _ request: ReportRequest) throws -> GiveAction.Wishes {
        guard let scope = draft.scope?.scope(in: organisation) else { throw Refusal.notFound }
        guard let who = draft.who, let assignee = organisation.employee(externalID: who) else {
            throw DeedProblem.wrong("who")
        }
        guard let due = draft.due.flatMap({ Day(iso: $0) }) else { throw DeedProblem.wrong("due") }
        let expected = try draft.expected.map { typed in
            guard let money = money(typed) else { throw DeedProblem.wrong("expected") }
            return money
        }
        var request = request
        // The books were opened at this instant: the clock has gone on since.
        request.asOf = now
        request.scope = scope
        request.reference = nil
        request.against = nil
        let pipeline = try pipeline(of: draft.subject)
        if let pipeline { request.pipelines = reporter.choice(of: pipeline) }
        return GiveAction.Wishes(
            origin: draft.origin, subject: draft.subject, scope: scope, pipeline: pipeline, assignee: assignee.id,
            what: draft.what ?? "", due: due, expected: expected,
            baseline: try reporter.baseline(of: draft.subject, request, for: seen))
    }

    private func pipeline(of subject: CorrectiveAction.Subject) throws -> Pipeline.ID? {
        switch subject {
        case .sales: return nil
        case .stage(let stage):
            guard let found = pipelines.first(where: { $0.stages.contains { $0.id == stage } }) else {
                throw Refusal.notFound
            }
            return found.id
        case .deal(let deal): return try reporter.deal(deal, asOf: now, for: seen).row.pipeline
        }
    }
}

extension ActionDraft {
    init(_ form: Query) throws {
        let stage = try form.number("stage").map { Stage.ID($0) }
        let deal = try form.number("deal").map { Deal.ID($0) }
        self.init(
            origin: form.last("origin").flatMap(CorrectiveAction.Origin.init(rawValue:)) ?? .none,
            subject: stage.map { .stage($0) } ?? deal.map { .deal($0) } ?? .sales,
            scope: form.last("scope").flatMap { ScopeName(queryText: $0) }, who: form.last("who"),
            what: form.words("what"), due: form.last("due"), expected: form.last("expected"))
    }
}

extension Query {
    /// The number of something that stands on the page; nil when the field is empty. Throws `notFound` for no number: to
    /// take it for none would make the whole scope of what was meant for one deal.
    func number(_ field: String) throws -> Int64? {
        guard let text = last(field), !text.isEmpty else { return nil }
        guard let number = Int64(text) else { throw Refusal.notFound }
        return number
    }

    /// What somebody wrote, in one line; nil when there is nothing.
    func words(_ field: String) -> String? {
        let text = (last(field) ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return text.isEmpty ? nil : text
    }
}
