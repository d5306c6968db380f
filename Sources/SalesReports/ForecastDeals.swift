internal import Forecasting
internal import Parallel
internal import SalesDomain
internal import SalesFacts

/// What is said of single deals beside a scope's figures.
struct DealDetails {
    private let request: ForecastRequest
    private let cut: Cut
    private let frame: CompanyFrame
    /// By deal of the cut: whether it lies in the scope, by owner or by share; nil: all of them do.
    private let touched: [Bool]?

    init(_ facts: Facts, _ request: ForecastRequest, _ picture: CompanyPicture) {
        self.request = request
        cut = picture.cut
        frame = facts.frame
        touched = request.scope == .company ? nil : picture.people.touched(request.scope)
    }

    /// Open deals of the scope, the most expected money first.
    func deals(_ company: CompanyForecast) -> [ForecastReport.DealForecast] {
        // Not by `self`: a copy of the cut for each deal would count references to all its columns.
        let (cut, frame) = (cut, frame)
        let own = touched.map { touched in company.deals.filter { touched[Int($0.deal)] } } ?? company.deals
        // By place: a deal with its reasons is much to move.
        let worth = own.map { $0.winInPeriod * $0.value }
        let order = own.indices.sorted { (worth[$0], -own[$0].deal) > (worth[$1], -own[$1].deal) }
        return spread(order.count, parts: order.count < 1_000 ? 1 : 8) {
            ForecastReport.DealForecast(own[order[$0]], cut, frame)
        }
    }

    /// Deals of the scope that are open, or won in the period.
    private var counted: [Int] {
        let deals = cut.openOrWon(from: request.period.start.number, to: request.period.end.number)
        return touched.map { touched in deals.filter { touched[$0] } } ?? deals
    }

    func notes(_ company: CompanyForecast) -> ForecastReport.Notes {
        var withoutRate = [Deal.ID]()
        var (valuedByPrice, valuedByAverage) = (0, 0)
        var wonWithoutAmount = 0
        var withoutChance = Set<Int16>()
        for deal in counted {
            let isOpen = StageTable.isOpen(cut.state[deal])
            if cut.moneyless[deal] {
                withoutRate.append(Deal.ID(cut.id[deal]))
            } else if cut.amount[deal] == Cut.unknown {
                if !isOpen {
                    wonWithoutAmount += 1
                } else if cut.hasPrice(deal, frame) {
                    valuedByPrice += 1
                } else {
                    valuedByAverage += 1
                }
            }
            let state = cut.state[deal]
            if isOpen, state >= 0, cut.stages.open[Int(state)].probability == nil { withoutChance.insert(state) }
        }
        let method = company.method
        return ForecastReport.Notes(
            method: method.basis.rawValue, closedDeals: method.closedDeals, pipelineWeight: method.pipelineWeight,
            processIsChanging: method.processIsChanging, betterBaseline: method.betterBaseline,
            withoutRate: withoutRate, valuedByPrice: valuedByPrice, valuedByAverage: valuedByAverage,
            wonWithoutAmount: wonWithoutAmount,
            stagesWithoutProbability: withoutChance.sorted().map { cut.stages.open[Int($0)].id },
            amountsKnown: cut.knowsAmounts(frame),
            stageChanges: method.stageChanges.map { ForecastReport.StageChange($0, cut.stages) },
            silentSince: cut.silentSince)
    }
}

extension Cut {
    /// Longer than holidays are.
    private static let pause: Int32 = 14

    /// The last day on which a deal was created or moved, when that is long ago: an export was not brought up to date.
    fileprivate var silentSince: Day? {
        let today = Int32(today.number)
        // As a rule one of the latest deals tells at once.
        if since.reversed().contains(where: { today - $0 <= Cut.pause }) { return nil }
        guard let born = created.greatest, let moved = since.greatest else { return nil }
        let last = Swift.max(born, moved)
        return today - last > Cut.pause ? Day(number: last) : nil
    }
}

extension ForecastReport.StageChange {
    init(_ change: PaceChange, _ stages: StageTable) {
        self.init(
            stage: stages.open[change.stage].id, exit: change.isLosing ? .loss : .progress, pace: change.ratio,
            since: Day(number: change.since))
    }
}

extension ForecastReport.DealForecast {
    init(_ estimate: DealEstimate, _ cut: Cut, _ frame: CompanyFrame) {
        self.init(
            deal: Deal.ID(cut.id[Int(estimate.deal)]), winProbability: estimate.winEver,
            winProbabilityInPeriod: estimate.winInPeriod, expectedAmount: Int64(nearest: estimate.value),
            expectedClose: estimate.expectedClose.map(Day.init(number:)),
            reasons: estimate.reasons.map {
                Reason(cause: $0.cause.rawValue, logMultiplier: $0.logMultiplier)
            },
            valuedBy: cut.amount[Int(estimate.deal)] != Cut.unknown
                ? .amount
                : estimate.value <= 0 ? .nothing : cut.hasPrice(Int(estimate.deal), frame) ? .price : .average)
    }
}

extension Cut {
    func hasPrice(_ deal: Int, _ frame: CompanyFrame) -> Bool {
        product[deal] >= 0 && frame.products[Int(product[deal])].price != nil
    }

    /// Whether anything is known of money: of an empty book nobody can tell that it has none.
    func knowsAmounts(_ frame: CompanyFrame) -> Bool {
        count == 0 || (0..<count).contains { amount[$0] != Cut.unknown || hasPrice($0, frame) }
    }
}

extension Distribution {
    /// The part still to come times `factor`; what is certain stays.
    func stretched(by factor: Double) -> Distribution {
        switch shape {
        case .point: return self
        case .lognormal(let mean, let sigma): return .lognormal(base: base, mean: mean * factor, sigma: sigma)
        case .samples(let values): return Distribution(base: base, shape: .samples(values.map { $0 * factor }))
        }
    }
}
