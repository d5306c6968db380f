import Foundation

/// How much a day of the past counts, 2^(−days/half): looked up, because millions of deals ask for it.
struct FadeByDay: Sendable {
    private let half: Double
    private let known: [Double]

    /// - Parameters:
    ///   - half: after so many days it counts half.
    ///   - longest: days ago that are asked for often.
    init(half: Double, longest: Int) {
        self.half = half
        known = (0...longest).map { exp2(-Double($0) / half) }
    }

    @inline(__always) subscript(days: Int32) -> Double {
        days >= 0 && Int(days) < known.count ? known[Int(days)] : exp2(-Double(days) / half)
    }
}
