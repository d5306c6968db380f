internal import Forecasting
package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// Throws `notYet` for an instant after now, `notFound` for a scope that is not there or not this viewer's. A deal that
    /// is not theirs is only counted.
    package func whatIf(_ suppositions: Suppositions, _ request: ReportRequest, for seen: Seen) throws(ReportRefusal)
        -> WhatIfReport
    {
        let looking = try admitted(request.scope, request.pipelines, asOf: request.asOf, seen)
        let counting = looking.counting(request)
        // A deal counts for one, whatever it may bring.
        let counted = counting.isCounting ? Suppositions(suppositions.list.filter { !$0.isOfAmount }) : suppositions
        let maker = WhatIfMaker(counting, plain: looking, counted, request, seen)
        let stages = try maker.stages()
        var report = try maker.report(stages.gains)
        report.reference = stages.reference
        return report
    }

    /// As the bonus of a person is computed, with this supposed.
    fileprivate func bonus(_ supposed: SupposedBonus?, of employee: Employee.ID, _ request: ReportRequest, _ seen: Seen)
        -> WhatIfReport.Bonus?
    {
        var maker = BonusMaker(reporter: self, employee: employee, asOf: request.asOf, seen: seen)
        maker.supposed = supposed
        let report = maker.report(in: request.period)
        guard !report.accruals.isEmpty else { return nil }
        return .init(currency: report.currency, expected: report.expected, p10: report.p10, p90: report.p90)
    }
}

private struct WhatIfMaker {
    private let reporter: Reporter
    /// Of money, in which a bonus is paid.
    private let plain: Reporter
    private let suppositions: Suppositions
    private let request: ReportRequest
    private let seen: Seen
    private let deals: SupposedDeals
    private let shares: ScopeShares
    /// Of what may be seen.
    private let wishes: [Deal.ID: Cut.Supposed]
    private let rows: [Deal.ID: DealsReport.Row]
    private let forecast: ForecastMaker
    private let node: ForecastReport.Node
    private let total: Distribution

    init(
        _ reporter: Reporter, plain: Reporter, _ suppositions: Suppositions, _ request: ReportRequest, _ seen: Seen
    ) {
        self.reporter = reporter
        self.plain = plain
        self.suppositions = suppositions
        self.request = request
        self.seen = seen
        let rows = reporter.rows(Set(suppositions.list.compactMap(\.deal)), request, seen)
        self.rows = rows
        let base = reporter.facts.frame.company.baseCurrency
        let wishes = Suppositions(suppositions.list.filter { $0.deal.map { rows[$0] != nil } ?? false })
            .wishes { rows[$0]?.amount?.currency ?? base }
        self.wishes = wishes
        let question = CompanyQuestion(asOf: request.asOf, period: request.period, pipelines: request.pipelines)
        deals = SupposedDeals(wishes, reporter, question)
        shares = ScopeShares(deals.picture.people, request.scope)
        let forecast = ForecastRequest(
            asOf: request.asOf, period: request.period, scope: request.scope, pipelines: request.pipelines)
        let maker = ForecastMaker(facts: reporter.facts, request: forecast, company: deals.company)
        self.forecast = maker
        node = maker.node(request.scope, parent: nil)
        total = deals.company.amount(of: request.scope).distribution
    }

    typealias Gains = [Supposition: Int64]

    /// What each supposed stage at its reference adds to the scope's period, of those that have one, and by whose deals.
    func stages() throws(ReportRefusal) -> (gains: Gains, reference: Scope?) {
        let asked = suppositions.list.filter { $0.deal == nil }
        guard !asked.isEmpty else { return ([:], nil) }
        let report = try reporter.planFact(request.atUsualReference, for: seen)
        let found = report.stages
        var gains = Gains()
        for one in asked {
            guard case .reference(let name) = one, let stage = reporter.stage(named: name),
                let row = found.first(where: { $0.stage == stage })
            else { continue }
            gains[one] = row.money
        }
        return (gains, gains.isEmpty ? nil : report.reference.scope)
    }

    private var rest: Int64 { max(0, node.amount.mean - node.amount.wonToDate) }

    func report(_ gains: [Supposition: Int64]) throws(ReportRefusal) -> WhatIfReport {
        let growth = rest > 0 ? max(0, 1 + Double(gains.values.reduce(0, +)) / Double(rest)) : 1
        let moved = wishes.values.contains { $0.close != nil }
        let rests = SupposedRests(deals, request.scope, growth: growth)
        return WhatIfReport(
            head: reporter.head(request), shown: suppositions.list.compactMap { shown($0, gains) },
            hidden: suppositions.list.count { $0.deal.map { rows[$0] == nil } ?? (stage($0) == nil) },
            before: before, after: after(deals.bets(shares), growth, gains.values.total, rests),
            ignoresDates: moved && !deals.looksAtDates,
            parts: parts(growth, rests))
    }

    private func stage(_ one: Supposition) -> Stage.ID? {
        if case .reference(let name) = one { return reporter.stage(named: name) }
        return nil
    }

    private func shown(_ one: Supposition, _ gains: [Supposition: Int64]) -> WhatIfReport.Shown? {
        guard let id = one.deal else {
            guard stage(one) != nil else { return nil }
            return .init(
                supposition: one, row: nil, effect: gains[one] ?? 0,
                standing: gains[one] == nil ? .noReference : .counts)
        }
        guard let row = rows[id] else { return nil }
        let wish = Suppositions([one]).wishes { _ in row.amount?.currency ?? base }[id]
        let place = deals.picture.cut.index(of: id)
        let change = place.flatMap { deals.change($0, wish, part: shares.fraction(of: $0)) }
        let standing: WhatIfReport.Standing = row.status != .open ? .closed : change == nil ? .elsewhere : .counts
        let effect = change.map { max(-node.amount.fromOpen, Int64(nearest: $0.shift)) } ?? 0
        return .init(supposition: one, row: row, effect: effect, standing: standing)
    }

    private var base: Currency { reporter.facts.frame.company.baseCurrency }

    private var before: WhatIfReport.Outcome {
        WhatIfReport.Outcome(
            mean: node.amount.mean, p10: node.amount.p10, p90: node.amount.p90, template: node.amount.template,
            statistical: node.amount.statistical, quota: node.plan.quota, probability: node.plan.probability,
            bonus: person.flatMap { plain.bonus(nil, of: $0, request, seen) })
    }

    private var person: Employee.ID? {
        if case .employee(let id) = request.scope { return id }
        return nil
    }

    private func after(_ bets: [SupposedTotal.Bet], _ growth: Double, _ gain: Int64, _ rests: SupposedRests)
        -> WhatIfReport.Outcome
    {
        let moved = SupposedTotal(total, bets, growth: growth)
        let amount = node.amount
        let figure = deals.supposed.amount(of: request.scope)
        func quantile(_ p: Double) -> Int64 { max(amount.wonToDate, Int64(nearest: moved.quantile(p))) }
        let bonus = SupposedBonus(
            deals: wishes, reporter: plain, asOf: request.asOf, period: request.period, scope: request.scope,
            growth: growth, gain: Double(gain))
        return WhatIfReport.Outcome(
            mean: amount.wonToDate.plus(rests.rest(of: request.scope)), p10: quantile(0.1), p90: quantile(0.9),
            template: figure.template,
            statistical: figure.statistical, quota: node.plan.quota,
            probability: node.plan.quota.map { moved.probability(atLeast: Double($0)) },
            bonus: person.flatMap { plain.bonus(bonus, of: $0, request, seen) })
    }
}

extension WhatIfMaker {
    /// Of a company its departments, of a department those below it and its people; of a person nothing.
    fileprivate func parts(_ growth: Double, _ rests: SupposedRests) -> [WhatIfReport.Part] {
        let nodes: [ForecastReport.Node] =
            switch request.scope {
            case .company: forecast.departments()
            case .department: forecast.departments() + forecast.employees()
            case .employee: []
            }
        return nodes.compactMap { node in
            // What a department with others below it has itself is said by its own row.
            guard case .scope(let scope) = node.subject, scope != request.scope, scope != .employee(nil),
                !(scope == .department(nil) && node.parent != nil)
            else { return nil }
            return part(scope, node, growth, rests)
        }
    }

    private func part(_ scope: Scope, _ node: ForecastReport.Node, _ growth: Double, _ rests: SupposedRests)
        -> WhatIfReport.Part
    {
        let bets = deals.bets(ScopeShares(deals.picture.people, scope))
        let total = SupposedTotal(deals.company.amount(of: scope).distribution, bets, growth: growth)
        return WhatIfReport.Part(
            scope: scope, parent: node.parent, before: node.amount.mean,
            after: node.amount.wonToDate.plus(rests.rest(of: scope)), probabilityBefore: node.plan.probability,
            probabilityAfter: node.plan.quota.map { total.probability(atLeast: Double($0)) })
    }
}

extension Suppositions {
    /// By deal; stages are left out. `currency`: of a deal's amount.
    func wishes(_ currency: (Deal.ID) -> Currency) -> [Deal.ID: Cut.Supposed] {
        var wishes = [Deal.ID: Cut.Supposed]()
        for one in list {
            switch one {
            case .lost(let deal): wishes[deal, default: .init()].outcome = .lost
            case .won(let deal): wishes[deal, default: .init()].outcome = .won
            case .close(let deal, let day): wishes[deal, default: .init()].close = day
            case .amount(let deal, let thousandths):
                wishes[deal, default: .init()].amount = Supposition.minorUnits(thousandths, currency(deal))
            case .reference: break
            }
        }
        return wishes
    }
}

extension Reporter {
    /// Those of the deals that are there as of the request and that this viewer may see.
    fileprivate func rows(_ deals: Set<Deal.ID>, _ request: ReportRequest, _ seen: Seen) -> [Deal.ID: DealsReport.Row] {
        guard !deals.isEmpty else { return [:] }
        func rows(_ pipelines: PipelineChoice, _ deals: Set<Deal.ID>) -> [Deal.ID: DealsReport.Row] {
            let cut = pictures(request.asOf, pipelines).cut
            let eyes = Eyes(seen, facts.rights, on: today, cut)
            let found = deals.compactMap { id in cut.index(of: id).map { (id, $0) } }.filter { eyes.see($0.1) }
            return found.reduce(into: [:]) { $0[$1.0] = DealsReport.Row(cut, $1.1, facts.frame) }
        }
        let near = rows(request.pipelines, deals)
        let far = deals.subtracting(near.keys)
        return far.isEmpty ? near : near.merging(rows(.all, far)) { first, _ in first }
    }

    /// An open stage by its pipeline's name and its own.
    func stage(named name: String) -> Stage.ID? {
        for pipeline in facts.frame.pipelines where name.hasPrefix(pipeline.name + "/") {
            let rest = name.dropFirst(pipeline.name.count + 1)
            if let stage = pipeline.stages.first(where: { $0.name == rest && $0.outcome == .open }) { return stage.id }
        }
        return nil
    }
}
