import Foundation

/// Seeded draws for made-up companies: the same seed, the same company on every machine.
struct LabRandom {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 12345 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// 0 ..< 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }

    mutating func normal() -> Double { (-2 * log(max(unit(), 1e-15))).squareRoot() * cos(2 * .pi * unit()) }

    mutating func poisson(_ mean: Double) -> Int {
        if mean > 30 { return max(0, Int((mean + mean.squareRoot() * normal()).rounded())) }
        var (product, count) = (unit(), 0)
        while product > exp(-mean) {
            product *= unit()
            count += 1
        }
        return count
    }

    mutating func pick(_ shares: [Double]) -> Int {
        var draw = unit() * shares.reduce(0, +)
        for place in shares.indices.dropLast() {
            if draw < shares[place] { return place }
            draw -= shares[place]
        }
        return shares.count - 1
    }
}
