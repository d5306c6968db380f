/// The door of this room: history in, answer out. Deterministic; no clock, no randomness but a fixed seed.
package struct Forecaster: Sendable {
    package init() {}

    /// - Parameters:
    ///   - history: the pipeline as known at its `today`.
    ///   - question: `period.end` after `today` for a forecast; a period already over gives what was won.
    ///   - deals: whether to answer for each open deal too.
    package func answer(_ history: History, nodes: Nodes, question: Question, deals: Bool = false) -> Answer {
        let scene = Scene(history, nodes)
        let shares = NewBusinessShares(scene)
        let model = PipelineModel(scene, period: question.period, shares: shares)
        let past = question.period.end > history.today ? PastWindow.all(scene, question) : []
        let series = SeriesGroup(scene, question)
        let statistical = Statistical(scene, period: question.period, shares: shares)
        let toDate = scene.wins.totals(question.period, scene.allocation)
        let template = Template(history, scene.standing, scene.openValue, scene.allocation, question.period)
        let naive = Naive(history, scene.wins, scene.allocation, question)
        let amount = Mixture(\.amount, scene, question, model, series, past)
        let count = Mixture(\.count, scene, question, model, series, past)

        func estimates(
            _ measure: KeyPath<Totals, [Double]>, _ mixture: Mixture, _ template: [Double?]
        ) -> [Estimate] {
            let won = toDate[keyPath: measure]
            return nodes.parent.indices.map { node in
                Estimate(
                    wonToDate: won[node], template: template[node].map { won[node] + $0 },
                    statistical: won[node] + statistical.rest[keyPath: measure][node],
                    fromOpen: mixture.open[node], fromNew: mixture.new[node],
                    distribution: mixture.distribution(node, base: won[node]),
                    naiveLast: naive.last.map { won[node] + $0[keyPath: measure][node] },
                    naiveMean3: naive.mean3.map { won[node] + $0[keyPath: measure][node] })
            }
        }
        return Answer(
            amount: estimates(\.amount, amount, template.amount), count: estimates(\.count, count, template.count),
            method: Method(
                basis: scene.closedDeals == 0 ? .template : scene.closedDeals < 30 ? .little : .learned,
                closedDeals: scene.closedDeals, hasStageHistory: scene.paths.hasStageHistory,
                pipelineWeight: amount.blend.weight, processIsChanging: amount.isChanging, betterBaseline: nil),
            deals: deals ? DealEstimates.all(scene, model) : [])
    }
}
