import Foundation

/// Chance from a seed: SplitMix64 (Steele, Lea, Flood 2014). Each purpose has a stream of its own, so that more calls
/// do not change the deals.
struct Chance {
    private var state: UInt64

    init(seed: UInt64, stream: String, index: Int = 0) {
        state = seed
        for byte in stream.utf8 { mix(UInt64(byte)) }
        mix(UInt64(bitPattern: Int64(index)))
    }

    private mutating func mix(_ value: UInt64) {
        state ^= value &* 0xD6E8_FEB8_6659_FD93
        state = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// In 0..<1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func happens(_ probability: Double) -> Bool { unit() < probability }

    mutating func whole(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(unit() * Double(range.upperBound - range.lowerBound + 1))
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[whole(0...elements.count - 1)] }

    /// The place of one of `weights`, in proportion; they must not all be 0.
    mutating func place(by weights: [Double]) -> Int {
        var left = unit() * weights.reduce(0, +)
        for (place, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return place }
        }
        return weights.lastIndex { $0 > 0 } ?? 0
    }

    /// About normal, mean 0 and deviation 1: the sum of twelve uniforms needs no logarithm and is the same everywhere.
    mutating func bell() -> Double { (0..<12).reduce(-6) { sum, _ in sum + unit() } }

    mutating func spread(median: Double, sigma: Double) -> Double { median * exp(sigma * bell()) }
}
