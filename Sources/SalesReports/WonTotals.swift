internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// What was won within some days, exactly, by node with its subtree.
struct WonTotals {
    private(set) var amount: [Int64]
    private(set) var count: [Int64]

    init(_ cut: Cut, _ nodes: Nodes, from start: Int32, to end: Int32) {
        amount = [Int64](repeating: 0, count: nodes.parent.count)
        count = amount
        let shares = ShareRows(nodes)
        for deal in cut.won(from: start, to: end) {
            let node = Int(nodes.nodeOfDeal[deal])
            count[node] += 1
            shares.divide(cut, deal) { amount[$0] = amount[$0].plus($1) }
        }
        for node in stride(from: nodes.parent.count - 1, to: 0, by: -1) {
            let parent = Int(nodes.parent[node])
            amount[parent] = amount[parent].plus(amount[node])
            count[parent] += count[node]
        }
    }
}

/// Shares by deal; they are given in order of deal.
struct ShareRows {
    private let nodeOfDeal: [Int32]
    private let shares: [Nodes.Share]
    /// By deal, -1 where it is not divided; empty when none is.
    private let firstOf: [Int32]

    init(_ nodes: Nodes) {
        nodeOfDeal = nodes.nodeOfDeal
        shares = nodes.shares
        var firstOf = [Int32](repeating: -1, count: nodes.shares.isEmpty ? 0 : nodes.nodeOfDeal.count)
        for (index, share) in nodes.shares.enumerated() where firstOf[Int(share.deal)] < 0 {
            firstOf[Int(share.deal)] = Int32(index)
        }
        self.firstOf = firstOf
    }

    func rows(of deal: Int) -> ArraySlice<Nodes.Share> {
        guard !firstOf.isEmpty, firstOf[deal] >= 0 else { return [] }
        return shares[Int(firstOf[deal])...].prefix { $0.deal == Int32(deal) }
    }

    /// A deal's money by node, in whole minor units that add up to it; nothing where it is not known.
    func divide(_ cut: Cut, _ deal: Int, _ give: (_ node: Int, _ money: Int64) -> Void) {
        let money = cut.amount[deal]
        if money != Cut.unknown { divide(money, of: deal, give) }
    }

    /// Any money of a deal, by node, in whole minor units that add up to it.
    func divide(_ money: Int64, of deal: Int, _ give: (_ node: Int, _ money: Int64) -> Void) {
        let rows = rows(of: deal)
        guard !rows.isEmpty else { return give(Int(nodeOfDeal[deal]), money) }
        for (share, part) in zip(rows, apportion(money, rows.map(\.fraction))) { give(Int(share.node), part) }
    }
}
