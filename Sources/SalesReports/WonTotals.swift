internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// What was won within some days, exactly, by node with its subtree.
struct WonTotals {
    private(set) var amount: [Int64]
    private(set) var count: [Int64]
    /// Won with the amount not known, by node with its subtree.
    private(set) var withoutAmount: [Int64]

    init(_ cut: Cut, _ nodes: Nodes, from start: Int32, to end: Int32) {
        amount = [Int64](repeating: 0, count: nodes.parent.count)
        count = amount
        withoutAmount = amount
        let shares = ShareRows(nodes)
        for deal in 0..<cut.count
        where cut.state[deal] == StageTable.won && cut.since[deal] >= start && cut.since[deal] < end {
            let node = Int(nodes.nodeOfDeal[deal])
            count[node] += 1
            let money = cut.amount[deal]
            guard money != Cut.unknown else {
                if !cut.moneyless[deal] { withoutAmount[node] += 1 }
                continue
            }
            let rows = shares.rows(of: deal)
            if rows.isEmpty {
                amount[node] += money
            } else {
                for (share, part) in zip(rows, apportion(money, rows.map(\.fraction))) {
                    amount[Int(share.node)] += part
                }
            }
        }
        for node in stride(from: nodes.parent.count - 1, to: 0, by: -1) {
            let parent = Int(nodes.parent[node])
            amount[parent] += amount[node]
            count[parent] += count[node]
            withoutAmount[parent] += withoutAmount[node]
        }
    }
}

/// Shares by deal; they are given in order of deal.
struct ShareRows {
    private let shares: [Nodes.Share]
    private let firstOf: [Int32: Int]

    init(_ nodes: Nodes) {
        shares = nodes.shares
        var firstOf = [Int32: Int]()
        for (index, share) in nodes.shares.enumerated() where firstOf[share.deal] == nil { firstOf[share.deal] = index }
        self.firstOf = firstOf
    }

    func rows(of deal: Int) -> ArraySlice<Nodes.Share> {
        guard !firstOf.isEmpty, let first = firstOf[Int32(deal)] else { return [] }
        return shares[first...].prefix { $0.deal == Int32(deal) }
    }
}
