/// The door of this room: history in, answer out. Deterministic; no clock, no randomness but a fixed seed.
package struct Forecaster: Sendable {
    package init() {}

    /// - Parameters:
    ///   - history: the pipeline as known at its `today`.
    ///   - question: `period.end` after `today` for a forecast; a period already over gives what was won.
    ///   - deals: whether to answer for each open deal too.
    package func answer(_ history: History, nodes: Nodes, question: Question, deals: Bool = false) -> Answer {
        let standing = Standing(history)
        let wins = Wins(history, standing)
        let allocation = Allocation(nodes)
        let values = OpenValue(history, wins)
        let toDate = wins.totals(question.period, allocation)
        let template = Template(history, standing, values, allocation, question.period)
        let naive = Naive(history, wins, allocation, question)
        let model = PipelineModel(history, standing, wins, values, allocation, nodes, period: question.period)
        let closed = standing.state.count { !Standing.isOpen($0) }
        func estimate(_ node: Int, _ of: (Totals) -> [Double], _ template: Double?) -> Estimate {
            let won = of(toDate)[node]
            let rest = naive.mean3.map { of($0)[node] } ?? template ?? 0
            let open = of(model.open)[node]
            let new = of(model.new)[node]
            let distribution = Distribution.lognormal(base: won, mean: open + new, sigma: 0.5)
            return Estimate(
                wonToDate: won, template: template.map { won + $0 }, statistical: won + rest, fromOpen: open,
                fromNew: new, distribution: distribution, naiveLast: naive.last.map { won + of($0)[node] },
                naiveMean3: naive.mean3.map { won + of($0)[node] })
        }
        return Answer(
            amount: nodes.parent.indices.map { estimate($0, \.amount, template.amount[$0]) },
            count: nodes.parent.indices.map { estimate($0, \.count, template.count[$0]) },
            method: Method(
                basis: closed == 0 ? .template : closed < 30 ? .little : .learned, closedDeals: closed,
                hasStageHistory: false, pipelineWeight: 0, processIsChanging: false, betterBaseline: nil), deals: [])
    }
}
