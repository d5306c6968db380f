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
        let typed = form.last("take") ?? form.last("value") ?? ""
        let measure = filter.measure ?? .won
        guard let value = measure.isMoney ? member.money(typed) : member.pieces(typed) else {
            return try showPlans(filter, member, refused: (scope, typed))
        }
        let wishes = SetQuota.Wishes(period: request.period, scope: scope, measure: measure, value: value)
        try SetQuota(store: office.store)(wishes, by: member.doer, at: office.clock.now())
        return .redirect(to: .plans(filter))
    }

    func showPlans(_ filter: ReportFilter, _ member: Member, refused: (scope: Scope, typed: String)? = nil)
        throws
        -> Answer
    {
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
        return .html(page.html(), status: refused == nil ? .ok : .unprocessableContent)
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
