/// The door of this room: history in, answer out. Deterministic; no clock, no randomness but a fixed seed.
package struct Forecaster: Sendable {
    package init() {}

    /// - Parameters:
    ///   - history: the pipeline as known at its `today`.
    ///   - question: `period.end` after `today` for a forecast; a period already over gives what was won.
    ///   - deals: whether to answer for each open deal too.
    package func answer(_ history: History, nodes: Nodes, question: Question, deals: Bool = false) -> Answer {
        let book = Book(history, nodes)
        let moment = Moment(book)
        let shares = NewBusinessShares(moment)
        let process = Process(book, until: history.today)
        let model = PipelineModel(moment, process, period: question.period, shares: shares, keepDeals: true)
        let past = question.period.end > history.today ? PastWindow.all(book, question) : []
        let series = SeriesGroup(moment, question)
        let statistical = Statistical(moment, period: question.period, shares: shares)
        let toDate = book.wins.totals(question.period, book.allocation)
        let template = Template(history, book.standing, moment.openValue, book.allocation, question.period)
        let naive = Naive(history, book.wins, book.allocation, question)
        let amount = Mixture(\.amount, moment, question, model, series, past)
        let count = Mixture(\.count, moment, question, model, series, past)

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
                    naiveMean3: naive.mean3.map { won[node] + $0[keyPath: measure][node] },
                    noise: model.variance[keyPath: measure][node].squareRoot())
            }
        }
        return Answer(
            amount: estimates(\.amount, amount, template.amount), count: estimates(\.count, count, template.count),
            method: Method(
                basis: moment.closedDeals == 0 ? .template : moment.closedDeals < 30 ? .little : .learned,
                closedDeals: moment.closedDeals, hasStageHistory: book.paths.hasStageHistory,
                pipelineWeight: amount.blend.weight, processIsChanging: amount.isChanging, betterBaseline: nil),
            deals: deals ? DealEstimates.all(book, model) : [])
    }
}
