import Foundation

/// Multipliers of groups by backfitting: each factor in turn is set to what its groups' exits are over those that the
/// other factors leave to expect.
struct GroupBackfit {
    private typealias Pair = GroupTally.Pair

    private let observed: [Pair]
    /// By factor and deal of the sample.
    private let codes: [[Int32]]
    private let sizes: SizeLine
    /// Expected exits of each deal of the sample; what the latest factor changed is still to be multiplied in.
    private var expected: [Pair]
    private var latest: (factor: Int, change: [Pair])
    /// By factor and code; first, the deals of which the factor says nothing.
    private var multipliers: [[Pair]]

    /// - Parameters:
    ///   - codes: by factor and deal; the tally is of every `stride`-th deal.
    init(_ tally: GroupTally, _ codes: [[Int32]], stride: Int, _ sizes: SizeLine) {
        observed = tally.observed
        expected = tally.expected
        // Close together: they are gone through many times.
        self.codes =
            stride == 1
            ? codes : codes.map { own in Swift.stride(from: 0, to: own.count, by: stride).map { own[$0] } }
        self.sizes = sizes
        multipliers = codes.map { [Pair](repeating: .one, count: Int($0.greatest ?? -1) + 2) }
        latest = (0, multipliers[0])
    }

    /// Logarithms by drive, factor and code.
    mutating func logs(rounds: Int) -> [[[Double]]] {
        var logs = codes.map { _ in [[Double]]() }
        for _ in 0..<rounds {
            for factor in codes.indices {
                let (have, should) = count(factor)
                logs[factor] = [self.logs(factor, have, should) { $0.x }, self.logs(factor, have, should) { $0.y }]
                set(factor, logs[factor])
            }
        }
        return (0..<2).map { drive in logs.map { $0[drive] } }
    }

    /// Observed and expected exits of a factor's groups, as if it had no multipliers.
    private mutating func count(_ factor: Int) -> (have: [Pair], should: [Pair]) {
        let (now, change) = (multipliers[factor], latest.change)
        var have = [Pair](repeating: .zero, count: now.count)
        var should = have
        codes[factor].withUnsafeBufferPointer { codes in
            self.codes[latest.factor].withUnsafeBufferPointer { latest in
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

    private func logs(_ factor: Int, _ have: [Pair], _ should: [Pair], of drive: (Pair) -> Double) -> [Double] {
        let (have, should) = (have.map(drive), should.map(drive))
        if factor == Groups.Factor.amount.rawValue { return sizes.logs(have, should) }
        return zip(have, should).map { Groups.bounded(log(($0 + Groups.prior) / ($1 + Groups.prior))) }
    }

    private mutating func set(_ factor: Int, _ logs: [[Double]]) {
        let new = [.one] + zip(logs[0], logs[1]).map { Pair(exp($0), exp($1)) }
        latest = (factor, zip(new, multipliers[factor]).map { $0 / $1 })
        multipliers[factor] = new
    }
}
