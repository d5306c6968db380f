/// Expected exits by state, bin of age and bucket.
struct DueTable {
    /// [state][bin][bucket]
    let cells: [[[DueTally.Exits]]]

    init(_ expected: [DueTally.Exits], _ fit: Intensities) {
        cells = (0..<fit.states).map { state in
            let none = [DueTally.Exits](repeating: .zero, count: DueBucket.count)
            var bins = [[DueTally.Exits]](repeating: none, count: fit.binCount[state])
            for (cell, bin) in fit.bins(of: state).enumerated() {
                let from = (state * AgeCells.count + cell) * DueBucket.count
                for bucket in none.indices { bins[bin][bucket] += expected[from + bucket] }
            }
            return bins
        }
    }

    /// [state][bin]: of all deals there, one where none was.
    func means(_ multiplier: [DueTally.Exits]) -> [[DueTally.Exits]] {
        cells.map { bins in
            bins.map { buckets in
                let all = buckets.reduce(.zero, +)
                let weighted = zip(buckets, multiplier).reduce(DueTally.Exits.zero) { $0 + $1.0 * $1.1 }
                return (weighted / all).replacing(with: 1, where: all .<= 0)
            }
        }
    }

    /// By bucket before its own multiplier, with those of the others as they are.
    func expected(_ multiplier: [DueTally.Exits]) -> [DueTally.Exits] {
        var sum = [DueTally.Exits](repeating: .zero, count: DueBucket.count)
        for (bins, means) in zip(cells, means(multiplier)) {
            for (buckets, mean) in zip(bins, means) {
                for bucket in buckets.indices { sum[bucket] += buckets[bucket] / mean }
            }
        }
        return sum
    }
}
