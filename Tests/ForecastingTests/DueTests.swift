import Parallel
import Testing

@testable import Forecasting

struct DueTests {
    @Test("days left fall into seven buckets")
    func buckets() {
        let left = [-400, -31, -30, -1, 0, 7, 8, 30, 31, 90, 91, 4_000]
        #expect(left.map { DueBucket.of(left: $0) } == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
        #expect(DueBucket.of(due: .max, on: 18_000) == DueBucket.undated)
    }

    @Test("where deals move on near their day and die after it, the model says so, and each deal with a reason")
    func pulling() throws {
        let firm = Firm.dated(900, pull: Firm.strong)
        let effect = try #require(firm.dueEffect)
        let (win, move) = (effect.multiplier.map { $0[0] }, effect.multiplier.map { $0[2] })
        #expect(win[2] > 1.2 * win[3] && move[2] > 1.2 * move[3])
        #expect(move[0] < 0.8 * move[3])
        let answer = firm.answer(deals: true)
        #expect(answer.deals.contains { $0.reasons.contains { $0.cause == .due && $0.logMultiplier > 0.1 } })
        #expect(answer.deals.contains { $0.reasons.contains { $0.cause == .due && $0.logMultiplier < -0.1 } })
        for deal in answer.deals {
            #expect(deal.winInPeriod >= 0 && deal.winInPeriod <= deal.winEver && deal.winEver <= 1)
        }
    }

    @Test("a date that is moved moves the deal's chance, and the lesson needs no deal for it")
    func moved() throws {
        var firm = Firm.dated(900, pull: Firm.strong)
        let learned = Forecaster().learn(firm.history, nodes: firm.nodes, question: firm.question)
        func chance(_ deal: Int) -> Double? {
            Forecaster().answer(learned, firm.history, nodes: firm.nodes, chances: true).chances
                .first { $0.deal == deal }?.model
        }
        let open = firm.deals.indices.filter { firm.deals[$0].steps.last!.state < Paths.won }
        let deal = try #require(open.max { (chance($0) ?? 0) < (chance($1) ?? 0) })
        var found: [Double] = []
        for left in [3, 300] as [Int32] {
            firm.deals[deal].moved.append((firm.today, firm.today + left))
            found.append(try #require(chance(deal)))
            firm.deals[deal].moved.removeLast()
        }
        #expect(found[0] > found[1] + 0.05)
    }

    @Test(
        "dates that tell nothing leave every figure as it is without them, to the bit",
        arguments: 1...12)
    func shuffled(seed: UInt64) {
        let steady = Firm.dated(500, seed: seed) { _ in 1 }
        let told = Firm.dated(500, seed: seed, pull: Firm.strong).shuffledDates(seed: seed)
        for firm in [steady, told] {
            #expect(firm.dueEffect == nil)
            var bare = firm
            for deal in bare.deals.indices { (bare.deals[deal].due, bare.deals[deal].moved) = (nil, []) }
            let (with, without) = (firm.answer(deals: true), bare.answer(deals: true))
            #expect(with.amount.map(\.distribution) == without.amount.map(\.distribution))
            #expect(with.deals.map(\.winEver) == without.deals.map(\.winEver))
        }
    }

    @Test(
        "of a hundred small firms whose dates tell nothing one at most is believed, of those whose dates tell nearly all"
    )
    func believed() {
        let number = 100
        func share(_ firm: @Sendable (UInt64) -> Firm) -> Int {
            spread(number) { firm(UInt64($0 + 1)).dueEffect != nil }.count { $0 }
        }
        #expect(share { Firm.dated(500, seed: $0) { _ in 1 } } <= 1)
        // Deals of these firms go otherwise the older they are, which somebody else's dates know as well.
        #expect(share { Firm.dated(500, seed: $0, pull: Firm.strong).shuffledDates(seed: $0) } <= 1)
        #expect(share { Firm.dated(500, seed: $0, pull: Firm.strong) } >= 95)
    }

    @Test("multipliers of one change no chance by a bit")
    func ones() throws {
        let firm = Firm.dated(900, pull: Firm.strong)
        let book = Book(firm.history, firm.nodes)
        let process = book.process(until: firm.today)
        let expected = try #require(process.due).expected
        let none = DueEffect(multiplier: [DueTally.Exits](repeating: DueEffect.one, count: 7), expected: expected)
        let period = Window(start: firm.today + 10, end: firm.today + 40)
        let fit = book.fit(process)
        let plain = Chances(fit, nil, firm.history.calendar, today: firm.today, period: period)
        let dated = Chances(fit, none, firm.history.calendar, today: firm.today, period: period)
        for state in 0..<fit.states {
            for age in [0, 3, 20, 90] {
                for due in [firm.today - 60, firm.today - 4, firm.today + 13, firm.today + 500, .max] {
                    let place = LevelGrid.place(progress: 0.37, losing: -0.2)
                    #expect(dated.open(place, state, age, due: due) == plain.open(place, state, age))
                }
            }
        }
    }

    @Test("books that were not kept on the way teach nothing: dates never moved, or written when the deal was closed")
    func unkept() {
        var never = Firm.dated(900, pull: Firm.strong)
        for deal in never.deals.indices {
            if let last = never.deals[deal].moved.last { never.deals[deal].due = last.value }
            never.deals[deal].moved = []
        }
        #expect(never.dueEffect == nil)
        var after = Firm.dated(900, pull: Firm.strong)
        for deal in after.deals.indices {
            guard let last = after.deals[deal].steps.last, last.state >= Paths.won else { continue }
            after.deals[deal].due = last.day
            after.deals[deal].moved = after.deals[deal].moved.map { ($0.day, last.day) }
        }
        #expect(after.dueEffect == nil)
        var bare = Firm.dated(900, pull: Firm.strong)
        for deal in bare.deals.indices { (bare.deals[deal].due, bare.deals[deal].moved) = (nil, []) }
        #expect(bare.dueEffect == nil)
        #expect(Firm.dated(90, pull: Firm.strong).dueEffect == nil)
    }

    @Test("dates that were said at or after a day leave the answer as of that day the same to the bit")
    func noLeak() {
        var firm = Firm.dated(900, pull: Firm.strong)
        let cut = firm.today - 60
        func asOf() -> Answer {
            let kept = firm.history.dealsKept(startOf: cut)
            return Forecaster().answer(
                firm.history.asOf(startOf: cut), nodes: firm.nodes.keeping(kept), question: firm.question, deals: true)
        }
        let before = asOf()
        #expect(before.deals.contains { $0.reasons.contains { $0.cause == .due } })
        for deal in firm.deals.indices where firm.deals[deal].created < cut {
            firm.deals[deal].moved.removeAll { $0.day >= cut }
            firm.deals[deal].moved.append((cut, firm.today + 700))
        }
        let after = asOf()
        #expect(before.amount.map(\.distribution) == after.amount.map(\.distribution))
        #expect(before.deals.map(\.winEver) == after.deals.map(\.winEver))
    }

    @Test("past moments see the dates of their day: what was moved later changes no past window")
    func pastWindows() {
        var firm = Firm.dated(900, pull: Firm.strong)
        let firstly = Book(firm.history, firm.nodes)
        let open = firm.deals.indices.filter { firm.deals[$0].steps.last!.state < Paths.won }
        for deal in open { firm.deals[deal].moved.append((firm.today - 1, firm.today + 900)) }
        let then = Book(firm.history, firm.nodes)
        let day = firm.today - 40
        func dues(_ book: Book, _ day: Int32) -> [Int32] {
            book.open(book.openSpells(at: [day])[0], at: day).map(\.due)
        }
        #expect(dues(firstly, day) == dues(then, day))
        #expect(dues(firstly, firm.today) != dues(then, firm.today))
        let question = firm.question
        let (one, other) = (PastWindow.all(firstly, question), PastWindow.all(then, question))
        #expect(one.map(\.pipelineOpen.amount) == other.map(\.pipelineOpen.amount))
    }
}
