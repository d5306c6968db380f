internal import Forecasting
package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// Throws `notYet` for an instant after now, `notFound` for what is not there or not this viewer's: a scope, a
    /// reference, or whom to compare with.
    package func planFact(_ request: ReportRequest, for seen: Seen) throws(ReportRefusal) -> PlanFactReport {
        try remembered(.planFact, request, seen) { () throws(ReportRefusal) in
            let reporter = counting(request)
            return try reporter.planFactMaker(request, for: seen).report(reporter.head(request))
        }
    }

    func planFactMaker(_ request: ReportRequest, for seen: Seen) throws(ReportRefusal) -> PlanFactMaker {
        var looking = try admitted(request.scope, request.pipelines, asOf: request.asOf, seen)
        try admit(request.basis, asOf: request.asOf)
        if case .scope(let other) = request.against {
            looking = try admitted(other, request.pipelines, asOf: request.asOf, seen)
        }
        return try looking.planFactMakerMade(request, for: seen)
    }

    private func planFactMakerMade(_ request: ReportRequest, for seen: Seen) throws(ReportRefusal) -> PlanFactMaker {
        let pinned = try pinned(request, seen)
        let picture = pictures(request.asOf, request.pipelines)
        let startsToday = facts.calendar.zone.start(of: picture.cut.today) == request.asOf
        let ground = FunnelGround(
            picture, facts.organisation, request.period,
            watched: picture.cut.today.number - (startsToday ? 1 : 0))
        let company = forecasts(
            CompanyQuestion(
                asOf: request.asOf, period: request.period, pipelines: request.pipelines, chances: true,
                basis: request.basis))
        let home = seen.home(in: facts.rights) ?? request.scope
        let widest = home.isPerson ? group(around: home, ground) : home
        var request = request
        // The best quarter of a few is somebody's own figure.
        if home.isPerson {
            if request.reference == "best" { request.reference = nil }
            if request.against == .best { request.against = nil }
        }
        return PlanFactMaker(
            request: request, facts: facts, company: company, ground: ground,
            chances: company.chances(facts, picture),
            margins: request.basis == .margin ? MarginShares(facts, picture.cut) : nil,
            reference: ground.reference(request, widest: widest, pinned))
    }

    /// By whom somebody is measured who sees only themselves: the smallest department around them, else the company, of
    /// whose deals at least five people make up the year, where the company shares totals. Rates of so many show nobody's own.
    private func group(around person: Scope, _ ground: FunnelGround) -> Scope {
        guard case .employee(let id?) = person,
            facts.frame.grants.contains(where: { $0.kind == .teamBonus && $0.holds(on: today) })
        else { return person }
        var department = facts.organisation.department(of: id, on: ground.picture.cut.today)
        while let known = department {
            if ground.isMany(.department(known)) { return .department(known) }
            department = facts.organisation.department(known)?.parent
        }
        return ground.isMany(.company) ? .company : person
    }

    /// References that somebody pinned and this viewer may measure by: their conversions are totals of what may be seen.
    package func references(asOf: Instant, for seen: Seen) -> [PinnedReference] {
        let day = facts.calendar.zone.day(of: now)
        return facts.frame.references.holding(at: asOf).filter {
            seen.allows($0.scope, in: facts.rights, on: day)
        }
    }

    private func pinned(_ request: ReportRequest, _ seen: Seen) throws(ReportRefusal) -> PinnedReference? {
        guard let name = request.reference, name != "trailing", name != "best" else { return nil }
        let known = references(asOf: request.asOf, for: seen)
        guard let pinned = known.first(where: { $0.name == name }) else { throw .notFound }
        return pinned
    }
}

extension FunnelGround {
    /// So many that nobody's own figures can be read from theirs together.
    fileprivate func isMany(_ scope: Scope) -> Bool { sellers(year, in: scope).count >= 5 }

    /// What the request measures by: a year of the widest scope that the viewer sees, unless it says otherwise.
    func reference(_ request: ReportRequest, widest: Scope, _ pinned: PinnedReference? = nil) -> ReferenceFunnel {
        switch request.against {
        case .scope(let other): return reference(.scope, other, year, table(year, other))
        case .period(let other):
            let days = other.start.number..<min(other.end.number, picture.cut.today.number + 1)
            let window = days.isEmpty ? year : days
            return reference(.period, request.scope, window, table(window, request.scope))
        case .best: return best(in: widest, year)
        case nil:
            if let pinned { return reference(pinned) }
            return request.reference == "best"
                ? best(in: widest, year) : reference(.trailing, widest, year, table(year, widest))
        }
    }

    /// Days that have not come yet, as of the instant, have nothing in them.
    private func reference(_ pinned: PinnedReference) -> ReferenceFunnel {
        let end = min(pinned.to.number, picture.cut.today.number) + 1
        let window = min(pinned.from.number, end)..<end
        let found = pinned.isBest ? best(in: pinned.scope, window).table : table(window, pinned.scope)
        return reference(.pinned(pinned.name), pinned.scope, window, found)
    }

    /// The quarter of the sellers who win the most of what they begin, few deals drawn to what is usual.
    private func best(in scope: Scope, _ window: Range<Int32>) -> ReferenceFunnel {
        let usual = reference(.trailing, scope, window, table(window, scope))
        let tables = sellers(window, in: scope)
        let states = usual.odds.indices
        let ranked = tables.map { seller, table -> (seller: Int32, wins: Double) in
            let wins = states.reduce(1.0) { product, state in
                guard let odds = usual.odds[state], let own = usual.conversion(state) else { return product }
                let shift = odds.shift(odds.score(table.stays[state]), spread: 0.3).shift
                return product * (own + odds.difference(shift: shift))
            }
            return (seller, wins)
        }.sorted { ($0.wins, $1.seller) > ($1.wins, $0.seller) }
        let chosen = Set(ranked.prefix((ranked.count + 3) / 4).map(\.seller))
        return chosen.isEmpty ? usual : reference(.best, scope, window, table(window, sellers: chosen))
    }
}

/// From everything that is known to the report.
struct PlanFactMaker {
    let request: ReportRequest
    let facts: Facts
    let company: CompanyForecast
    let ground: FunnelGround
    /// On the request's basis.
    let chances: [OpenChance]
    /// What is kept of a win's amount; nil where all of it counts.
    let margins: MarginShares?
    let reference: ReferenceFunnel

    func report(_ head: ReportHead) -> PlanFactReport {
        let signals = StageSignals(ground, reference, scope: request.scope)
        let own = ScopeFunnel(self, request.scope, signals)
        let chains = own.chains(self)
        let found = alarms(signals)
        let stages = own.stages.indices.map { state in
            stage(state, own, chains, signals, found)
        }
        let maker = ForecastMaker(
            facts: facts,
            request: ForecastRequest(
                asOf: request.asOf, period: request.period, scope: request.scope, pipelines: request.pipelines,
                basis: request.basis),
            company: company)
        let node = maker.node(request.scope, parent: nil)
        return PlanFactReport(
            head: head, reference: reference.said, stages: stages, newBusiness: own.spread.newBusiness,
            totals: totals(node, own, chains), verdict: verdict(node, own, chains, signals),
            signals: found,
            comparisons: signals.comparisons.count, fromWon: own.spread.fromWon)
    }

    /// What stands out of all comparisons, without the rest of the report.
    var alarms: [PlanFactReport.Signal] { alarms(StageSignals(ground, reference, scope: request.scope)) }

    private func alarms(_ signals: StageSignals) -> [PlanFactReport.Signal] {
        signals.found.map { signal($0.comparison, $0.confidence, signals) }
    }

    private func stage(
        _ state: Int, _ own: ScopeFunnel, _ chains: [FunnelChain], _ signals: StageSignals,
        _ found: [PlanFactReport.Signal]
    ) -> PlanFactReport.Stage {
        let row = own.spread.rows[state]
        let chain = chains.first { $0.states.contains(state) }
        let flow = chain?.flow(state, own) ?? .only(own, state)
        let cohort = own.cohort(state, chain)
        return PlanFactReport.Stage(
            stage: own.stages[state].id, openCount: row.count, openAmount: Int64(nearest: row.amount),
            methods: .init(
                template: own.spread.template[state], statistical: own.spread.statistical[state],
                model: own.spread.model[state]),
            flow: flow, cohort: cohort, money: cohort.reference == nil ? nil : own.worth.gain(state),
            advice: advice(state, own, chain, cohort, signals, found))
    }

    private func advice(
        _ state: Int, _ own: ScopeFunnel, _ chain: FunnelChain?, _ cohort: PlanFactReport.Cohort,
        _ signals: StageSignals, _ found: [PlanFactReport.Signal]
    ) -> PlanFactReport.Advice {
        if let first = found.first(where: { $0.stage == own.stages[state].id }) { return .lookInto(first.scope) }
        if signals.isBetter(state, request.scope) { return .better }
        if let chain, chain.isShort(state, own) {
            return state == chain.states.first ? .tooFewBegin : .tooFewCome
        }
        if cohort.entered == 0 { return .nothing }
        if own.period.stays[state].isSlow(against: reference.table.stays[state]) { return .slow }
        let variance = reference.odds[state]?.score(own.period.stays[state]).variance ?? 0
        return variance < Family.leastVariance ? .tooFew : .usual
    }

    private func signal(_ comparison: StageSignals.Comparison, _ confidence: Double, _ signals: StageSignals)
        -> PlanFactReport.Signal
    {
        let state = comparison.state
        let conversion = reference.conversion(state) ?? 0
        let (shift, error) = comparison.odds.shift(comparison.score, spread: 1.5)
        func at(_ shift: Double) -> Double { min(1, max(0, conversion + comparison.odds.difference(shift: shift))) }
        let whose = ScopeFunnel(self, comparison.scope, signals)
        let seen = Incidence(comparison.stays).conversion(tail: reference.incidence[state]) ?? at(shift)
        return PlanFactReport.Signal(
            stage: ground.picture.cut.stages.open[state].id, scope: comparison.scope,
            from: Day(number: comparison.window.lowerBound), to: Day(number: comparison.window.upperBound),
            entered: comparison.stays.entered, movedOn: comparison.stays.movedCount,
            conversion: seen, reference: conversion, low: min(seen, at(shift - Normal.eighty * error)),
            high: max(seen, at(shift + Normal.eighty * error)),
            confidence: confidence, money: whose.worth.gain(state), missed: missed(comparison, whose),
            failed: comparison.stays.failedCount, hasBegun: hasBegun)
    }

    private var hasBegun: Bool { request.period.start <= ground.picture.cut.today }

    /// Moves short of the reference's × what the later stages let through of them there × mean amount of those who came × what
    /// of it counts.
    private func missed(_ comparison: StageSignals.Comparison, _ whose: ScopeFunnel) -> Int64 {
        let state = comparison.state
        let pipelines = ground.picture.cut.stages.pipelineOfState
        let later = pipelines.indices.filter { $0 > state && pipelines[$0] == pipelines[state] }
        let won = later.reduce(1.0) { $0 * (reference.conversion($1) ?? 0) }
        let mean = whose.year.meanAmount(state) ?? reference.table.meanAmount(state) ?? 0
        return Int64(nearest: max(0, -comparison.score.surplus) * won * mean * kept)
    }

    /// Of what is won, what counts in the end.
    private var kept: Double { margins?.company ?? 1 - (company.basisNotes?.neverPaid ?? 0) }

    private func totals(_ node: ForecastReport.Node, _ own: ScopeFunnel, _ chains: [FunnelChain])
        -> PlanFactReport.Totals
    {
        let (amount, count) = (node.amount, node.count)
        let left = max(0, count.mean - Double(count.wonToDate))
        let single = chains.count == 1 ? chains[0] : nil
        let plans = chains.map { $0.plan?.wins }
        return PlanFactReport.Totals(
            openCount: own.spread.rows.reduce(0) { $0 + $1.count },
            openAmount: Int64(nearest: own.spread.rows.reduce(0) { $0 + $1.amount }),
            methods: .init(template: amount.template, statistical: amount.statistical, model: amount.mean),
            wonToDate: amount.wonToDate, wonCount: count.wonToDate, p10: amount.p10, p90: amount.p90,
            quota: node.plan.quota,
            wonPlan: plans.isEmpty || plans.contains { $0 == nil } ? nil : plans.compactMap(\.self).reduce(0, +),
            wonForecast: count.mean, wonMargin: left > 0 ? max(Double(count.p90 - count.p10) / 2, 0) : 0,
            conversion: single?.believed.reach.last, reference: single?.usual.reach.last,
            money: chains.isEmpty ? nil : own.worth.gain)
    }

    /// Of the whole period, whatever part of it has passed.
    private func verdict(
        _ node: ForecastReport.Node, _ own: ScopeFunnel, _ chains: [FunnelChain], _ signals: StageSignals
    ) -> PlanFactReport.Verdict {
        guard let potential = PeriodPotential(self, own, chains, months: signals.months) else {
            return .init(quota: node.plan.quota, potential: nil, low: nil, high: nil, word: nil)
        }
        let word = node.plan.quota.map { quota -> PlanFactReport.Verdict.Word in
            quota < potential.low ? .low : quota > potential.high ? .high : .right
        }
        return .init(
            quota: node.plan.quota, potential: potential.mean, low: potential.low, high: potential.high, word: word)
    }
}

extension PlanFactReport.Flow {
    /// Of a stage that is in no chain: only what came is known.
    static func only(_ own: ScopeFunnel, _ state: Int) -> PlanFactReport.Flow {
        let fact = own.period.stays[state].entered
        return PlanFactReport.Flow(
            plan: nil, planAmount: nil, fact: fact, factAmount: Int64(nearest: own.period.amount[state]),
            forecast: Double(fact), margin: 0)
    }
}
