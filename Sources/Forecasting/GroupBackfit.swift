import Foundation

/// Multipliers of groups by backfitting: each block of factors in turn is set to what its groups' exits are over those that
/// the other blocks leave to expect, until nothing moves any more. Products and sizes are one block (`ProductsAndSizes`).
struct GroupBackfit {
    typealias Pair = GroupTally.Pair

    private let observed: [Pair]
    private let blocks: [Block]
    private let sizes: SizeLine
    private let together: ProductsAndSizes?
    /// Expected exits of each deal of the sample; what the latest block changed is still to be multiplied in.
    private var expected: [Pair]
    private var latest: (block: Int, change: [Pair])
    /// By block and code; first, the deals of which the block says nothing.
    private var multipliers: [[Pair]]

    /// One factor, or products with sizes; codes of the deals of the sample, close together: they are gone through often.
    private struct Block {
        let factors: [Groups.Factor]
        let codes: [Int32]
        let count: Int

        init(_ factors: [Groups.Factor], _ codes: [Int32], count: Int? = nil) {
            self.factors = factors
            self.codes = codes
            self.count = count ?? Int(codes.greatest ?? -1) + 1
        }
    }

    /// So many rounds at most; and when no multiplier moved by more than this, as a logarithm, no more.
    static let rounds = 8
    static let still = 0.02

    /// - Parameters:
    ///   - observed: exits of every `stride`-th deal; `expected` likewise, without multipliers.
    ///   - codes: by factor and deal.
    init(observed: [Pair], expected: [Pair], _ codes: [[Int32]], stride: Int, _ sizes: SizeLine) {
        (self.observed, self.expected) = (observed, expected)
        let sample = codes.map { own in
            stride == 1 ? own : Swift.stride(from: 0, to: own.count, by: stride).map { own[$0] }
        }
        func alone(_ factor: Groups.Factor) -> Block {
            // Groups that no deal of the sample is in have a multiplier too: 1.
            Block([factor], sample[factor.rawValue], count: Int(codes[factor.rawValue].greatest ?? -1) + 1)
        }
        let pair = [alone(.product), alone(.amount)]
        together = ProductsAndSizes(
            products: pair[0].codes, pair[0].count, sizes: pair[1].codes, pair[1].count, line: sizes)
        let middle = together.map { [Block([.product, .amount], $0.codes, count: $0.count)] } ?? pair
        blocks = [alone(.owner)] + middle + [alone(.source), alone(.account)]
        self.sizes = sizes
        multipliers = blocks.map { [Pair](repeating: .one, count: $0.count + 1) }
        latest = (0, multipliers[0])
    }

    /// Logarithms by drive, factor and code.
    mutating func logs() -> [[[Double]]] {
        var logs = [[[Double]]](repeating: [], count: Groups.Factor.allCases.count)
        for _ in 0..<GroupBackfit.rounds {
            var moved = 0.0
            for block in blocks.indices {
                let (have, should) = count(block)
                if let together, blocks[block].factors.count == 2 {
                    let found = (0..<2).map { drive in
                        together.logs(have.map { $0[drive] }, should.map { $0[drive] })
                    }
                    logs[Groups.Factor.product.rawValue] = found.map(\.product)
                    logs[Groups.Factor.amount.rawValue] = found.map(\.size)
                    moved = max(moved, set(block, found.map { together.sums($0.product, $0.size) }))
                } else {
                    let factor = blocks[block].factors[0]
                    let found = (0..<2).map { drive in
                        self.logs(factor, have.map { $0[drive] }, should.map { $0[drive] })
                    }
                    logs[factor.rawValue] = found
                    moved = max(moved, set(block, found))
                }
            }
            if moved < GroupBackfit.still { break }
        }
        return (0..<2).map { drive in logs.map { $0[drive] } }
    }

    /// Observed and expected exits of a block's groups, as if it had no multipliers.
    private mutating func count(_ block: Int) -> (have: [Pair], should: [Pair]) {
        let (now, change) = (multipliers[block], latest.change)
        var have = [Pair](repeating: .zero, count: now.count)
        var should = have
        blocks[block].codes.withUnsafeBufferPointer { codes in
            blocks[latest.block].codes.withUnsafeBufferPointer { latest in
                for row in expected.indices {
                    let due = expected[row] * change[Int(latest[row]) + 1]
                    expected[row] = due
                    let place = Int(codes[row]) + 1
                    have[place] += observed[row]
                    should[place] += due / now[place]
                }
            }
        }
        return (Array(have.dropFirst()), Array(should.dropFirst()))
    }

    private func logs(_ factor: Groups.Factor, _ have: [Double], _ should: [Double]) -> [Double] {
        factor == .amount ? sizes.logs(have, should) : zip(have, should).map { Groups.shrunk($0, $1) }
    }

    /// - Returns: by how much the logarithm that moved most has moved.
    private mutating func set(_ block: Int, _ logs: [[Double]]) -> Double {
        let new = [.one] + zip(logs[0], logs[1]).map { Pair(exp($0), exp($1)) }
        latest = (block, zip(new, multipliers[block]).map { $0 / $1 })
        multipliers[block] = new
        return latest.change.reduce(0) { max($0, abs(log($1.x)), abs(log($1.y))) }
    }
}
