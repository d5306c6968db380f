internal import Actions
internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    func plans(_ filter: ReportFilter, _ member: Member) throws -> Answer {
        guard member.guest.visit.verb == .post else { return try showPlans(filter, member) }
        let form = member.guest.visit.form
        guard let name = form.last("scope").flatMap({ ScopeName(queryText: $0) }), let scope = try member.scope(name)
        else {
            throw Refusal.badRequest("scope")
        }
        let request = try member.plansRequest(filter) ?? { throw Refusal.notFound }()
        let over = form.last("over").map { StateMark(text: $0) }
        switch form.last("deed") {
        case nil: break
        case "withdraw": return try withdraw(scope, request, filter, over, member)
        default: throw Refusal.badRequest("deed")
        }
        let typed = form.last("take") ?? form.last("value") ?? ""
        let measure = filter.measure ?? .won
        guard let value = measure.isMoney ? member.money(typed) : member.pieces(typed) else {
            return try showPlans(filter, member, refused: .init(scope, typed: typed, .notANumber))
        }
        let wishes = SetQuota.Wishes(
            period: request.period, scope: scope, measure: measure, value: value, over: over,
            isMeant: form.last("meant") == "yes")
        do {
            try SetQuota(store: office.store)(wishes, by: member.doer, at: office.clock.now())
        } catch DeedProblem.stale {
            return try changed(scope, typed, request, filter, member)
        } catch let resting as RestingStatements {
            return try showPlans(filter, member, refused: .init(scope, typed: typed, .deciding(resting)))
        }
        return .redirect(to: .plans(filter))
    }

    private func withdraw(
        _ scope: Scope, _ request: ReportRequest, _ filter: ReportFilter, _ over: StateMark?, _ member: Member
    ) throws -> Answer {
        do {
            try WithdrawQuota(store: office.store)(
                of: scope, in: request.period, measure: filter.measure ?? .won, over: over, by: member.doer,
                at: office.clock.now())
        } catch DeedProblem.stale {
            return try changed(scope, nil, request, filter, member)
        } catch let resting as RestingStatements {
            return try showPlans(filter, member, refused: .init(scope, typed: nil, .resting(resting)))
        }
        return .redirect(to: .plans(filter))
    }

    /// The page as it is now, with what was typed and who has set what stands there.
    private func changed(
        _ scope: Scope, _ typed: String?, _ request: ReportRequest, _ filter: ReportFilter, _ member: Member
    ) throws -> Answer {
        let last = try LastChange.ofQuota(
            scope, request.period, filter.measure ?? .won, as: member.doer, at: office.clock.now(), in: office.store)
        let refused = PlansPage.Refused(scope, typed: typed, .changed(last.map(member.changed)))
        return try showPlans(filter, try admit(member.guest) ?? member, refused: refused, status: .conflict)
    }

    func showPlans(
        _ filter: ReportFilter, _ member: Member, refused: PlansPage.Refused? = nil,
        status: Answer.Status = .unprocessableContent
    ) throws -> Answer {
        guard let request = try member.plansRequest(filter) else {
            return .html(EmptyPage(.nothingSeen, frame: frame(member)).html())
        }
        let report = try member.reporter.plans(request, measure: filter.measure ?? .won, for: member.seen)
        if let format = filter.format, format != .html, refused == nil {
            let none = try Labels(deals: EmptyCollection(), accounts: EmptyCollection(), from: office.store)
            return .document(
                PlansDocument(report, naming(member, none)), as: format, member.file("plans", "page.plans", request))
        }
        let mine = report.rows.map(\.scope).filter {
            Quota.maySet(
                $0, role: member.role, employee: member.session.user.employee, in: member.organisation, on: member.today
            )
        }
        let page = PlansPage(report, frame: frame(member), maySet: Set(mine), refused: refused)
        return .html(page.html(), status: refused == nil ? .ok : status)
    }
}

extension Member {
    /// Nil when this viewer may see nothing at all.
    func plansRequest(_ filter: ReportFilter) throws -> ReportRequest? {
        guard let scope = try scope(filter.scope) else { return nil }
        let asOf = try instant(filter.asOf)
        var request = ReportRequest(asOf: asOf, period: try period(filter.period) ?? month(of: asOf), scope: scope)
        if let pipeline = try pipeline(filter.pipeline) { request.pipelines = .one(pipeline.id) }
        return request
    }

    /// Of a change, whom to ask about it.
    func changed(_ change: LastChange) -> Changed {
        switch change.by {
        case .console: Changed(.console, at: change.at)
        case .files: Changed(.files, at: change.at)
        case .account(let user):
            Changed(
                .person(user.employee.flatMap { organisation.employee($0)?.name } ?? user.called ?? user.name),
                at: change.at)
        }
    }

    func file(_ name: String, _ title: String, _ request: ReportRequest) -> ReportFile {
        ReportFile(
            "\(name)-\(request.period.name(in: calendar))", title: title, scope: request.scope, period: request.period,
            asOf: request.asOf, self)
    }

    /// A number of pieces as people type it. Nil for anything else.
    func pieces(_ typed: String) -> Int64? {
        Int64(typed.filter { !$0.isWhitespace }).flatMap { (0...1_000_000_000).contains($0) ? $0 : nil }
    }

    /// Whole units of the base currency as people type them: `1 300 000`. Nil for anything else.
    func money(_ typed: String) -> Int64? {
        let digits = typed.filter { !$0.isWhitespace }.replacing(",", with: ".")
        guard let money = try? Money(decimal: digits, currency: company.baseCurrency), money.minorUnits >= 0 else {
            return nil
        }
        return money.minorUnits
    }
}
