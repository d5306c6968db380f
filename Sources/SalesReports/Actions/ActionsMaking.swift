package import SalesDomain
package import SalesFacts

extension Reporter {
    /// - Parameter given: actions of anybody; only those of the scope's people, whom this viewer sees, get into the answer.
    package func actions(_ request: ReportRequest, given: [CorrectiveAction], for seen: Seen) throws(ReportRefusal)
        -> ActionsReport
    {
        let looking = try admitted(request.scope, request.pipelines, asOf: request.asOf, seen)
        var effects = EffectMaker(looking, asOf: request.asOf, for: seen)
        let rows = own(given, request, seen).map { effects.row($0.action, $0.state) }
        let open = rows.filter(\.state.isOpen).sorted { $0.order < $1.order }
        let ended = rows.filter { !$0.state.isOpen }.sorted { $0.order > $1.order }
        return ActionsReport(head: head(request), rows: open + ended)
    }

    /// Of the scope's people, as of the instant; what ended more than a year ago is left out.
    func own(_ given: [CorrectiveAction], _ request: ReportRequest, _ seen: Seen)
        -> [(action: CorrectiveAction, state: CorrectiveAction.State)]
    {
        let day = facts.calendar.zone.day(of: request.asOf)
        let members = ScopeMembers(request.scope, facts.known(asOf: request.asOf).organisation)
        let yearAgo = facts.calendar.zone.start(of: day + -365)
        return given.compactMap { action in
            guard let state = action.state(asOf: request.asOf, today: day), members.holds(action.assignee, on: day),
                seen.allows(.employee(action.assignee), in: facts.rights, on: today),
                state.isOpen || (action.end?.at ?? request.asOf) >= yearAgo
            else { return nil }
            return (action, state)
        }
    }

    /// What is expected without an action that is given now: of its scope and period, its stage, its deal.
    package func baseline(of subject: CorrectiveAction.Subject, _ request: ReportRequest, for seen: Seen)
        throws(ReportRefusal) -> CorrectiveAction.Baseline
    {
        let forecast = try forecast(
            ForecastRequest(
                asOf: request.asOf, period: request.period, scope: request.scope, pipelines: request.pipelines),
            for: seen)
        let amount = forecast.whole.amount
        var (stage, deal): (CorrectiveAction.StageRate?, Int64?) = (nil, nil)
        switch subject {
        case .sales: break
        case .stage(let id): stage = try rate(of: id, request, for: seen)
        case .deal(let id): deal = try self.deal(id, asOf: request.asOf, for: seen).expectedMoney
        }
        return CorrectiveAction.Baseline(
            period: request.period, mean: amount.mean, low: amount.p10, high: amount.p90, stage: stage, deal: deal)
    }

    /// Nil where nobody has left the stage yet.
    private func rate(of stage: Stage.ID, _ request: ReportRequest, for seen: Seen) throws(ReportRefusal)
        -> CorrectiveAction.StageRate?
    {
        var request = request
        request.pipelines = try choice(of: stage)
        let maker = try planFactMaker(request, for: seen)
        guard let state = maker.ground.picture.cut.stages.open.firstIndex(where: { $0.id == stage }) else {
            throw .notFound
        }
        let signals = StageSignals(maker.ground, maker.reference, scope: request.scope)
        let own = ScopeFunnel(maker, request.scope, signals)
        guard let conversion = own.beliefs.conversion(state) else { return nil }
        return CorrectiveAction.StageRate(
            conversion: conversion, error: own.beliefs.error(state), days: own.medianDays(state))
    }

    /// The sales pipelines together, when the stage is of one of them, else its own alone.
    func choice(of stage: Stage.ID) throws(ReportRefusal) -> PipelineChoice {
        guard let pipeline = facts.frame.pipelines.first(where: { $0.stages.contains { $0.id == stage } }) else {
            throw .notFound
        }
        return choice(of: pipeline.id)
    }

    package func choice(of pipeline: Pipeline.ID) -> PipelineChoice {
        PipelineChoice.sales.pipelines(in: facts.frame).contains { $0.id == pipeline } ? .sales : .one(pipeline)
    }
}

extension ActionsReport.Row {
    fileprivate var order: (Int64, String) {
        let day = Int64(action.due.number)
        return (state.isOpen ? day : action.end?.at.microseconds ?? day, action.externalID)
    }
}

extension DealReport {
    /// Its chance to be won ever × what it brings then; of a won one what it brought. Minor units of the base currency.
    package var expectedMoney: Int64 {
        row.expectedMoney(
            whileOpen: forecast.map { Int64(nearest: $0.winProbability * Double($0.expectedAmount)) } ?? 0)
    }
}

extension DealsReport.Row {
    /// Minor units of the base currency: of a won one what it brought, of a lost one nothing.
    func expectedMoney(whileOpen open: @autoclosure () -> Int64) -> Int64 {
        switch status {
        case .open: open()
        case .won: baseAmount ?? 0
        case .lost: 0
        }
    }
}
