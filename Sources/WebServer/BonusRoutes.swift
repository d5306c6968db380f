internal import Actions
internal import Ledger
internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    func bonuses(_ filter: ReportFilter, _ member: Member) throws -> Answer {
        guard member.guest.visit.verb == .post else { return try showBonuses(filter, member) }
        let form = member.guest.visit.form
        let now = office.clock.now()
        switch form.last("deed") {
        case "calculate": try calculate(filter, member, at: now)
        case "move":
            guard let id = form.last("statement").flatMap({ Int64($0) }),
                let state = form.last("from").flatMap(CommissionStatement.State.init(rawValue:))
            else { throw Refusal.badRequest("statement") }
            try SettleBonus(store: office.store).move(Key(id), from: state, by: member.doer, at: now)
        case "share":
            try ShareTotal(store: office.store)(
                .teamBonus, given: form.last("value") == "give", by: member.doer, at: now)
        default: throw Refusal.badRequest("deed")
        }
        return .redirect(to: .bonuses(filter))
    }

    /// Of everybody in the scope who has a plan and no agreed statement yet.
    private func calculate(_ filter: ReportFilter, _ member: Member, at now: Instant) throws {
        guard let request = try member.plansRequest(filter) else { throw Refusal.notFound }
        let known = try statements(member)
        let drafts = try member.reporter.people(in: request.scope, for: member.seen).compactMap {
            person -> CommissionStatement? in
            let own = of(person, known)
            guard !own.contains(where: { $0.period == request.period && $0.state != .calculated }) else { return nil }
            return try member.reporter.statement(of: person, in: request.period, earlier: own, for: member.seen)
        }
        try SettleBonus(store: office.store).keep(drafts, by: member.doer, at: now)
    }

    private func of(_ person: Employee.ID, _ known: [Kept]) -> [CommissionStatement] {
        known.map(\.statement).filter { $0.employee == person }
    }

    func showBonuses(_ filter: ReportFilter, _ member: Member) throws -> Answer {
        guard let request = try member.plansRequest(filter) else {
            return .html(EmptyPage(.nothingSeen, frame: frame(member)).html())
        }
        let known = try statements(member)
        // Of one person, as things stand now.
        let asksPending = request.scope.isPerson && request.asOf == member.now
        let rows = try member.reporter.bonuses(request, for: member.seen).map { bonus -> BonusesPage.Row in
            let person = bonus.employee
            let statement = member.reporter.statement(bonus, among: of(person, known))
            let kept = known.first { $0.statement == statement }
            let pending =
                asksPending
                ? try member.reporter.pendingCorrections(of: person, earlier: of(person, known)) : []
            return BonusesPage.Row(bonus: bonus, statement: kept.map { member.shown($0) }, pending: pending)
        }
        let isOver = request.period.end <= member.today
        let mayCalculate = isOver && SettleBonus.may(.calculated, role: member.role) && !rows.isEmpty
        let mayShare = member.role == .director || member.role == .admin
        let grants = member.reporter.facts.frame.grants
        let rights = BonusesPage.Rights(
            calculates: mayCalculate,
            sharesTeams: mayShare ? grants.contains { $0.kind == .teamBonus && $0.holds(on: member.today) } : nil,
            setsPlans: member.maySetSchemes)
        let isFile = filter.format.map { $0 != .html } ?? false
        let lines =
            isFile || rows.count == 1
            ? rows.flatMap { ($0.statement?.statement.lines ?? []) + $0.bonus.accruals.flatMap(\.lines) + $0.pending }
            : []
        let labels = try Labels(deals: lines.compactMap(\.deal), accounts: EmptyCollection(), from: office.store)
        let head = ReportHead(
            asOf: request.asOf, period: request.period, scope: request.scope, currency: member.company.baseCurrency,
            basis: .won)
        if let format = filter.format, format != .html {
            let document = BonusesDocument(
                rows.map { row in
                    .init(
                        bonus: row.bonus, statement: row.statement?.statement,
                        pending: asksPending ? row.pending.gathered { !member.sees($0) } : nil)
                }, head: head,
                naming(member, labels), byDeal: filter.by == .deal)
            let name = filter.by == .deal ? "bonus-lines" : "bonuses"
            return .document(document, as: format, member.file(name, "page.bonuses", request))
        }
        return .html(
            BonusesPage(rows, head: head, rights: rights, frame: frame(member, names: names(member, labels))).html())
    }

    typealias Kept = (id: CommissionStatement.ID, statement: CommissionStatement)

    /// Of those whom this viewer may see, with their lines.
    func statements(_ member: Member, of person: Employee.ID? = nil) throws -> [Kept] {
        try office.store.read { ledger in
            try ledger.commissionStatements.all(of: person).compactMap { row -> Kept? in
                guard member.seen.allows(.employee(row.employee), in: member.organisation, on: member.today),
                    let period = Period(name: row.period, in: member.calendar)
                else { return nil }
                let lines = try ledger.commissionStatements.lines(of: row.id)
                let statement = CommissionStatement(
                    employee: row.employee, plan: row.plan, period: period, state: row.state, lines: lines)
                return (row.id, statement)
            }
        }
    }
}

extension Member {
    /// Deals of a team's line are for those who may see them: a seller's own statement has one sum of the others.
    fileprivate func shown(_ kept: Desk.Kept) -> BonusesPage.Statement {
        let statement = kept.statement
        let next = statement.state.next.flatMap { next in
            SettleBonus.may(next, role: role) && statement.employee != session.user.employee ? next : nil
        }
        return BonusesPage.Statement(id: kept.id, statement: statement.seen(by: self), next: next)
    }
}

extension CommissionStatement {
    fileprivate func seen(by member: Member) -> CommissionStatement {
        CommissionStatement(
            employee: employee, plan: plan, period: period, state: state,
            lines: lines.gathered { !member.sees($0) })
    }
}

extension Member {
    func sees(_ line: CommissionLine) -> Bool { line.deal.map(maySee) ?? true }
    func maySee(_ deal: Deal.ID) -> Bool { (try? reporter.deal(deal, asOf: now, for: seen)) != nil }
}
