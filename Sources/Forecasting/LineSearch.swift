/// The least value of a function of one number: a grid, then golden sections around its best place.
func leastPlace(from low: Double, to high: Double, grid: Int, _ value: (Double) -> Double) -> Double {
    let step = (high - low) / Double(grid)
    let places = (0...grid).map { low + Double($0) * step }
    let values = places.map(value)
    let best = values.indices.min { values[$0] < values[$1] } ?? 0
    let golden = (5.0.squareRoot() - 1) / 2
    var (left, right) = (max(low, places[best] - step), min(high, places[best] + step))
    var (inner, outer) = (right - golden * (right - left), left + golden * (right - left))
    var (atInner, atOuter) = (value(inner), value(outer))
    for _ in 0..<24 {
        if atInner <= atOuter {
            (right, outer, atOuter) = (outer, inner, atInner)
            inner = right - golden * (right - left)
            atInner = value(inner)
        } else {
            (left, inner, atInner) = (inner, outer, atOuter)
            outer = left + golden * (right - left)
            atOuter = value(outer)
        }
    }
    let found = atInner <= atOuter ? inner : outer
    return min(atInner, atOuter) <= values[best] ? found : places[best]
}
