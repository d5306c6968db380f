import Parallel
import Testing

@testable import Forecasting

struct AnswerTests {
    private func isSane(_ answer: Answer) -> Bool {
        (answer.amount + answer.count).allSatisfy { e in
            let q = [0.01, 0.1, 0.5, 0.9, 0.99].map(e.distribution.quantile)
            return e.fromOpen.isFinite && e.fromNew.isFinite && e.fromOpen >= 0 && e.fromNew >= 0
                && e.statistical.isFinite && q.allSatisfy(\.isFinite) && zip(q, q.dropFirst()).allSatisfy { $0 <= $1 }
                && abs(e.distribution.mean - (e.wonToDate + e.fromOpen + e.fromNew)) <= 1e-6 * (1 + e.distribution.mean)
        }
    }

    @Test("means of parts add up to the whole at every level, in money and in number")
    func partsAddUp() {
        let answer = Firm.working(250).answer()
        for estimates in [answer.amount, answer.count] {
            for (parent, children) in [(0, [1, 2]), (1, [3, 4]), (2, [5])] {
                let sum = children.reduce(0) { $0 + estimates[$1].distribution.mean }
                #expect(abs(sum - estimates[parent].distribution.mean) < 1e-9 * max(1, sum) * 10)
                for part in [\Estimate.fromOpen, \Estimate.fromNew, \Estimate.statistical, \Estimate.wonToDate] {
                    let parts = children.reduce(0) { $0 + estimates[$1][keyPath: part] }
                    #expect(abs(parts - estimates[parent][keyPath: part]) < 1e-9 * max(1, parts) * 10)
                }
            }
        }
        #expect(isSane(answer))
    }

    @Test("the answer for the whole does not depend on the tree")
    func wholeIgnoresTheTree() {
        let firm = Firm.working(200)
        let flat = Nodes(parent: [-1], nodeOfDeal: firm.deals.map { _ in 0 }, open: [true])
        let alone = Forecaster().answer(firm.history, nodes: flat, question: firm.question)
        #expect(abs(alone.amount[0].distribution.mean / firm.answer().amount[0].distribution.mean - 1) < 0.02)
    }

    @Test("amounts a thousand times as large give a forecast a thousand times as large, up to 10^12")
    func scaling() {
        let one = Firm.working(200).answer()
        let thousand = Firm.working(200, scale: 1_000_000).answer()
        for node in one.amount.indices {
            let (a, b) = (one.amount[node].distribution, thousand.amount[node].distribution)
            #expect(abs(b.mean / a.mean / 1_000_000 - 1) < 1e-9)
            #expect(abs(b.quantile(0.9) - 1_000_000 * a.quantile(0.9)) <= 1e-9 * b.quantile(0.9))
        }
    }

    @Test("after a deal has changed, a lesson that has drawn before answers like one that has not, to the bit")
    func drawnBefore() {
        var firm = Firm.working(200)
        let forecaster = Forecaster()
        func lesson() -> Learned { forecaster.learn(firm.history, nodes: firm.nodes, question: firm.question) }
        let (used, fresh) = (lesson(), lesson())
        func answer(_ learned: Learned) -> Answer { forecaster.answer(learned, firm.history, nodes: firm.nodes) }
        let before = answer(used)
        let open = firm.deals.indices.last { firm.deals[$0].steps.last?.state ?? 9_999 < 3 } ?? 0
        firm.deals[open].amounts = firm.deals[open].amounts.map { ($0.day, 3 * $0.value) }
        let (after, anew) = (answer(used), answer(fresh))
        #expect(after.amount.map(\.distribution) == anew.amount.map(\.distribution))
        #expect(after.count.map(\.distribution) == anew.count.map(\.distribution))
        #expect(before.amount.map(\.distribution) != after.amount.map(\.distribution))
        #expect(after.amount.contains { if case .samples = $0.distribution.shape { true } else { false } })
    }

    @Test("the order of deals does not matter")
    func orderOfDeals() {
        let firm = Firm.working(200)
        var turned = firm
        turned.deals.reverse()
        for (a, b) in zip(firm.answer().amount, turned.answer().amount) {
            #expect(abs(a.distribution.mean - b.distribution.mean) < 1e-6 * a.distribution.mean)
        }
    }

    @Test("nor does it where few wins are expected and each is drawn by itself", arguments: 1...3)
    func orderOfFewDeals(seed: UInt64) {
        var firm = Firm.working(40, seed: seed)
        firm.today = Firm.start + 425
        var turned = firm
        turned.deals.reverse()
        let (told, other) = (firm.answer().amount, turned.answer().amount)
        #expect(told.contains { if case .samples = $0.distribution.shape { true } else { false } })
        for (a, b) in zip(told, other) {
            for p in [0.1, 0.5, 0.8, 0.9, 0.95] {
                #expect(abs(a.distribution.quantile(p) - b.distribution.quantile(p)) < 1e-6 * a.distribution.mean)
            }
        }
    }

    @Test(
        "deleting or shuffling all that was recorded at or after a day leaves the answer as of that day the same to the bit"
    )
    func noLeak() {
        var firm = Firm.working(200)
        let cut = firm.today - 60
        let asOf = { (firm: Firm) in
            let kept = firm.history.dealsKept(startOf: cut)
            return Forecaster().answer(
                firm.history.asOf(startOf: cut), nodes: firm.nodes.keeping(kept), question: firm.question, deals: true)
        }
        let before = asOf(firm)
        for deal in firm.deals.indices {
            firm.deals[deal].steps = firm.deals[deal].steps.map { $0.day >= cut ? ($0.day, History.Stages.lost) : $0 }
            if firm.deals[deal].created < cut { firm.deals[deal].amounts.append((cut, 1)) }
        }
        firm.deals.removeAll { $0.created >= cut }
        let after = asOf(firm)
        #expect(before.amount.map(\.distribution) == after.amount.map(\.distribution))
        #expect(before.deals.map(\.winEver) == after.deals.map(\.winEver))
    }

    @Test("the same input gives the same bits, on one thread and on as many as there are")
    func deterministic() {
        let firm = Firm.working(400)
        let alone = Spread.$isAlone.withValue(true) { firm.answer(deals: true) }
        for _ in 0..<3 {
            let together = firm.answer(deals: true)
            #expect(together.amount.map(\.distribution) == alone.amount.map(\.distribution))
            #expect(together.count.map(\.distribution) == alone.count.map(\.distribution))
            #expect(together.deals.map(\.winEver) == alone.deals.map(\.winEver))
        }
    }

    @Test(
        "one or two closed deals move a chance no further than ten that are taken for granted let them",
        arguments: [([], 0.5...0.5), ([false], 0.38...0.48), ([true], 0.52...0.64), ([false, false], 0.3...0.46)]
            as [([Bool], ClosedRange<Double>)])
    func firstClosed(won: [Bool], within: ClosedRange<Double>) {
        var firm = Firm()
        firm.probability = [0.5]
        func deal(_ age: Int32, _ closed: (age: Int32, state: Int16)?) -> Firm.Deal {
            let created = firm.today - age
            return Firm.Deal(
                created: created, owner: 0, product: 0,
                steps: [(created, 0)] + (closed.map { [(firm.today - $0.age, $0.state)] } ?? []),
                amounts: [(created, 500_000)])
        }
        firm.deals = [deal(3, nil)] + won.map { deal(60, (42, $0 ? History.Stages.won : History.Stages.lost)) }
        let chance = firm.answer(deals: true).deals[0].winEver
        #expect(chance > within.lowerBound - 0.001 && chance < within.upperBound + 0.001)
    }

    @Test(
        "with 0, 1, 5 and 30 closed deals the answer is finite, wide and says on what it rests",
        arguments: [0, 1, 5, 30])
    func coldStart(closed: Int) {
        var firm = Firm.working(400)
        let done = firm.deals.filter { $0.steps.last!.state >= Paths.won }
        let open = firm.deals.filter { $0.steps.last!.state < Paths.won }
        firm.deals = Array(done.prefix(closed)) + open.prefix(12)
        let answer = firm.answer(deals: true)
        #expect(isSane(answer))
        #expect(answer.method.basis == (closed == 0 ? .template : closed < 30 ? .little : .learned))
        #expect(answer.deals.count == 12)
        #expect(answer.deals.allSatisfy { $0.winInPeriod >= 0 && $0.winInPeriod <= $0.winEver && $0.winEver <= 1 })
    }

    @Test("nobody, nothing, one stage, forty stages, all won, all lost, all on one day: never a NaN")
    func extremes() {
        var firms: [Firm] = [Firm()]
        var one = Firm.working(100)
        one.probability = [0.3]
        for deal in one.deals.indices {
            one.deals[deal].steps = one.deals[deal].steps.map { ($0.day, $0.state < Paths.won ? 0 : $0.state) }
        }
        firms.append(one)
        var forty = Firm.working(60)
        forty.probability = (1...40).map { Double($0) / 41 }
        firms.append(forty)
        for outcome in [History.Stages.won, History.Stages.lost] {
            var all = Firm.working(80)
            for deal in all.deals.indices {
                all.deals[deal].steps = all.deals[deal].steps.map {
                    ($0.day, $0.state < Paths.won ? $0.state : outcome)
                }
            }
            firms.append(all)
            for deal in all.deals.indices {
                all.deals[deal].created = Firm.start
                all.deals[deal].steps = [(Firm.start, 0), (Firm.start + 100, outcome)]
                all.deals[deal].amounts = [(Firm.start, 1e14)]
            }
            firms.append(all)
        }
        var unsaid = Firm.working(100)
        unsaid.probability = [.nan, .nan, .nan]
        for deal in unsaid.deals.indices { unsaid.deals[deal].amounts = [] }
        firms.append(unsaid)
        for firm in firms { #expect(isSane(firm.answer(deals: true))) }
    }

    @Test("a period that is over gives what was won, as a point")
    func periodOver() {
        let firm = Firm.working(150)
        let answer = Forecaster().answer(
            firm.history, nodes: firm.nodes,
            question: Question(period: firm.question.past[0], past: Array(firm.question.past.dropFirst())))
        #expect(answer.amount[0].distribution == Distribution(base: answer.amount[0].wonToDate, shape: .point))
    }

    @Test(
        "template: probability × amount of what is due in the period; naive: a past total × the share of working days left"
    )
    func baselines() {
        var firm = Firm()
        firm.today = Firm.start + 72
        let won: [(Int32, Int16)] = [(Firm.start, 0), (Firm.start + 40, History.Stages.won)]
        firm.deals = [
            .init(created: Firm.start, owner: 0, product: 0, steps: won, amounts: [(Firm.start, 500)], due: nil),
            .init(
                created: Firm.start + 1, owner: 0, product: 0, steps: [(Firm.start + 1, 1)],
                amounts: [(Firm.start + 1, 1000)], due: Firm.start + 70),
            .init(
                created: Firm.start + 1, owner: 1, product: 0, steps: [(Firm.start + 1, 2)],
                amounts: [(Firm.start + 1, 9000)], due: Firm.start + 400),
        ]
        let answer = firm.answer()
        #expect(answer.amount[0].template == 400)
        let share = firm.history.calendar.shareLeft(of: firm.question.period, from: firm.today)
        #expect(answer.amount[0].naiveLast == 500 * share)
    }

    @Test("template: the day after the period is not in it, and undated deals count while no open deal has a date")
    func dueInThePeriod() {
        func template(_ due: Int32?, _ other: Int32?) -> Double? {
            var firm = Firm()
            firm.today = Firm.start + 72
            firm.deals = [due, other].map {
                .init(
                    created: Firm.start + 1, owner: 0, product: 0, steps: [(Firm.start + 1, 1)],
                    amounts: [(Firm.start + 1, 1000)], due: $0)
            }
            return firm.answer().amount[0].template
        }
        let period = Window(start: Firm.start + 60, end: Firm.start + 90)
        #expect(template(period.end - 1, period.start) == 800)
        #expect(template(period.end, period.start - 1) == 0)
        #expect(template(nil, period.start) == 400)
        #expect(template(nil, nil) == 800)
    }

    @Test("naive: of a period that has yet to begin all days are left, and none that still runs is looked back at")
    func naiveAhead() {
        let firm = Firm.working(200)
        let ahead = Window(start: firm.today + 18, end: firm.today + 48)
        #expect(firm.history.calendar.shareLeft(of: ahead, from: firm.today) == 1)
        let past = (1...5).map { Window(start: ahead.start - 30 * Int32($0), end: ahead.start - 30 * Int32($0) + 30) }
        #expect(firm.history.fullPast(Question(period: ahead, past: past)) == Array(past.dropFirst()))
    }

    @Test("a deal that is divided brings each its part, and each part varies with its square")
    func divided() {
        let allocation = Allocation(
            Nodes(
                parent: [-1, 0, 0], nodeOfDeal: [1, 2],
                shares: [.init(deal: 0, node: 1, fraction: 0.75), .init(deal: 0, node: 2, fraction: 0.25)],
                open: [true, true, true]))
        var (money, square) = ([0.0, 0, 0], [0.0, 0, 0])
        for deal in 0..<2 {
            allocation.add(100, of: deal, to: &money)
            allocation.addSquare(64, of: deal, to: &square)
        }
        #expect(money == [0, 75, 125] && square == [0, 36, 68])
        #expect(allocation.rollUp(money) == [200, 75, 125])
    }
}
