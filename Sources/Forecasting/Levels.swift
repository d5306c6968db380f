import Foundation

/// Spreads the whole's rest down the tree so that parts add up at every level. A part gets its share of the parent's
/// rest by the pipeline model, mixed with its share of what was won in the last six periods; how much of either is
/// learned from all past windows and parts together.
struct Levels: Sendable {
    private let parent: [Int32]
    private let children: [[Int]]
    private let open: [Bool]
    /// Weight of the pipeline's share.
    let trust: Double

    /// One past window: the pipeline's rest, won in the six periods before, and what came, by node.
    struct Row: Sendable {
        let pipeline: [Double]
        let recent: [Double]
        let actual: [Double]
    }

    static let priorTrust = 0.7
    static let priorWindows = 3.0

    init(_ nodes: Nodes, past: [Row]) {
        parent = nodes.parent
        open = nodes.open
        children = Levels.children(nodes.parent)
        var (both, square) = (0.0, 0.0)
        for window in past {
            for node in nodes.parent.indices where node > 0 {
                let above = Int(nodes.parent[node])
                let whole = window.actual[above]
                guard whole > 0, window.pipeline[above] > 0, window.recent[above] > 0 else { continue }
                let before = window.recent[node] / window.recent[above]
                let difference = window.pipeline[node] / window.pipeline[above] - before
                // In money, so that a large part counts as such.
                both += whole * (window.actual[node] / whole - before) * difference
                square += whole * difference * difference
            }
        }
        let learned = square > 0 ? both / square : Levels.priorTrust
        let number = Double(past.count)
        trust = min(
            1, max(0, (number * learned + Levels.priorWindows * Levels.priorTrust) / (number + Levels.priorWindows)))
    }

    /// The rest of every node from the whole's.
    func spread(_ whole: Double, pipeline: [Double], recent: [Double]) -> [Double] {
        var rest = [Double](repeating: 0, count: parent.count)
        rest[0] = whole
        for node in parent.indices where !children[node].isEmpty && rest[node] > 0 {
            let model = parts(of: node, pipeline)
            let before = parts(of: node, recent, onlyOpen: true)
            let shares: [Double]
            switch (model, before) {
            case (let model?, let before?): shares = zip(model, before).map { trust * $0 + (1 - trust) * $1 }
            case (let model?, nil): shares = model
            case (nil, let before?): shares = before
            case (nil, nil):
                shares = [Double](repeating: 1 / Double(children[node].count), count: children[node].count)
            }
            for (place, child) in children[node].enumerated() { rest[child] = rest[node] * shares[place] }
        }
        return rest
    }

    /// Shares of the children and, last, of what hangs on the node itself.
    private func parts(of node: Int, _ totals: [Double], onlyOpen: Bool = false) -> [Double]? {
        let own = max(0, totals[node] - children[node].reduce(0) { $0 + totals[$1] })
        let values = children[node].map { onlyOpen && !open[$0] ? 0 : max(0, totals[$0]) } + [own]
        let sum = values.reduce(0, +)
        return sum > 0 ? values.map { $0 / sum } : nil
    }

    private static func children(_ parent: [Int32]) -> [[Int]] {
        var children = [[Int]](repeating: [], count: parent.count)
        for node in parent.indices where node > 0 { children[Int(parent[node])].append(node) }
        return children
    }
}
