/// Won money as a product over groups of deals: inflow × the group's share of it × decided for each that entered × won for
/// each that was decided × money of a win at one rate for both periods × what rates made of it. The change of the sum is
/// divided between the six by Shapley's value: the mean of what each adds over all orders of changing them.
struct CauseSplit {
    /// Deals of one group in one period; fractions where a deal is divided between sellers.
    struct Group {
        var entered = 0.0
        var closed = 0.0
        var won = 0.0
        /// Minor units of the base currency.
        var money = 0.0
        /// The same at one rate for both periods.
        var even = 0.0
        /// Sum of squares of the wins' money, at that rate.
        var squares = 0.0
    }

    /// In the order of `ReviveReport.CauseName`.
    let effects: [Double]
    private static let factors = 6
    /// |T|!·(5 − |T|)!/6! by the number of factors changed before.
    private static let weights = [1.0 / 6, 1.0 / 30, 1.0 / 60, 1.0 / 60, 1.0 / 30, 1.0 / 6]

    init(_ before: [Group], _ after: [Group]) {
        let pairs = zip(before, after).map { ($0, $1) }
        let sides = [
            CauseSplit.factors(pairs.map(\.0), else: pairs.map(\.1)),
            CauseSplit.factors(pairs.map(\.1), else: pairs.map(\.0)),
        ]
        let values = (0..<(1 << CauseSplit.factors)).map { mask in
            before.indices.reduce(0.0) { sum, group in
                sum + (0..<CauseSplit.factors).reduce(1.0) { $0 * sides[mask >> $1 & 1][group][$1] }
            }
        }
        effects = (0..<CauseSplit.factors).map { factor in
            values.indices.reduce(0.0) { sum, mask in
                guard mask >> factor & 1 == 0 else { return sum }
                return sum + CauseSplit.weights[mask.nonzeroBitCount] * (values[mask | 1 << factor] - values[mask])
            }
        }
    }

    /// By group: inflow, conversion, size, duration, mix, rate. What nothing is known of in this period is as in the other,
    /// so that it has no part in the change. Where nothing entered, half a deal stands for it.
    private static func factors(_ groups: [Group], else others: [Group]) -> [[Double]] {
        let inflow = groups.reduce(0) { $0 + max(0.5, $1.entered) }
        return zip(groups, others).map { group, other in
            func ratio(_ top: Double, _ bottom: Double, _ otherTop: Double, _ otherBottom: Double) -> Double {
                bottom > 0 ? top / bottom : otherBottom > 0 ? otherTop / otherBottom : 0
            }
            let entered = max(0.5, group.entered)
            return [
                inflow, ratio(group.won, group.closed, other.won, other.closed),
                ratio(group.even, group.won, other.even, other.won), group.closed / entered, entered / inflow,
                group.even > 0 ? group.money / group.even : other.even > 0 ? other.money / other.even : 1,
            ]
        }
    }

    /// Each effect's range in eight cases of ten, by seeded draws of what chance does to counts and sizes.
    static func ranges(_ before: [Group], _ after: [Group]) -> [(low: Double, high: Double)] {
        var random = Noise()
        let number = 400
        let drawn = (0..<number).map { _ in
            CauseSplit(before.map { random.drawn($0) }, after.map { random.drawn($0) }).effects
        }
        return (0..<factors).map { factor in
            let sorted = drawn.map { $0[factor] }.sorted()
            return (sorted[number / 10], sorted[number - 1 - number / 10])
        }
    }
}

/// Counts scatter as counts do, a conversion as shares do, a mean as its spread says.
private struct Noise {
    private var state: UInt64 = 0x2545_F491_4F6C_DD1D

    /// About normal: twelve even draws.
    private mutating func normal() -> Double {
        var sum = -6.0
        for _ in 0..<12 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            sum += Double(state >> 11) / 9_007_199_254_740_992
        }
        return sum
    }

    mutating func drawn(_ group: CauseSplit.Group) -> CauseSplit.Group {
        var drawn = group
        drawn.entered = max(0, group.entered + group.entered.squareRoot() * normal())
        drawn.closed = max(0, group.closed + group.closed.squareRoot() * normal())
        let (share, size) = (normal(), normal())
        guard group.closed > 0, group.won > 0 else {
            (drawn.won, drawn.money, drawn.even) = (0, 0, 0)
            return drawn
        }
        let conversion = group.won / group.closed
        let wide = (max(0, conversion * (1 - conversion)) / group.closed).squareRoot()
        drawn.won = drawn.closed * min(1, max(0, conversion + wide * share))
        let mean = group.even / group.won
        let spread = max(0, group.squares / group.won - mean * mean)
        drawn.even = drawn.won * max(0, mean + (spread / group.won).squareRoot() * size)
        drawn.money = group.even > 0 ? drawn.even * group.money / group.even : 0
        return drawn
    }
}
