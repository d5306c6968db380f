import Foundation
internal import Parallel

/// Group multipliers of deals, of progress and of losing, in whole multiples of 2^-20: every sum of them is exact and does
/// not depend on the order of adding. Four bytes each.
struct DealWeights: Sendable {
    /// Multiples, by kind of deals. Five factors of at most three make less than 2^28 of them.
    private let multiples: [SIMD2<UInt32>]
    /// By deal; empty where each is of a kind of its own.
    private let kind: [Int32]

    static let unit = 0x1p-20

    /// - Parameters:
    ///   - codes: by factor and deal.
    ///   - kinds: by these codes.
    init(_ groups: GroupTable, _ codes: [[Int32]], kinds: DealKinds? = nil) {
        kind = kinds?.kind ?? []
        let factors = codes.indices.compactMap { factor -> Factor? in
            let multipliers = groups.pairs(factor).map { SIMD2(exp($0.x), exp($0.y)) }
            return multipliers.allSatisfy { $0 == SIMD2(1, 1) } ? nil : Factor(codes[factor], multipliers)
        }
        let examples = kinds?.example
        let count = examples?.count ?? codes[0].count
        multiples = [SIMD2<UInt32>](unsafeUninitializedCapacity: count) { buffer, filled in
            // Each part writes only its own kinds.
            nonisolated(unsafe) let multiples = buffer
            _ = spread(4) { part in
                for row in count * part / 4..<count * (part + 1) / 4 {
                    let deal = examples.map { Int($0[row]) } ?? row
                    var weight = SIMD2<Double>(1, 1)
                    for factor in factors { weight *= factor.multiplier(of: deal) }
                    let whole = (weight / DealWeights.unit).rounded(.toNearestOrAwayFromZero)
                    (multiples.baseAddress! + row).initialize(
                        to: SIMD2(UInt32(max(1, whole.x)), UInt32(max(1, whole.y))))
                }
            }
            filled = count
        }
    }

    private struct Factor: Sendable {
        private let codes: [Int32]
        /// By code; first, the deals of which the factor says nothing.
        private let multipliers: [SIMD2<Double>]

        init(_ codes: [Int32], _ multipliers: [SIMD2<Double>]) {
            self.codes = codes
            self.multipliers = [SIMD2(1, 1)] + multipliers
        }

        @inline(__always) func multiplier(of deal: Int) -> SIMD2<Double> { multipliers[Int(codes[deal]) + 1] }
    }

    /// Valid only within `reading`.
    struct View {
        fileprivate let multiples: UnsafeBufferPointer<SIMD2<UInt32>>
        fileprivate let kind: UnsafeBufferPointer<Int32>

        @inline(__always) subscript(deal: Int) -> SIMD2<Double> {
            DealWeights.multipliers(multiples[kind.isEmpty ? deal : Int(kind[deal])])
        }
    }

    /// For millions of deals: nothing is checked, nothing is counted.
    func reading(_ body: (View) -> Void) {
        multiples.withUnsafeBufferPointer { multiples in
            kind.withUnsafeBufferPointer { body(View(multiples: multiples, kind: $0)) }
        }
    }

    subscript(deal: Int) -> SIMD2<Double> {
        DealWeights.multipliers(multiples[kind.isEmpty ? deal : Int(kind[deal])])
    }

    @inline(__always) private static func multipliers(_ pair: SIMD2<UInt32>) -> SIMD2<Double> {
        SIMD2(Double(pair.x), Double(pair.y)) * unit
    }
}
