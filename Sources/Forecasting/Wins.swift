/// Deals that are won at the moment of the history, in order of the day on which they were.
struct Wins: Sendable {
    let deal: [Int32]
    let day: [Int32]
    /// Minor units; NaN where the amount was never said or has no rate.
    let value: [Double]

    init(_ history: History, _ standing: Standing) {
        let won = (0..<history.created.count).filter { standing.state[$0] == History.Stages.won }
        let order = won.sorted { (standing.since[$0], $0) < (standing.since[$1], $1) }
        deal = order.map(Int32.init)
        day = order.map { standing.since[$0] }
        value = order.map { history.moneyless[$0] ? .nan : standing.amount[$0] }
    }

    /// Won in these days, by node with its subtree.
    func totals(_ window: Window, _ allocation: Allocation) -> Totals {
        var totals = Totals(allocation.nodeCount)
        var row = firstRow(from: window.start)
        while row < day.count, day[row] < window.end {
            let deal = Int(deal[row])
            totals.count[Int(allocation.nodeOfDeal[deal])] += 1
            if !value[row].isNaN { allocation.add(value[row], of: deal, to: &totals.amount) }
            row += 1
        }
        return totals.rolledUp(allocation)
    }

    func firstRow(from limit: Int32) -> Int {
        var low = 0
        var high = day.count
        while low < high {
            let middle = (low + high) / 2
            if day[middle] < limit { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
