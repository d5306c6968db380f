import Foundation
import Testing

@testable import Forecasting

struct LeverageTests {
    private let total = Distribution.lognormal(base: 700, mean: 540, sigma: 0.35)
    private let bets = [
        Leverage.Bet(chance: 0.46, ever: 0.6, value: 286, spread: 0.1),
        Leverage.Bet(chance: 0.34, ever: 0.5, value: 198, spread: 0.6),
        Leverage.Bet(chance: 0.05, ever: 0.5, value: 164, spread: 0.1),
        Leverage.Bet(chance: 0.97, ever: 0.98, value: 90, spread: 0.05),
        Leverage.Bet(chance: 0.4, ever: 0.7, value: 1, spread: 0.1),
    ]

    @Test("plan probability if the deal is won and if not, weighted by its chance, gives the present one")
    func forksMeet() {
        let leverage = Leverage(total, bets: bets)
        for plan in [760.0, 1_100, 1_300, 1_900] {
            let now = total.probability(atLeast: plan)
            for (place, bet) in bets.enumerated() {
                let fork = leverage.fork(place, plan: plan)!
                #expect(abs(bet.chance * fork.ifWon + (1 - bet.chance) * fork.ifNot - now) < 1e-9)
                #expect(fork.ifWon >= fork.ifNot)
                #expect((0...1).contains(fork.ifWon) && (0...1).contains(fork.ifNot))
            }
        }
    }

    @Test("a large deal moves the plan's probability more than a small one; a reached plan depends on nothing")
    func largerMovesMore() {
        let leverage = Leverage(total, bets: bets)
        func move(_ place: Int) -> Double {
            let fork = leverage.fork(place, plan: 1_300)!
            return fork.ifWon - fork.ifNot
        }
        #expect(move(0) > move(1))
        #expect(move(1) > move(4) + 0.05)
        #expect(leverage.fork(0, plan: 700) == nil)
        #expect(Leverage(Distribution(base: 10, shape: .point), bets: []).fork(0, plan: 20) == nil)
    }

    @Test("with nothing but one deal, the fork is the deal itself")
    func oneDeal() {
        let samples = (0..<1_000).map { $0 < 600 ? 0.0 : 100 }
        let alone = Distribution(base: 0, shape: .samples(samples))
        let fork = Leverage(alone, bets: [.init(chance: 0.4, ever: 0.5, value: 100, spread: 0)]).fork(0, plan: 80)!
        #expect(fork.ifWon > 0.98)
        #expect(fork.ifNot < 0.02)
    }

    @Test("the same question, the same answer")
    func seeded() {
        #expect(Leverage(total, bets: bets).fork(1, plan: 1_300) == Leverage(total, bets: bets).fork(1, plan: 1_300))
    }

    @Test("a bonus if the deal is won and if not lie on both sides of the expected one")
    func bonusMeans() {
        let bonus = PiecewiseLinear([
            .init(start: 0, value: 0, slope: 0.02), .init(start: 1_300, value: 26, slope: 0.06),
        ])
        let leverage = Leverage(total, bets: bets)
        let now = total.mean(of: bonus)
        let means = leverage.means(0, of: bonus)
        #expect(means.ifWon > now && now > means.ifNot)
        #expect(abs(0.46 * means.ifWon + 0.54 * means.ifNot - now) < 0.02 * now)
    }
}
