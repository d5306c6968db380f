/// Parts rounded to whole units so that they add up to the whole as it is rounded: those with the largest remainders up.
struct Apportioned {
    /// In minor units, each a whole number of units.
    let values: [Int64]

    /// Parts that do not add up to the whole are rounded each by itself: nothing is hidden.
    init(_ parts: [Int64], of whole: Int64, in unit: Int64) {
        func rounded(_ value: Int64) -> Int64 { Int64(nearest: Double(value) / Double(unit)) }
        let floors = parts.map { Int64((Double($0) / Double(unit)).rounded(.down)) }
        let left = Int(rounded(whole) - floors.reduce(0, +))
        guard unit > 1, parts.reduce(0, +) == whole, (0...parts.count).contains(left) else {
            values = parts
            return
        }
        let order = parts.indices.sorted { (parts[$0] - floors[$0] * unit, $1) > (parts[$1] - floors[$1] * unit, $0) }
        let raised = Set(order.prefix(left))
        values = parts.indices.map { (floors[$0] + (raised.contains($0) ? 1 : 0)) * unit }
    }
}
