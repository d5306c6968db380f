/// The tree over which a forecast must add up. Node 0 is the whole; `parent[i] < i` for every other node.
/// A deal hangs on a leaf: `nodeOfLeaf[leaf]`, and leaf -1 on `nodeOfNobody`.
package struct Nodes: Sendable {
    /// -1 for node 0.
    package var parent: [Int32]
    package var nodeOfLeaf: [Int32]
    package var nodeOfNobody: Int32
    /// A leaf that no longer works here gets no new business.
    package var activeLeaf: [Bool]
    package init(parent: [Int32], nodeOfLeaf: [Int32], nodeOfNobody: Int32, activeLeaf: [Bool]) {
        self.parent = parent
        self.nodeOfLeaf = nodeOfLeaf
        self.nodeOfNobody = nodeOfNobody
        self.activeLeaf = activeLeaf
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
