import Foundation

/// Where few payments are expected a lognormal is not trusted: each payment that may come is drawn by itself.
struct BasisBets: Sendable {
    private let bets: [[Draws.Bet]]
    private let expected: [Double]
    private let new: [Double]
    private let newValue: Double
    private let newSpread: Draws.Factors

    /// Below this many expected payments.
    static let few = 30.0

    init(_ now: Receivables, _ coming: Convolution, _ values: DealValues, _ allocation: Allocation) {
        let all = now.bets + coming.bets
        var number = [Double](repeating: 0, count: allocation.nodeCount)
        for (deal, bet) in all {
            for (node, _) in allocation.nodes(of: Int(deal)) { number[node] += bet.chance }
        }
        let expected = zip(allocation.rollUp(number), coming.newCount).map { $0 + $1 }
        var bets = [[Draws.Bet]](repeating: [], count: allocation.nodeCount)
        for (deal, bet) in all {
            for (node, fraction) in allocation.nodes(of: Int(deal)) {
                var above = node
                while above >= 0 {
                    if expected[above] < BasisBets.few {
                        bets[above].append(.init(chance: bet.chance, value: bet.value * fraction))
                    }
                    above = Int(allocation.parent[above])
                }
            }
        }
        self.bets = bets
        self.expected = expected
        new = coming.newCount
        newValue = values.mean
        newSpread = Draws.Factors(spread: log1p(values.relativeVariance).squareRoot())
    }

    /// Nil where many are expected.
    func samples(_ node: Int, mean: Double, extra: Double) -> [Double]? {
        guard expected[node] < BasisBets.few else { return nil }
        let always = Draws.Factors(spread: 0)
        return Draws(
            bets[node], new: new[node], newValue: newValue, newSpread: newSpread, valueSpread: always, extra: extra,
            seed: UInt64(node) &* 7919 &+ 3)?.scaled(to: mean)
    }
}
