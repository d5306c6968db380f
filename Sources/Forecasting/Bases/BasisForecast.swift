import Foundation

extension Forecaster {
    /// - Parameters:
    ///   - learned: learned with its flow of wins (`learn(…, flow: true)`).
    ///   - won: the answer for the wins of the same deals.
    ///   - toDate: what has come in the period so far, by node with its subtree.
    package func basis(
        _ learned: Learned, _ history: History, nodes: Nodes, receipts: Receipts, won: Answer, toDate: [Double]
    ) -> BasisAnswer {
        let allocation = Allocation(nodes)
        let book = ReceiptBook(history, receipts)
        let period = learned.question.period
        let now = Receivables(book, at: nil, period, allocation)
        let live = LiveDeals(history, learned.states, allocation, period)
        let codes = DealCodes(history, sizeBounds: learned.sizeBounds)
        let flow = learned.flow ?? .none
        let coming = Convolution(flow, book, learned, live.open, codes, period, allocation)
        let values = learned.openValue.with(prices: history.prices(on: History.now))
        let usual = book.lag.median(from: history.today)
        let shifted = Window(start: period.start - usual, end: period.end - usual)
        let template = Template(history, live.open, values, allocation, shifted)
        let places = DealPlaces(learned.pipeline.groups.flat, codes)
        let model = PipelineModel(learned.pipeline, live.open, history, places, allocation, keepDeals: false)
        let mixing = BasisMixing(book, learned, allocation, now, coming, model)
        let naive = BasisSeries(receipts, history, allocation, learned.question)
        let isOver = period.end <= history.today
        let estimates = nodes.parent.indices.map { node in
            let wonRest = won.amount[node].statistical - won.amount[node].wonToDate
            let plain = template.amount[node].map { toDate[node] + now.plain[node] + (isOver ? 0 : $0) * book.gross }
            return Estimate(
                wonToDate: toDate[node], template: isOver ? toDate[node] : plain,
                statistical: toDate[node] + now.total[node] + mixing.paidOfWon * wonRest,
                fromOpen: mixing.open[node], fromNew: mixing.new[node],
                distribution: mixing.distribution(node, base: toDate[node]),
                naiveLast: naive.last.map { toDate[node] + $0[node] },
                naiveMean3: naive.mean3.map { toDate[node] + $0[node] },
                noise: mixing.variance[node].squareRoot(), newByDeals: coming.new[node])
        }
        return BasisAnswer(
            estimates: estimates, sources: nodes.parent.indices.map(mixing.source),
            coming: coming.deals.indices.map { place in
                var deal = coming.deals[place]
                deal.template = template.chances[place]
                return deal
            },
            never: book.lag.never(from: history.today),
            usualLag: Int(usual), isScheduled: receipts.kind.contains(.promised),
            paidOfWon: mixing.paidOfWon)
    }
}

extension Forecaster {
    /// What naive methods say of money that came on its days: still to come by node; nil while no full period is behind.
    package func naive(_ receipts: Receipts, _ history: History, nodes: Nodes, question: Question) -> (
        last: [Double]?, mean3: [Double]?
    ) {
        let series = BasisSeries(receipts, history, Allocation(nodes), question)
        return (series.last, series.mean3)
    }
}
