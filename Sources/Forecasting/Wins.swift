/// Deals that are won, in order of the day on which they were.
struct Wins: Sendable {
    let deal: [Int32]
    let day: [Int32]
    /// Minor units; NaN where the amount was never said or has no rate.
    let value: [Double]
    /// Rows of the arrays that count at this moment.
    let count: Int

    private init(deal: [Int32], day: [Int32], value: [Double], count: Int) {
        self.deal = deal
        self.day = day
        self.value = value
        self.count = count
    }

    init(_ history: History, _ standing: Standing) {
        let won = (0..<history.created.count).filter { standing.state[$0] == History.Stages.won }
        let order = won.sorted { (standing.since[$0], $0) < (standing.since[$1], $1) }
        deal = order.map(Int32.init)
        day = order.map { standing.since[$0] }
        value = order.map { history.moneyless[$0] ? .nan : standing.amount[$0] }
        count = order.count
    }

    func before(_ limit: Int32) -> Wins {
        Wins(deal: deal, day: day, value: value, count: min(count, day.partition(before: limit)))
    }

    /// Won in these days, by node with its subtree.
    func totals(_ window: Window, _ allocation: Allocation) -> Totals {
        var totals = Totals(allocation.nodeCount)
        var row = day.partition(before: window.start)
        while row < count, day[row] < window.end {
            let deal = Int(deal[row])
            totals.count[Int(allocation.nodeOfDeal[deal])] += 1
            if !value[row].isNaN { allocation.add(value[row], of: deal, to: &totals.amount) }
            row += 1
        }
        return totals.rolledUp(allocation)
    }
}
