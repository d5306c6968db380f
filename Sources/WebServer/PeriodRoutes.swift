internal import Actions
internal import Ledger
internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    /// Where somebody begins: a seller with the own period, a head with the team, the others with the company.
    func showHome(_ filter: ReportFilter, _ member: Member) throws -> Answer {
        if filter != ReportFilter() { return try answer(member.asking(member.home(filter))) }
        return switch member.home() {
        case .settings: try settings(member)
        case .report(let name, let filter): try showReport(name, filter, member)
        default: try showCompany(ReportFilter(), member)
        }
    }

    func showPeriod(_ request: ReportRequest, _ filter: ReportFilter, _ member: Member, asOf: Instant?) throws -> Answer
    {
        guard member.hasDeals else { return .html(EmptyPage(.noDeals, frame: frame(member, asOf: asOf)).html()) }
        let report = try member.reporter.period(request, for: member.seen)
        let rows = report.deciding.map(\.row) + report.questions.map(\.row)
        var labels = try labels(rows)
        let around = try around(report, request, member)
        let supposed = try whatIf(filter.suppositions, request, member)
        let isPerson = if case .employee = request.scope { true } else { false }
        if let supposed { labels.add(supposed.labels) }
        var frame = frame(member, asOf: asOf, names: names(member, labels))
        frame.basis = request.basis
        return .html(
            PeriodPage(
                report, frame: frame, versions: try versions(report), answers: member.mayAnswer,
                whatIf: supposed?.content, submissions: isPerson ? try submissionsInMoney(request, member) : nil,
                own: isPerson ? around : nil, pending: asOf == nil ? try pending(request.scope, member) : []
            ).html())
    }

    private func pending(_ scope: Scope, _ member: Member) throws -> [CommissionLine] {
        guard case .employee(let person?) = scope else { return [] }
        let earlier = try statements(member, of: person).map(\.statement)
        return try member.reporter.pendingCorrections(of: person, earlier: earlier)
    }

    /// The own funnel, calls, and the next step about each deal that decides.
    private func around(_ report: PeriodReport, _ request: ReportRequest, _ member: Member) throws
        -> OwnFunnel.Content
    {
        let next = try office.store.read { ledger in
            try report.deciding.reduce(into: [Deal.ID: PlannedActivity]()) {
                $0[$1.row.deal] = try ledger.activities.next(about: $1.row.deal, before: request.asOf)
            }
        }
        return OwnFunnel.Content(
            funnel: try member.reporter.funnel(request, for: member.seen),
            calls: try member.reporter.events(request, for: member.seen).whole, next: next)
    }

    /// How many entries the log of each asked deal has.
    func versions(_ report: PeriodReport) throws -> [Deal.ID: Int] {
        try office.store.read { ledger in
            try report.questions.reduce(into: [Deal.ID: Int]()) {
                $0[$1.row.deal] = try ledger.deals.now($1.row.deal)?.entries
            }
        }
    }

    func periodDocument(_ request: ReportRequest, _ member: Member) throws -> PeriodDocument {
        let report = try member.reporter.period(request, for: member.seen)
        let lines = report.bonus?.accruals.flatMap(\.lines).compactMap(\.deal) ?? []
        let deals = (report.deciding.map(\.row) + report.questions.map(\.row)).map(\.deal) + lines
        let labels = try Labels(deals: deals, accounts: EmptyCollection(), from: office.store)
        return PeriodDocument(report, naming(member, labels))
    }

    func giveStrip(_ member: Member) throws -> Answer {
        guard let strip = member.strip() else { throw Refusal.notFound }
        return .html(strip.html(member.guest.language))
    }

    /// Takes an answer to a question of the day, and goes back to the page on which it was asked.
    func takeAnswer(_ deal: Deal.ID, _ member: Member) throws -> Answer {
        let form = member.guest.visit.form
        guard let version = form.last("version").flatMap({ Int($0) }) else { throw Refusal.badRequest("version") }
        let wish = try member.wish(form, currency: try currency(of: deal, member))
        try ChangeDeal(store: office.store)(deal, version: version, wish, by: member.doer, at: office.clock.now())
        return .redirect(to: Route.back(form.last("back")) ?? .home())
    }

    private func currency(of deal: Deal.ID, _ member: Member) throws -> Currency {
        try office.store.read { try $0.deals.now(deal)?.state.currency } ?? member.company.baseCurrency
    }
}

extension Member {
    /// What stands at the address of home, by the address at which it is with other filters too.
    func home(_ filter: ReportFilter = ReportFilter()) -> Route {
        if role == .admin { return .settings }
        switch seen.home(in: organisation) {
        case .employee: return .report(.period, filter)
        case .department where role == .head: return .report(.team, filter)
        case .department, .company, nil: return .company(filter)
        }
    }

    var doer: Doer { Doer(session.user) }

    var mayAnswer: Bool {
        switch role {
        case .seller, .head, .director, .admin: true
        case .accountant, .analyst: false
        }
    }

    /// For whoever has a plan or a bonus of their own.
    func strip() -> Strip? {
        guard let id = session.user.employee, role == .seller || role == .head, hasDeals else { return nil }
        let period = month(of: now)
        let request = ForecastRequest(
            asOf: now, period: period, scope: .employee(id), basis: basis(nil, at: now))
        guard let report = try? reporter.forecastInOneMeasure(request, for: seen),
            let bonus = try? reporter.bonus(of: id, in: period, asOf: now, for: seen),
            role == .seller || report.whole.plan.quota != nil
        else { return nil }
        return Strip(report.whole, bonus: bonus, currency: report.currency, now: now, zone: calendar.zone)
    }

    fileprivate func wish(_ form: Query, currency: Currency) throws -> ChangeDeal.Wish {
        switch form.last("answer") {
        case "confirm_stage": return .confirmed(.stage)
        case "confirm_amount": return .confirmed(.amount)
        case "confirm_close": return .confirmed(.expectedClose)
        case "lost": return .lost(because: form.last("reason"))
        case "close":
            guard let day = form.last("day").flatMap({ Day(iso: $0) }) else { throw Refusal.badRequest("day") }
            return .expectedClose(day)
        case "category":
            guard let category = form.last("category").flatMap(Deal.Category.init(rawValue:)) else {
                throw Refusal.badRequest("category")
            }
            return .category(category)
        case "amount":
            let typed = (form.last("amount") ?? "").filter { !$0.isWhitespace }.replacing(",", with: ".")
            guard let money = try? Money(decimal: typed, currency: currency) else { throw Refusal.badRequest("amount") }
            return .amount(money)
        default: throw Refusal.badRequest("answer")
        }
    }
}
