/// Deals that are won, in order of the day on which they were.
struct Wins: Sendable {
    let deal: [Int32]
    let day: [Int32]
    /// Minor units; NaN where the amount was never said or has no rate.
    let value: [Double]
    /// By row: the node on which it hangs, and its product's code.
    let node: [Int32]
    let product: [Int32]
    /// Rows of the arrays that count at this moment.
    private(set) var count: Int
    /// Some deals are divided between several.
    private let isShared: Bool

    init(_ history: History, _ standing: Standing, _ allocation: Allocation) {
        let order = DayOrder(standing.since) { standing.state[$0] == History.Stages.won }.rows
        deal = order
        day = order.map { standing.since[Int($0)] }
        value = order.map { history.moneyless[Int($0)] ? .nan : standing.amount[Int($0)] }
        node = order.map { allocation.nodeOfDeal[Int($0)] }
        product = order.map { history.product[Int($0)] }
        count = order.count
        isShared = allocation.isShared
    }

    func before(_ limit: Int32) -> Wins {
        var wins = self
        wins.count = min(count, day.partition(before: limit))
        return wins
    }

    /// Won in these days, by node with its subtree.
    func totals(_ window: Window, _ allocation: Allocation) -> Totals {
        var totals = Totals(allocation.nodeCount)
        var row = day.partition(before: window.start)
        while row < count, day[row] < window.end {
            let node = Int(node[row])
            totals.count[node] += 1
            if !value[row].isNaN {
                if isShared {
                    allocation.add(value[row], of: Int(deal[row]), to: &totals.amount)
                } else {
                    totals.amount[node] += value[row]
                }
            }
            row += 1
        }
        return totals.rolledUp(allocation)
    }
}
