internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// Measures what became of what actions were about. What several need is made once.
struct EffectMaker {
    private let reporter: Reporter
    private let asOf: Instant
    private let seen: Seen
    private let today: Day
    private var passages: [PipelineChoice: Passages] = [:]
    private var estimates: [PipelineChoice: [Int: DealEstimate]] = [:]
    private var eyes: (cut: Cut, eyes: Eyes)?

    init(_ reporter: Reporter, asOf: Instant, for seen: Seen) {
        self.reporter = reporter
        self.asOf = asOf
        self.seen = seen
        today = reporter.facts.calendar.zone.day(of: asOf)
    }

    mutating func row(_ action: CorrectiveAction, _ state: CorrectiveAction.State) -> ActionsReport.Row {
        let isSeen = seen.allows(action.scope, in: reporter.facts.rights, on: reporter.today)
        let effect = isSeen && state != .dropped ? self.effect(action) : nil
        return ActionsReport.Row(
            action: action, state: state, deal: deal(of: action), baseline: isSeen ? action.baseline : nil,
            effect: effect)
    }

    /// The deal that an action is about; nil when it is not this viewer's to see.
    mutating func deal(of action: CorrectiveAction) -> Deal.ID? {
        guard case .deal(let id) = action.subject, index(of: id) != nil else { return nil }
        return id
    }

    private mutating func effect(_ action: CorrectiveAction) -> ActionsReport.Effect? {
        switch action.subject {
        case .stage(let stage): action.baseline.stage.flatMap { stageEffect(action, stage, $0) }
        case .deal(let deal): action.baseline.deal.flatMap { dealEffect(deal, was: $0) }
        case .sales: salesEffect(action)
        }
    }

    private mutating func stageEffect(
        _ action: CorrectiveAction, _ stage: Stage.ID, _ rate: CorrectiveAction.StageRate
    ) -> ActionsReport.Effect? {
        guard let choice = try? reporter.choice(of: stage) else { return nil }
        let picture = reporter.pictures(asOf, choice)
        guard let state = picture.cut.stages.open.firstIndex(where: { $0.id == stage }) else { return nil }
        let rows = passages[choice] ?? Passages(picture.cut, watched: today.number)
        passages[choice] = rows
        let made = reporter.facts.calendar.zone.day(of: action.made)
        return StageChange(rows, picture, scope: action.scope, state: state, made: made.number).effect(rate)
    }

    private mutating func dealEffect(_ id: Deal.ID, was: Int64) -> ActionsReport.Effect? {
        guard let deal = index(of: id), let cut = eyes?.cut else { return nil }
        let row = DealsReport.Row(cut, deal, reporter.facts.frame)
        let now = row.expectedMoney(whileOpen: expected(id, in: row.pipeline))
        return .deal(.init(was: was, now: now, status: row.status))
    }

    private mutating func expected(_ id: Deal.ID, in pipeline: Pipeline.ID) -> Int64 {
        let choice = reporter.choice(of: pipeline)
        if estimates[choice] == nil {
            let company = reporter.forecasts(
                CompanyQuestion(asOf: asOf, period: .month(containing: today), pipelines: choice, deals: true))
            estimates[choice] = Dictionary(
                company.deals.map { (Int($0.deal), $0) }, uniquingKeysWith: { first, _ in first })
        }
        guard let deal = reporter.pictures(asOf, choice).cut.index(of: id), let estimate = estimates[choice]?[deal]
        else { return 0 }
        return Int64(nearest: estimate.winEver * estimate.value)
    }

    /// Nil for a deal that is not there, or not this viewer's.
    private mutating func index(of id: Deal.ID) -> Int? {
        if eyes == nil {
            let cut = reporter.pictures(asOf, .all).cut
            eyes = (cut, Eyes(seen, reporter.facts.rights, on: reporter.today, cut))
        }
        guard let eyes, let deal = eyes.cut.index(of: id), eyes.eyes.see(deal) else { return nil }
        return deal
    }

    private func salesEffect(_ action: CorrectiveAction) -> ActionsReport.Effect {
        let baseline = action.baseline
        let choice = action.pipeline.map { reporter.choice(of: $0) } ?? .sales
        let request = ForecastRequest(asOf: asOf, period: baseline.period, scope: action.scope, pipelines: choice)
        let now = reporter.maker(request, chances: true).node(action.scope, parent: nil).amount.mean
        // Half of the 80 % range is so many deviations; one in twenty lies beyond 1.96 of them.
        let bound = Double(baseline.high - baseline.low) / (2 * Normal.eighty) * StageChange.certain
        let change = Double(now - baseline.mean)
        return .sales(
            .init(
                was: baseline.mean, now: now, isOver: baseline.period.end <= today,
                verdict: abs(change) <= bound || bound == 0 ? .unclear : change > 0 ? .better : .worse))
    }
}
