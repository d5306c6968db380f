internal import Parallel

/// The door of this room: history in, answer out. Deterministic; no clock, no randomness but a fixed seed.
package struct Forecaster: Sendable {
    package init() {}

    /// - Parameters:
    ///   - history: the pipeline as known at its `today`.
    ///   - question: `period.end` after `today` for a forecast; a period already over gives what was won.
    ///   - deals: whether to answer for each open deal too; `chances`: only with how likely each is, which costs little.
    package func answer(
        _ history: History, nodes: Nodes, question: Question, deals: Bool = false, chances: Bool = false
    ) -> Answer {
        answer(
            learn(history, nodes: nodes, question: question, deals: deals), history, nodes: nodes, chances: chances)
    }

    /// What the books teach, as a rule as they were known at the start of the day.
    /// - Parameters:
    ///   - flow: also when wins come on the way, for what follows them (`basis`).
    ///   - fits: of past moments, shared with questions about other moments; they change no figure.
    package func learn(
        _ history: History, nodes: Nodes, question: Question, deals: Bool = false, flow: Bool = false,
        fits: PastFits? = nil
    ) -> Learned {
        Learned(Book(history, nodes), question, deals: deals, flow: flow, fits: fits)
    }

    /// The same of a history that was read already.
    package func learn(
        _ ground: Ground, question: Question, deals: Bool = false, flow: Bool = false, fits: PastFits? = nil
    ) -> Learned {
        Learned(ground.book, question, deals: deals, flow: flow, fits: fits)
    }

    /// What follows from it for the deals as they stand in `history`, now. Costs milliseconds for a million deals.
    /// - Parameter nodes: the tree of what was learned (`Learned.mapped`), over the deals of this history.
    package func answer(_ learned: Learned, _ history: History, nodes: Nodes, chances: Bool = false) -> Answer {
        let allocation = Allocation(nodes)
        let period = learned.question.period
        let live = LiveDeals(history, learned.states, allocation, period)
        let codes = DealCodes(history, sizeBounds: learned.sizeBounds)
        let values = learned.openValue.with(prices: history.prices(on: History.now))
        // Neither reads the other.
        let (model, plain) = both(
            {
                PipelineModel(
                    learned.pipeline, live.open, history, DealPlaces(learned.pipeline.groups.flat, codes), allocation,
                    keepDeals: true, isExplained: learned.curve != nil)
            },
            { Plain(learned, live.open, values, history, allocation) })
        let (statistical, template) = (plain.statistical, plain.template)
        let mixtures = spread(2) { Mixture($0 == 0 ? \.amount : \.count, learned, allocation, nodes, model) }
        let (amount, count) = (mixtures[0], mixtures[1])

        func estimates(
            _ measure: KeyPath<Totals, [Double]>, _ mixture: Mixture, _ template: [Double?]
        ) -> [Estimate] {
            let won = live.toDate[keyPath: measure]
            let distributions = spread(nodes.parent.count) { mixture.distribution($0, base: won[$0]) }
            return nodes.parent.indices.map { node in
                Estimate(
                    wonToDate: won[node], template: template[node].map { won[node] + $0 },
                    statistical: won[node] + statistical.rest[keyPath: measure][node],
                    fromOpen: mixture.open[node], fromNew: mixture.new[node],
                    distribution: distributions[node],
                    naiveLast: learned.naiveLast.map { won[node] + $0[keyPath: measure][node] },
                    naiveMean3: learned.naiveMean3.map { won[node] + $0[keyPath: measure][node] },
                    noise: model.luck[keyPath: measure][node].squareRoot(),
                    newByDeals: model.new[keyPath: measure][node])
            }
        }
        return Answer(
            amount: estimates(\.amount, amount, template.amount), count: estimates(\.count, count, template.count),
            method: Method(
                basis: learned.closedDeals == 0 ? .template : learned.closedDeals < 30 ? .little : .learned,
                closedDeals: learned.closedDeals, hasStageHistory: learned.hasStageHistory,
                pipelineWeight: amount.blend.weight, processIsChanging: amount.isChanging,
                betterBaseline: amount.betterBaseline,
                stageChanges: learned.pipeline.stageChanges(learned.states)),
            deals: learned.curve.map { DealEstimates.all(model, $0, codes) } ?? [],
            chances: chances ? OpenChance.all(live.open, history, values, model, statistical, template) : [])
    }

    /// What statistics and the template say of open deals.
    private struct Plain: Sendable {
        let statistical: Statistical
        let template: Template

        init(
            _ learned: Learned, _ open: [OpenDeal], _ values: OpenValue, _ history: History, _ allocation: Allocation
        ) {
            statistical =
                learned.conversion.map { Statistical($0, open, values, history, allocation, shares: learned.shares) }
                ?? .over(allocation.nodeCount, open)
            template = Template(history, open, values, allocation, learned.question.period)
        }
    }
}
