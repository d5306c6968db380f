internal import Forecasting
package import SalesDomain
internal import SalesFacts

extension Reporter {
    package func period(_ request: ReportRequest, for seen: Seen) throws(ReportRefusal) -> PeriodReport {
        try remembered(.period, request, seen) { () throws(ReportRefusal) in
            let looking = try admitted(request.scope, request.pipelines, asOf: request.asOf, seen)
            try admit(request.basis, asOf: request.asOf)
            var bonus: BonusReport?
            // Money, whatever the period is counted in.
            if case .employee(let id?) = request.scope {
                bonus = try self.bonus(of: id, in: request.period, asOf: request.asOf, for: seen)
            }
            return try looking.counting(request).periodMade(
                request, bonus, AnswerEffects(looking, request), for: seen)
        }
    }

    private func periodMade(
        _ request: ReportRequest, _ bonus: BonusReport?, _ effects: AnswerEffects, for seen: Seen
    ) throws(ReportRefusal) -> PeriodReport {
        var forecast = ForecastRequest(
            asOf: request.asOf, period: request.period, scope: request.scope, by: .deal, pipelines: request.pipelines)
        let maker = maker(forecast)
        // Deals are followed until they are won: what the period brings may be counted otherwise.
        forecast.basis = request.basis
        if request.basis != .won { forecast.by = nil }
        let counted = request.basis == .won ? maker : self.maker(forecast)
        let picture = pictures(request.asOf, request.pipelines)
        let own = OwnDeals(maker, picture, facts)
        let whole = counted.node(request.scope, parent: nil)
        return PeriodReport(
            head: head(request), whole: whole, curve: try curve(forecast, for: seen), bonus: bonus,
            deciding: own.deciding(plan: request.basis == .won ? whole.plan.quota : nil),
            questions: own.questions(effects),
            openDeals: own.count)
    }
}

/// The open deals of a scope and how its total hangs on them.
struct OwnDeals {
    /// So many are drawn one by one; the others are taken for one lump.
    static let drawn = 40
    static let mostDeciding = 5
    /// On which the plan's probability hangs by less is not named.
    static let leastEffect = 0.01
    static let mostQuestions = 5

    private struct Own {
        let estimate: DealEstimate
        let bet: Leverage.Bet
    }

    private let deals: [Own]
    private let total: Distribution
    private let cut: Cut
    private let facts: Facts
    private let stays: StageStays
    private let period: Period

    init(_ maker: ForecastMaker, _ picture: CompanyPicture, _ facts: Facts) {
        cut = picture.cut
        period = maker.request.period
        self.facts = facts
        stays = StageStays(picture.cut)
        let scope = maker.request.scope
        total = maker.company.amount(of: scope).distribution
        let shares = ScopeShares(picture.people, scope)
        deals = maker.company.deals.compactMap { estimate in
            let part = shares.fraction(of: Int(estimate.deal))
            guard part > 0 else { return nil }
            let bet = Leverage.Bet(
                chance: min(1, max(0, estimate.winInPeriod)), ever: min(1, estimate.winEver),
                value: estimate.value * part, spread: estimate.spread)
            return Own(estimate: estimate, bet: bet)
        }
    }

    var count: Int { deals.count }

    /// First those whose outcome makes the plan's probability swing most (its standard deviation over the outcome).
    func deciding(plan: Int64?) -> [PeriodReport.Deciding] {
        guard let plan else { return [] }
        let chosen = deals.filter { $0.bet.chance > 0.005 && $0.bet.chance < 0.995 && $0.bet.value > 0 }
            .sorted { weight($0) > weight($1) }.prefix(OwnDeals.drawn)
        let leverage = Leverage(total, bets: chosen.map(\.bet))
        let forks = chosen.enumerated().compactMap { place, own in
            leverage.fork(place, plan: Double(plan)).map { (own: own, fork: $0) }
        }
        func swing(_ found: (own: Own, fork: Leverage.Fork)) -> Double {
            (found.fork.ifWon - found.fork.ifNot) * (found.own.bet.chance * (1 - found.own.bet.chance)).squareRoot()
        }
        return forks.filter { $0.fork.ifWon - $0.fork.ifNot >= OwnDeals.leastEffect }
            .sorted { swing($0) > swing($1) }
            .prefix(OwnDeals.mostDeciding).map { found in
                let deal = Int(found.own.estimate.deal)
                return PeriodReport.Deciding(
                    row: DealsReport.Row(cut, deal, facts.frame), chance: found.own.bet.chance,
                    value: Int64(nearest: found.own.bet.value), ifWon: found.fork.ifWon, ifNot: found.fork.ifNot,
                    usual: usual(deal))
            }
    }

    private func weight(_ own: Own) -> Double {
        own.bet.value * own.bet.value * own.bet.chance * (1 - own.bet.chance)
    }

    private struct Asking {
        let own: Own
        let unknown: PeriodReport.Question.Unknown
        /// How far the mean moves, on average over what may turn out.
        let weight: Double
    }

    /// One of a deal, the one that moves most; what was said or said again within the week is known, and what the model
    /// does not listen to is not asked.
    func questions(_ effects: AnswerEffects) -> [PeriodReport.Question] {
        let near = deals.sorted { (weight($0), $1.estimate.deal) > (weight($1), $0.estimate.deal) }
            .prefix(OwnDeals.drawn)
        let dates = effects.changesOfDate(near.map { Int($0.estimate.deal) })
        let ranked = near.flatMap { own in
            PeriodReport.Question.Unknown.allCases.filter { isWorthAsking($0, Int(own.estimate.deal)) }.map {
                Asking(own: own, unknown: $0, weight: movement($0, own, dates))
            }
        }.filter { $0.weight >= 1 }
            .sorted { ($0.weight, $1.own.estimate.deal) > ($1.weight, $0.own.estimate.deal) }
        var questions = [PeriodReport.Question]()
        var asked: Set<Int32> = []
        for next in ranked where questions.count < OwnDeals.mostQuestions {
            let deal = Int(next.own.estimate.deal)
            guard !asked.contains(next.own.estimate.deal), !isFresh(next.unknown, deal) else { continue }
            asked.insert(next.own.estimate.deal)
            if let question = question(next, deal, effects) { questions.append(question) }
        }
        return questions.sorted { (abs($0.moves), $1.row.deal) > (abs($1.moves), $0.row.deal) }
    }

    /// Lost is what is not won in the end; an amount turns out otherwise by its spread.
    private func movement(_ unknown: PeriodReport.Question.Unknown, _ own: Own, _ dates: [Int: Double]) -> Double {
        let bet = own.bet
        switch unknown {
        case .stage: return (1 - bet.ever) * bet.chance * bet.value
        case .amount: return 0.8 * bet.spread * bet.chance * bet.value
        case .close: return abs(dates[Int(own.estimate.deal)] ?? 0) * bet.value
        }
    }

    private func question(_ next: Asking, _ deal: Int, _ effects: AnswerEffects) -> PeriodReport.Question? {
        let effect = effects.effect(of: answer(next.unknown, next.own, deal), on: deal)
        // Another day is asked for where it takes something out of the period: that a new date would add says nothing of it.
        guard next.unknown == .close ? effect.moves < 0 : effect.moves != 0 else { return nil }
        return PeriodReport.Question(
            unknown: next.unknown, row: DealsReport.Row(cut, deal, facts.frame), chance: next.own.bet.chance,
            moves: effect.moves, narrows: effect.narrows, usual: usual(deal))
    }

    /// The answer whose effect is named: lost; a tenth more; not in this period.
    private func answer(_ unknown: PeriodReport.Question.Unknown, _ own: Own, _ deal: Int) -> Cut.Supposed {
        switch unknown {
        case .stage: return Cut.Supposed(outcome: .lost)
        case .close: return Cut.Supposed(close: period.end + 30)
        case .amount:
            let known = cut.ownAmount[deal] == Cut.unknown ? nil : Double(cut.ownAmount[deal])
            let taken = known ?? own.estimate.value / max(1e-9, cut.rate(of: deal) ?? 1)
            return Cut.Supposed(amount: Int64(nearest: taken * 1.1))
        }
    }

    private func usual(_ deal: Int) -> DealReport.Usual? {
        cut.state[deal] >= 0 ? stays.usual(at: Int(cut.state[deal])) : nil
    }

    /// Whether a deal is alive is asked when it stands at its stage for clearly longer than won ones did.
    private func isWorthAsking(_ unknown: PeriodReport.Question.Unknown, _ deal: Int) -> Bool {
        guard unknown == .stage, let usual = usual(deal),
            let days = DealsReport.Row(cut, deal, facts.frame).daysInStage
        else { return true }
        return usual.isExceeded(by: days)
    }

    private func isFresh(_ unknown: PeriodReport.Question.Unknown, _ deal: Int) -> Bool {
        let log = facts.log(of: Deal.ID(cut.id[deal]), asOf: cut.asOf) ?? []
        let said = log.last { $0.field == unknown.field }.map { facts.calendar.zone.day(of: $0.changed).number }
        return cut.today.number - max(said ?? cut.created[deal], cut.created[deal]) < 7
    }
}

extension PeriodReport.Question.Unknown {
    package var field: Deal.Field {
        switch self {
        case .stage: .stage
        case .amount: .amount
        case .close: .expectedClose
        }
    }
}
