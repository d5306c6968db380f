/// Round numbers along the side of a picture.
struct Axis {
    let low: Double
    let high: Double
    let step: Double

    /// From zero to just above `value`.
    init(upTo value: Double, ticks: Int = 6) { self.init(from: 0, to: value, ticks: ticks) }

    init(from low: Double, to value: Double, ticks: Int = 6) {
        let span = max(value - low, 1e-9)
        let rough = span / Double(max(1, ticks))
        var power = 1.0
        while power * 10 <= rough { power *= 10 }
        while power > rough { power /= 10 }
        let step = [1, 2, 2.5, 4, 5, 10].map { $0 * power }.first { $0 >= rough - power * 1e-9 } ?? power * 10
        self.step = step
        self.low = (low / step + 1e-9).rounded(.down) * step
        self.high = max((value / step - 1e-9).rounded(.up) * step, self.low + step)
    }

    var ticks: [Double] {
        (0...max(0, Int(((high - low) / step).rounded()))).map { low + Double($0) * step }
    }

    /// Decimals that its labels need.
    var places: Int {
        step.truncatingRemainder(dividingBy: 1) == 0 ? 0 : (step * 10).truncatingRemainder(dividingBy: 1) < 1e-6 ? 1 : 2
    }
}

/// Moves labels apart that would stand on one another; order is kept.
func spread(_ places: [Double], apart gap: Double, within range: ClosedRange<Double>) -> [Double] {
    let order = places.indices.sorted { places[$0] < places[$1] }
    var moved = places
    for _ in 0..<20 {
        for (above, below) in zip(order, order.dropFirst()) where moved[below] - moved[above] < gap {
            let push = (gap - (moved[below] - moved[above])) / 2
            moved[above] -= push
            moved[below] += push
        }
        for index in order { moved[index] = min(max(moved[index], range.lowerBound), range.upperBound) }
    }
    return moved
}
