import Testing

@testable import Forecasting

struct SupposedTotalTests {
    private static let totals = [
        Distribution.lognormal(base: 700, mean: 540, sigma: 0.35),
        Distribution.lognormal(base: 0, mean: 90, sigma: 1.1),
        Distribution(base: 40, shape: .samples((0..<500).map { $0 < 300 ? 0 : Double($0) })),
        Distribution(base: 25, shape: .point),
    ]
    private static let plans = [10.0, 60, 300, 800, 1_100, 1_300, 1_900]
    private static let pay = PiecewiseLinear([
        .init(start: 0, value: 0, slope: 0.02), .init(start: 800, value: 16, slope: 0.05),
        .init(start: 1_200, value: 60, slope: 0.08),
    ])

    private static func change(
        _ deal: Int64, _ chance: Double, _ value: Double, to supposed: Double, _ supposedValue: Double? = nil
    ) -> SupposedTotal.Bet {
        .init(
            deal: deal, chance: chance, value: value, supposedChance: supposed, supposedValue: supposedValue ?? value)
    }

    /// Whether nothing that is said of `other` is above what is said of `one`.
    private static func isAtMost(_ other: SupposedTotal, _ one: SupposedTotal) -> Bool {
        other.mean <= one.mean + 1e-9 && other.mean(of: pay) <= one.mean(of: pay) + 1e-9
            && [0.05, 0.1, 0.5, 0.9].allSatisfy { other.quantile($0) <= one.quantile($0) + 1e-9 }
            && plans.allSatisfy { other.probability(atLeast: $0) <= one.probability(atLeast: $0) + 1e-12 }
    }

    @Test("without changes it is the total itself, to the last bit")
    func nothing() {
        for total in Self.totals {
            let same = SupposedTotal(total, [Self.change(1, 0.4, 50, to: 0.4)])
            #expect(same.mean == total.mean)
            #expect(same.mean(of: Self.pay) == total.mean(of: Self.pay))
            #expect([0.1, 0.5, 0.9].allSatisfy { same.quantile($0) == total.quantile($0) })
            #expect(Self.plans.allSatisfy { same.probability(atLeast: $0) == total.probability(atLeast: $0) })
        }
    }

    @Test("a lost deal raises nothing, a won or larger one lowers nothing, whatever else is drawn beside it")
    func laws() {
        let others = [
            [], [Self.change(9, 0.3, 120, to: 0.3)],
            [Self.change(8, 0.7, 300, to: 0.7), Self.change(7, 0.2, 40, to: 0.2)],
        ]
        for total in Self.totals {
            for other in others {
                for chance in [0.001, 0.34, 0.99] {
                    for value in [5.0, 90, 2_000] {
                        let before = SupposedTotal(total, other)
                        let lost = SupposedTotal(total, other + [Self.change(1, chance, value, to: 0)])
                        let won = SupposedTotal(total, other + [Self.change(1, chance, value, to: 1)])
                        let larger = SupposedTotal(
                            total, other + [Self.change(1, chance, value, to: chance, value * 1.5)])
                        let holds = [
                            Self.isAtMost(lost, before), Self.isAtMost(before, won), Self.isAtMost(before, larger),
                        ]
                        #expect(holds == [true, true, true], "\(chance) of \(value)")
                    }
                }
            }
        }
    }

    @Test("the order in which things are supposed does not matter")
    func order() {
        let changes = [
            Self.change(1, 0.4, 90, to: 0), Self.change(2, 0.2, 70, to: 1), Self.change(3, 0.5, 40, to: 0.5, 80),
        ]
        for total in Self.totals {
            let one = SupposedTotal(total, changes)
            let other = SupposedTotal(total, changes.reversed())
            #expect(abs(one.mean - other.mean) < 1e-9)
            #expect(
                Self.plans.allSatisfy { abs(one.probability(atLeast: $0) - other.probability(atLeast: $0)) < 1e-12 })
        }
    }

    @Test("losing and winning a deal agree with what the deal decides, read another way, within six points")
    func agreesWithForks() {
        let total = Distribution.lognormal(base: 700, mean: 540, sigma: 0.35)
        for (chance, value) in [(0.46, 286.0), (0.34, 198), (0.6, 120)] {
            let fork = Leverage(total, bets: [.init(chance: chance, ever: chance, value: value, spread: 0.05)])
                .fork(0, plan: 1_300)!
            let lost = SupposedTotal(total, [Self.change(1, chance, value, to: 0)]).probability(atLeast: 1_300)
            let won = SupposedTotal(total, [Self.change(1, chance, value, to: 1)]).probability(atLeast: 1_300)
            #expect(abs(lost - fork.ifNot) < 0.06, "\(chance): lost \(lost), fork \(fork.ifNot)")
            #expect(abs(won - fork.ifWon) < 0.06, "\(chance): won \(won), fork \(fork.ifWon)")
        }
    }

    @Test("with nothing but one deal, losing it leaves nothing and winning it makes it sure")
    func oneDeal() {
        let alone = Distribution(base: 0, shape: .samples((0..<1_000).map { $0 < 600 ? 0.0 : 100 }))
        #expect(SupposedTotal(alone, [Self.change(1, 0.4, 100, to: 0)]).probability(atLeast: 80) < 0.02)
        #expect(SupposedTotal(alone, [Self.change(1, 0.4, 100, to: 1)]).probability(atLeast: 80) == 1)
    }

    @Test("what is to come grows by a factor, what is sure stays")
    func growth() {
        let total = Distribution.lognormal(base: 700, mean: 500, sigma: 0.3)
        let grown = SupposedTotal(total, [], growth: 1.2)
        #expect(abs(grown.mean - 1_300) < 2)
        let isMore = Self.isAtMost(SupposedTotal(total, []), grown)
        #expect(isMore)
        #expect(grown.probability(atLeast: 700) == 1)
    }
}
