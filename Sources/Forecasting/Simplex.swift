/// Nelder & Mead's downhill simplex: the least of a function of a few numbers, from a given start. Deterministic.
struct Simplex {
    /// Stops when the best and the worst corner differ by less than this, or after so many values.
    let tolerance: Double
    let limit: Int

    func least(from start: [Double], steps: [Double], _ value: ([Double]) -> Double) -> (place: [Double], value: Double)
    {
        let size = start.count
        guard size > 0 else { return (start, value(start)) }
        var corners = [start]
        for axis in 0..<size {
            var corner = start
            corner[axis] += steps[axis]
            corners.append(corner)
        }
        var values = corners.map(value)
        var calls = values.count
        while calls < limit {
            let order = values.indices.sorted { values[$0] < values[$1] }
            corners = order.map { corners[$0] }
            values = order.map { values[$0] }
            if values[size] - values[0] < tolerance { break }
            let centre = (0..<size).map { axis in
                corners.dropLast().reduce(0) { $0 + $1[axis] } / Double(size)
            }
            let worst = corners[size]
            func along(_ factor: Double) -> (place: [Double], value: Double) {
                calls += 1
                let place = zip(centre, worst).map { $0 + factor * ($0 - $1) }
                return (place, value(place))
            }
            var chosen = along(1)
            if chosen.value < values[0] {
                let further = along(2)
                if further.value < chosen.value { chosen = further }
            } else if chosen.value >= values[size - 1] {
                let nearer = along(chosen.value < values[size] ? 0.5 : -0.5)
                if nearer.value < min(chosen.value, values[size]) {
                    chosen = nearer
                } else {
                    for corner in 1...size {
                        corners[corner] = zip(corners[corner], corners[0]).map { ($0 + $1) / 2 }
                        values[corner] = value(corners[corner])
                    }
                    calls += size
                    continue
                }
            }
            (corners[size], values[size]) = (chosen.place, chosen.value)
        }
        let best = values.indices.min { values[$0] < values[$1] } ?? 0
        return (corners[best], values[best])
    }
}
