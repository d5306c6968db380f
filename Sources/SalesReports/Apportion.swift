/// Whole units of `total` divided in proportion to `weights`, adding up to it exactly: by largest remainder, the first of
/// equals. Weights of no sum leave everything with the first.
func apportion(_ total: Int64, _ weights: [Double]) -> [Int64] {
    guard !weights.isEmpty else { return [] }
    let sum = weights.reduce(0, +)
    guard total != 0 else { return [Int64](repeating: 0, count: weights.count) }
    guard sum != 0, sum.isFinite else { return [total] + [Int64](repeating: 0, count: weights.count - 1) }
    let exact = weights.map { $0 * (Double(total) / sum) }
    // Weights that almost cancel out make parts beyond all bounds.
    guard exact.allSatisfy({ abs($0) < 0x1p60 }) else {
        return [total] + [Int64](repeating: 0, count: weights.count - 1)
    }
    return rounded(exact, to: total)
}

/// Whole units nearest to `exact` that add up to `total`: the remainders decide, of equals the first.
func rounded(_ exact: [Double], to total: Int64) -> [Int64] {
    var parts = exact.map { Int64($0.rounded(.down)) }
    let left = total.minus(parts.total)
    let order = exact.indices.sorted {
        let (a, b) = (exact[$0] - exact[$0].rounded(.down), exact[$1] - exact[$1].rounded(.down))
        return a != b ? (left >= 0 ? a > b : a < b) : $0 < $1
    }
    guard !order.isEmpty else { return parts }
    // Less than one unit for each, but for rounding of `Double` in sums beyond 2^53.
    for turn in 0..<Int(left.magnitude) { parts[order[turn % order.count]] += left.signum() }
    return parts
}

/// The same over a tree (`parent[i] < i`): the whole is rounded first, then each node's figure goes to its children, so
/// that parts add up to their parent at every level.
func apportion(tree parent: [Int32], _ figures: [Double], unit: Double = 1) -> [Int64] {
    var children = [[Int]](repeating: [], count: parent.count)
    for node in parent.indices.dropFirst() { children[Int(parent[node])].append(node) }
    var whole = [Int64](repeating: 0, count: parent.count)
    guard !parent.isEmpty else { return whole }
    whole[0] = Int64(nearest: figures[0] * unit)
    for node in parent.indices where !children[node].isEmpty {
        let parts = apportion(whole[node], children[node].map { figures[$0] })
        for (child, part) in zip(children[node], parts) { whole[child] = part }
    }
    return whole
}
