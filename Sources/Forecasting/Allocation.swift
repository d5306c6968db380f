/// To which nodes a deal's money and count go, and the way up the tree.
struct Allocation: Sendable {
    let parent: [Int32]
    let nodeOfDeal: [Int32]
    /// Empty when no deal is divided; else compressed rows by deal.
    private let shareStart: [Int32]
    private let shareNode: [Int32]
    private let shareFraction: [Double]

    var nodeCount: Int { parent.count }
    /// Some deals are divided between several.
    var isShared: Bool { !shareStart.isEmpty }

    init(_ nodes: Nodes) {
        parent = nodes.parent
        nodeOfDeal = nodes.nodeOfDeal
        guard !nodes.shares.isEmpty else {
            (shareStart, shareNode, shareFraction) = ([], [], [])
            return
        }
        var start = [Int32](repeating: 0, count: nodes.nodeOfDeal.count + 1)
        for share in nodes.shares { start[Int(share.deal) + 1] += 1 }
        for deal in 1..<start.count { start[deal] += start[deal - 1] }
        var next = start
        var node = [Int32](repeating: 0, count: nodes.shares.count)
        var fraction = [Double](repeating: 0, count: nodes.shares.count)
        for share in nodes.shares {
            let place = Int(next[Int(share.deal)])
            next[Int(share.deal)] += 1
            node[place] = share.node
            fraction[place] = share.fraction
        }
        (shareStart, shareNode, shareFraction) = (start, node, fraction)
    }

    /// Adds a deal's money to the nodes on which it hangs (not to their parents: see `rollUp`).
    @inline(__always) func add(_ money: Double, of deal: Int, to totals: inout [Double]) {
        if shareStart.isEmpty || shareStart[deal] == shareStart[deal + 1] {
            totals[Int(nodeOfDeal[deal])] += money
        } else {
            for row in Int(shareStart[deal])..<Int(shareStart[deal + 1]) {
                totals[Int(shareNode[row])] += money * shareFraction[row]
            }
        }
    }

    /// Sum of squares: a share of a deal varies with its square.
    @inline(__always) func addSquare(_ square: Double, of deal: Int, to totals: inout [Double]) {
        if shareStart.isEmpty || shareStart[deal] == shareStart[deal + 1] {
            totals[Int(nodeOfDeal[deal])] += square
        } else {
            for row in Int(shareStart[deal])..<Int(shareStart[deal + 1]) {
                totals[Int(shareNode[row])] += square * shareFraction[row] * shareFraction[row]
            }
        }
    }

    /// The nodes that a deal's money touches, with its fraction of it.
    func nodes(of deal: Int) -> [(node: Int, fraction: Double)] {
        if shareStart.isEmpty || shareStart[deal] == shareStart[deal + 1] { return [(Int(nodeOfDeal[deal]), 1)] }
        return (Int(shareStart[deal])..<Int(shareStart[deal + 1])).map { (Int(shareNode[$0]), shareFraction[$0]) }
    }

    /// Turns what hangs on each node itself into the figure of its whole subtree.
    func rollUp(_ own: [Double]) -> [Double] {
        var totals = own
        for node in stride(from: parent.count - 1, to: 0, by: -1) { totals[Int(parent[node])] += totals[node] }
        return totals
    }
}

/// Money and number of deals by node.
struct Totals: Sendable {
    var amount: [Double]
    var count: [Double]

    init(_ nodes: Int) {
        amount = [Double](repeating: 0, count: nodes)
        count = amount
    }

    func rolledUp(_ allocation: Allocation) -> Totals {
        var totals = self
        totals.amount = allocation.rollUp(amount)
        totals.count = allocation.rollUp(count)
        return totals
    }
}
