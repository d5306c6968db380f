/// The tree over which a forecast must add up, by whatever the parts are (departments, people, products, pipelines).
/// Node 0 is the whole; `parent[i] < i` for every other node. The answer for node 0 does not depend on the tree.
package struct Nodes: Sendable {
    /// -1 for node 0.
    package var parent: [Int32]
    /// By deal of the history: the node on which it hangs.
    package var nodeOfDeal: [Int32]
    /// Deals divided between several: their amount goes by fraction (they add up to 1), their count to `nodeOfDeal`.
    package var shares: [Share]
    /// By node: may new business come here (false for a person who left, or for a department that somebody has left).
    package var open: [Bool]

    package init(parent: [Int32], nodeOfDeal: [Int32], shares: [Share] = [], open: [Bool]) {
        self.parent = parent
        self.nodeOfDeal = nodeOfDeal
        self.shares = shares
        self.open = open
    }

    package struct Share: Sendable {
        package var deal: Int32
        package var node: Int32
        package var fraction: Double
        package init(deal: Int32, node: Int32, fraction: Double) {
            self.deal = deal
            self.node = node
            self.fraction = fraction
        }
    }
}

/// Days `start..<end`.
package struct Window: Hashable, Sendable {
    package var start: Int32
    package var end: Int32
    package init(start: Int32, end: Int32) {
        self.start = start
        self.end = end
    }
}

/// What is asked: the total of one period, and the periods of the same kind before it (latest first), which the
/// time series, the blend's learned errors and the intervals are taken from.
package struct Question: Sendable {
    package var period: Window
    package var past: [Window]
    package init(period: Window, past: [Window]) {
        self.period = period
        self.past = past
    }
}
