import Foundation
import Testing

@testable import Forecasting

struct RegimesTests {
    @Test("steady counts are averaged over all the past")
    func steady() {
        let observed = (0..<60).map { 20 + Double(($0 * 7) % 5) - 2 }
        let regimes = Regimes(observed, [Double](repeating: 20, count: 60), dispersion: 1, change: 1.0 / 90)
        #expect(abs(regimes.now - 1) < 0.02)
        #expect(!regimes.changed(within: 10, size: 0.1))
    }

    @Test("after a fall to six tenths the level is that of the last four steps, and the break is told")
    func breaking() {
        let observed = [Double](repeating: 40, count: 50) + [24, 25, 23, 24]
        let regimes = Regimes(observed, [Double](repeating: 40, count: 54), dispersion: 1, change: 1.0 / 90)
        #expect(abs(regimes.now - 0.6) < 0.05)
        #expect(abs(regimes.level[10] - 1) < 0.02)
        #expect(regimes.changed(within: 10, size: 0.2))
    }

    @Test("nothing seen, one step, nothing expected: finite")
    func extremes() {
        let cases: [([Double], [Double])] = [
            ([], []), ([3], [2]), ([0, 0, 0], [0, 0, 0]), ([5, 0, 1e9], [0, 1, 1]),
        ]
        for (observed, expected) in cases {
            let regimes = Regimes(observed, expected, dispersion: 1, change: 0.1)
            #expect(regimes.now.isFinite && regimes.level.allSatisfy(\.isFinite) && regimes.evidence.isFinite)
        }
    }
}

struct BreakOrSeasonTests {
    /// Two and a half years in thirds of months; four months of each year can differ.
    private func steps(_ usual: Double, _ other: Double, in years: Set<Int>) -> [Double] {
        (0..<90).map { years.contains($0 / 36) && (6..<18).contains($0 % 36) ? other : usual }
    }

    private func evidence(_ observed: [Double], _ expected: [Double]) -> Double {
        Pace.evidence([(observed, expected), (observed, expected), (observed, expected)], [1, 1, 1])
    }

    @Test("four months that were low once are a break that has just begun; as a season they are told worse")
    func breaking() {
        let observed = steps(100, 60, in: [2])
        // What a season fitted to all years would expect.
        let seasonal = evidence(observed, steps(100, 87, in: [0, 1, 2]))
        #expect(evidence(observed, steps(100, 100, in: [])) > seasonal + 20)
    }

    @Test("four months that are low every year are a season; as breaks they are told worse")
    func seasonal() {
        let observed = steps(100, 60, in: [0, 1, 2])
        #expect(evidence(observed, observed) > evidence(observed, steps(100, 100, in: [])) + 20)
    }

    @Test("months of the year cost the more evidence the farther they are from each other")
    func cost() {
        var none = CalendarMultipliers()
        let days = DayClasses(
            weekday: [Int](repeating: 0, count: 12), quarterMonth: (0..<12).map { $0 % 3 }, yearMonth: Array(0..<12))
        let due = [Double](repeating: 100, count: 36)
        let nothing = none.seasonCost(due, days, used: 12)
        none.yearMonth = (0..<12).map { $0 < 6 ? 0.8 : 1.2 }
        #expect(nothing < 1 && none.seasonCost(due, days, used: 12) > nothing + 10)
    }
}

struct ReasonsTests {
    @Test("what speaks for and against a deal adds up to its chance against that of a usual open deal")
    func addUp() {
        let answer = Firm.working(400).answer(deals: true)
        let told = answer.deals.filter { $0.winInPeriod > 1e-5 }
        #expect(told.count > 10)
        // The usual chance is the same for all, so sums and logarithms differ by one number.
        let usual = told.map { deal in
            log(deal.winInPeriod) - deal.reasons.reduce(0) { $0 + $1.logMultiplier }
        }
        #expect((usual.max() ?? 1) - (usual.min() ?? 0) < 1e-6)
        #expect(told.contains { $0.reasons.contains { $0.cause == .owner } })
    }

    @Test("a deal that outlived every closed one by far has next to no chance")
    func dead() {
        var firm = Firm.working(400)
        firm.deals.append(
            Firm.Deal(
                created: Firm.start, owner: 0, product: 0, steps: [(day: Firm.start, state: 1)],
                amounts: [(day: Firm.start, value: 500_000)], due: nil))
        let deals = firm.answer(deals: true).deals
        let dead = deals.first { $0.deal == Int32(firm.deals.count - 1) }
        #expect((dead?.winInPeriod ?? 1) < 0.05)
        #expect((dead?.winEver ?? 1) < 0.2)
    }
}

struct RandomFirmTests {
    @Test(
        "random companies, young or old, of one to forty stages, with amounts to 10^12: sane answers", arguments: 1...24
    )
    func sane(seed: Int) {
        var random = SplitMix(UInt64(seed))
        var firm = Firm.working(Int(random.unit() * 300), seed: UInt64(seed), scale: [1, 1e6, 1e-4][seed % 3])
        let stages = [1, 2, 3, 40][seed % 4]
        firm.probability = (1...stages).map { stage in
            random.unit() < 0.2 ? Double.nan : Double(stage) / Double(stages + 1)
        }
        for deal in firm.deals.indices {
            firm.deals[deal].steps = firm.deals[deal].steps.map {
                ($0.day, $0.state < Paths.won ? min($0.state, Int16(stages - 1)) : $0.state)
            }
            if random.unit() < 0.2 { firm.deals[deal].amounts = [] }
            if random.unit() < 0.3 { firm.deals[deal].due = nil }
        }
        let answer = firm.answer(deals: true)
        for e in answer.amount + answer.count {
            let quantiles = [0.01, 0.1, 0.5, 0.9, 0.99].map(e.distribution.quantile)
            #expect(quantiles.allSatisfy { $0.isFinite && $0 >= e.wonToDate - 1e-6 * abs(e.wonToDate) })
            #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
            #expect(e.fromOpen >= 0 && e.fromNew >= 0 && e.statistical.isFinite)
        }
        for deal in answer.deals {
            #expect((0...1).contains(deal.winInPeriod) && deal.reasons.allSatisfy { $0.logMultiplier.isFinite })
        }
    }
}
