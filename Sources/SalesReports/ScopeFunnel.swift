internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// One scope's funnel against the reference: its open deals, its period's deals, what is believed of each stage.
struct ScopeFunnel {
    let scope: Scope
    /// Open ones, by state.
    let stages: [Stage]
    let spread: SpreadFigure
    let period: CohortTable
    let year: CohortTable
    let beliefs: StageBeliefs
    let worth: StageWorth

    init(_ maker: PlanFactMaker, _ scope: Scope, _ signals: StageSignals) {
        let (ground, reference) = (maker.ground, maker.reference)
        let cut = ground.picture.cut
        self.scope = scope
        stages = cut.stages.open
        spread = SpreadFigure(
            maker.company.amount(of: scope), over: OpenFunnel.rows(maker.chances, ground.picture, scope),
            maker.company.source(of: scope))
        period = ground.table(ground.period, scope)
        year = ground.table(ground.year, scope)
        let isOwn = reference.said.scope == scope && reference.said.kind == .trailing
        beliefs = StageBeliefs(
            reference, year: isOwn ? nil : year, period: period, people: signals.people, months: signals.months)
        worth = StageWorth(
            spread, arrivals: year.arrived.map { Double($0) }, beliefs, pipeline: cut.stages.pipelineOfState)
    }

    func cohort(_ state: Int, _ chain: FunnelChain?) -> PlanFactReport.Cohort {
        let reference = beliefs.reference
        let stays = period.stays[state]
        let incidence = Incidence(stays)
        let conversion = incidence.conversion(tail: reference.incidence[state])
        let usual = reference.conversion(state)
        let deviation = conversion.flatMap { conversion in usual.map { conversion - $0 } }
        let ends = deviation == nil ? nil : reference.odds[state]?.interval(stays)
        let place = chain?.states.firstIndex(of: state)
        let reach = chain?.reach(place ?? 0)
        return PlanFactReport.Cohort(
            entered: stays.entered, movedOn: stays.movedCount, failed: stays.failedCount,
            conversion: stays.entered > 0 ? conversion : nil, reference: usual,
            low: ends.flatMap { ends in deviation.map { min($0, ends.low) } },
            high: ends.flatMap { ends in deviation.map { max($0, ends.high) } }, believed: beliefs.conversion(state),
            days: incidence.medianDays, referenceDays: reference.incidence[state].medianDays,
            amount: period.meanAmount(state).map { Int64(nearest: $0) },
            referenceAmount: reference.table.meanAmount(state).map { Int64(nearest: $0) },
            reach: reach?.middle, reachLow: reach?.low, reachHigh: reach?.high,
            referenceReach: place.flatMap { chain?.usual.reach[$0] })
    }

    /// One for each pipeline that has a reference at any of its stages.
    func chains(_ maker: PlanFactMaker) -> [FunnelChain] {
        let cut = maker.ground.picture.cut
        let pipelines = cut.stages.pipelineOfState
        return cut.stages.pipelines.indices.compactMap { pipeline in
            let states = pipelines.indices.filter { pipelines[$0] == Int32(pipeline) }
            return FunnelChain(states, pipeline: Int32(pipeline), of: self, maker)
        }
    }
}
