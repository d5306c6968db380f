import Testing

@testable import Forecasting

/// Firms drawn at random, most of them unlike any real one: what must hold for every one of them.
struct StrangeFirmTests {
    private static func firm(_ seed: UInt64) -> Firm {
        var random = SplitMix(seed &* 31 &+ 5)
        func pick(_ count: Int) -> Int { Int(random.unit() * Double(count)) }
        let counts = [1, 2, 4, 12, 60, 250]
        var firm = Firm.working(counts[pick(counts.count)], seed: seed, scale: [1, 0.00001, 1_000_000][pick(3)])
        let stages = [1, 3, 3, 40][pick(4)]
        firm.probability = (0..<stages).map { pick(5) == 0 ? .nan : Double($0 + 1) / Double(stages + 1) }
        let fate = pick(5)
        let sameDay = pick(5) == 0
        let isUnsaid = pick(4) == 0
        for place in firm.deals.indices {
            var deal = firm.deals[place]
            deal.steps = deal.steps.map { day, state in
                let now = sameDay ? Firm.start + 200 : day
                if state < Paths.won { return (now, min(state, Int16(stages - 1))) }
                return (now, fate == 0 ? History.Stages.won : fate == 1 ? History.Stages.lost : state)
            }
            deal.created = deal.steps[0].day
            deal.amounts = isUnsaid && place % 2 == 0 ? [] : [(deal.created, deal.amounts[0].value)]
            firm.deals[place] = deal
        }
        if fate == 2 { firm.deals.removeAll { $0.steps.last!.state >= Paths.won } }
        return firm
    }

    @Test("finite, in order, parts within the whole, chances within 0 and 1, whatever the firm", arguments: 0..<60)
    func holds(seed: UInt64) {
        let firm = Self.firm(seed)
        let answer = firm.answer(deals: true)
        for estimates in [answer.amount, answer.count] {
            for estimate in estimates {
                let d = estimate.distribution
                let q = [0.01, 0.1, 0.5, 0.9, 0.99].map(d.quantile)
                #expect(q.allSatisfy(\.isFinite) && zip(q, q.dropFirst()).allSatisfy { $0 <= $1 })
                #expect(estimate.fromOpen >= 0 && estimate.fromNew >= 0 && estimate.statistical.isFinite)
                let parts = estimate.wonToDate + estimate.fromOpen + estimate.fromNew
                #expect(abs(d.mean - parts) <= 1e-6 * (1 + parts))
            }
            for (parent, children) in [(0, [1, 2]), (1, [3, 4]), (2, [5])] {
                let sum = children.reduce(0) { $0 + estimates[$1].distribution.mean }
                #expect(abs(sum - estimates[parent].distribution.mean) <= 1e-8 * (1 + sum))
            }
        }
        for deal in answer.deals {
            #expect(deal.winInPeriod >= 0 && deal.winInPeriod <= deal.winEver && deal.winEver <= 1)
            #expect(deal.value.isFinite && deal.value >= 0)
        }
    }

    @Test("one deal won a week ago promises more to come, and that by no means surely")
    func oneWin() {
        var firm = Firm()
        firm.today = Firm.start + 12
        firm.deals = [
            Firm.Deal(
                created: Firm.start, owner: 0, product: 0,
                steps: [(Firm.start, 0), (Firm.start + 5, History.Stages.won)], amounts: [(Firm.start, 50_000)],
                due: nil)
        ]
        let question = Question(period: Window(start: firm.today, end: firm.today + 30), past: [])
        let whole = Forecaster().answer(firm.history, nodes: firm.nodes, question: question).amount[0]
        #expect(whole.fromNew > 2_500 && whole.fromNew < 150_000)
        let chance = whole.distribution.probability(atLeast: 1)
        #expect(chance > 0.02 && chance < 0.98)
    }

    @Test(
        "where nothing is closed and little is expected, more than is won is no likelier than that", arguments: 0..<60)
    func neverLikelierThanItsWins(seed: UInt64) {
        var firm = Self.firm(seed)
        firm.deals.removeAll { $0.steps.last!.state >= Paths.won }
        let answer = firm.answer()
        for (amount, count) in zip(answer.amount, answer.count) where count.fromOpen + count.fromNew < 2 {
            let wins = count.fromOpen + count.fromNew
            for estimate in [amount, count] where estimate.distribution.mean > estimate.wonToDate {
                let least = estimate.wonToDate + 1e-9 * (estimate.distribution.mean - estimate.wonToDate)
                #expect(estimate.distribution.probability(atLeast: least) <= wins + 0.03)
            }
        }
    }
}
