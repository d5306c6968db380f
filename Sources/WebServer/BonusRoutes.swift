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
        let drafts = try member.people(in: request.scope).compactMap { person -> CommissionStatement? in
            let own = known.filter { $0.statement.employee == person }.map(\.statement)
            guard !own.contains(where: { $0.period == request.period && $0.state != .calculated }) else { return nil }
            return try member.reporter.statement(of: person, in: request.period, earlier: own, for: member.seen)
        }
        try SettleBonus(store: office.store).keep(drafts, by: member.doer, at: now)
    }

    private func showBonuses(_ filter: ReportFilter, _ member: Member) throws -> Answer {
        guard let request = try member.plansRequest(filter) else {
            return .html(EmptyPage(.nothingSeen, frame: frame(member)).html())
        }
        let known = try statements(member)
        let rows = try member.people(in: request.scope).compactMap { person -> BonusesPage.Row? in
            let bonus = try member.reporter.bonus(of: person, in: request.period, asOf: request.asOf, for: member.seen)
            guard !bonus.accruals.isEmpty else { return nil }
            let periods = [request.period] + (bonus.accruals.count == 1 ? bonus.accruals.map(\.period) : [])
            let kept = periods.lazy.compactMap { period in
                known.first { $0.statement.employee == person && $0.statement.period == period }
            }.first
            return BonusesPage.Row(bonus: bonus, statement: kept.map { member.shown($0) })
        }
        let isOver = request.period.end <= member.today
        let mayCalculate = isOver && SettleBonus.may(.calculated, role: member.role) && !rows.isEmpty
        let mayShare = member.role == .director || member.role == .admin
        let grants = member.reporter.facts.frame.grants
        let rights = BonusesPage.Rights(
            calculates: mayCalculate,
            sharesTeams: mayShare ? grants.contains { $0.kind == .teamBonus && $0.holds(on: member.today) } : nil,
            setsPlans: member.maySetSchemes)
        let lines = rows.count == 1 ? rows[0].statement?.statement.lines ?? rows[0].bonus.accruals.flatMap(\.lines) : []
        let labels = try Labels(deals: lines.compactMap(\.deal), accounts: EmptyCollection(), from: office.store)
        let head = ReportHead(
            asOf: request.asOf, period: request.period, scope: request.scope, currency: member.company.baseCurrency,
            basis: .won)
        if let format = filter.format, format != .html {
            let document = BonusesDocument(
                rows.map { .init(bonus: $0.bonus, statement: $0.statement?.statement) }, head: head,
                naming(member, labels))
            return .document(document, as: format, member.file("bonuses", "page.bonuses", request))
        }
        return .html(
            BonusesPage(rows, head: head, rights: rights, frame: frame(member, names: names(member, labels))).html())
    }

    fileprivate typealias Kept = (id: CommissionStatement.ID, statement: CommissionStatement)

    /// Of those whom this viewer may see, with their lines.
    private func statements(_ member: Member) throws -> [Kept] {
        try office.store.read { ledger in
            try ledger.commissionStatements.all().compactMap { row -> Kept? in
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
    /// Everybody of a scope whom this viewer may see, in the organisation's order.
    fileprivate func people(in scope: Scope) -> [Employee.ID] {
        organisation.employees.map(\.id).filter { id in
            guard seen.allows(.employee(id), in: organisation, on: today) else { return false }
            switch scope {
            case .company: return true
            case .employee(let own): return own == id
            case .department(let department):
                let home = organisation.department(of: id, on: today)
                guard let department else { return home == nil }
                return home.map { organisation.subtree(of: department).contains($0) } ?? false
            }
        }
    }

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
            lines: lines.gathered { line in line.deal.map { !member.maySee($0) } ?? false })
    }
}

extension Member {
    func maySee(_ deal: Deal.ID) -> Bool { (try? reporter.deal(deal, asOf: now, for: seen)) != nil }
}
