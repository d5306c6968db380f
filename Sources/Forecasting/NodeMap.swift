/// From the nodes of one tree to those of a later one, which has them all and perhaps more.
struct NodeMap: Sendable {
    /// By node of the earlier tree.
    let places: [Int32]
    let count: Int

    func callAsFunction(_ values: [Double]) -> [Double] {
        var mapped = [Double](repeating: 0, count: count)
        for (node, place) in places.enumerated() { mapped[Int(place)] = values[node] }
        return mapped
    }

    func callAsFunction(_ totals: Totals) -> Totals {
        var mapped = totals
        mapped.amount = self(totals.amount)
        mapped.count = self(totals.count)
        return mapped
    }
}

extension PastWindow {
    func mapped(_ remap: NodeMap) -> PastWindow {
        PastWindow(
            period: period, origin: origin, pipelineOpen: remap(pipelineOpen), pipelineNew: remap(pipelineNew),
            series: series.map { remap($0) }, actual: remap(actual), recent: remap(recent),
            variance: remap(variance), baselines: baselines)
    }
}
