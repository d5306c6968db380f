import Testing

@testable import Forecasting

@Suite("Rates of other currencies")
struct RatesTests {
    /// Every third deal in dollars, whose rate moves each day.
    private func history(_ firm: Firm, rate: (Int32) -> Double) -> History {
        var history = firm.history
        let first = Firm.start - 100
        history.rates = Rates(
            currency: firm.deals.indices.map { $0 % 3 == 0 ? 1 : 0 }, priceCurrency: [0, 1], firstDay: first,
            factors: [[], (first...firm.today + 1).map(rate)])
        return history
    }

    private func steady(_ day: Int32) -> Double { 40 + Double(day - Firm.start) / 100 }

    private func asked(_ firm: Firm, _ history: History, _ back: Int32, _ fits: PastFits?) -> [String] {
        var then = firm
        then.today -= back
        let kept = history.dealsKept(startOf: then.today)
        let (book, nodes) = (history.asOf(startOf: then.today), firm.nodes.keeping(kept))
        let learned = Forecaster().learn(book, nodes: nodes, question: then.question, fits: fits)
        return Forecaster().answer(learned, book, nodes: nodes).amount.map {
            "\($0.fromOpen) \($0.fromNew) \($0.distribution.quantile(0.1)) \($0.distribution.quantile(0.9))"
        }
    }

    @Test("a past day says the same whatever rates came after it")
    func past() {
        let firm = Firm.working(300)
        let day = firm.today - 60
        let later = history(firm) { $0 > day ? 90 : steady($0) }
        #expect(asked(firm, history(firm, rate: steady), 60, nil) == asked(firm, later, 60, nil))
        let earlier = history(firm) { $0 > day - 5 ? 90 : steady($0) }
        #expect(asked(firm, history(firm, rate: steady), 60, nil) != asked(firm, earlier, 60, nil))
    }

    @Test("past windows are the same for days with different rates, and change no figure")
    func shared() {
        let firm = Firm.working(300)
        let history = self.history(firm, rate: steady)
        let fits = PastFits()
        for back in [0, 1, 15, 30, 31, 60] as [Int32] {
            #expect(asked(firm, history, back, fits) == asked(firm, history, back, nil))
        }
        func print(_ back: Int32) -> BookPrint {
            let kept = history.dealsKept(startOf: firm.today - back)
            return BookPrint(Book(history.asOf(startOf: firm.today - back), firm.nodes.keeping(kept)))
        }
        let day = firm.today - 90
        #expect(print(0)[day] == print(30)[day])
        #expect(print(0)[day] == print(60)[day])
    }

    @Test("a print changes with a rate of an earlier day, and not with one of a later day")
    func prints() {
        let firm = Firm.working(100)
        let day = firm.today - 90
        func print(from first: Int32) -> UInt64 {
            let told = history(firm) { $0 >= first ? 60 : steady($0) }
            return BookPrint(Book(told, firm.nodes))[day]
        }
        #expect(print(from: .max) == print(from: day + 1))
        #expect(print(from: .max) != print(from: day))
    }

    @Test("open deals are worth what they are now, wins what they were on their day, first words what they were then")
    func worth() {
        var firm = Firm()
        let day = firm.today - 50
        firm.deals = [
            .init(
                created: day, owner: 0, product: 0, steps: [(day, Int16(0)), (day + 10, History.Stages.won)],
                amounts: [(day, 1_000), (day + 5, 2_000)], due: nil),
            .init(created: day, owner: 0, product: 0, steps: [(day, Int16(0))], amounts: [(day, 1_000)], due: nil),
        ]
        var history = self.history(firm) { Double($0 - day) + 100 }
        history.rates?.currency = [1, 1]
        let standing = Standing(history)
        #expect(standing.amount == [2_000 * 110, 1_000 * 151])
        #expect(history.firstAmount(of: 0) == 100_000)
        #expect(history.amount(of: 0, at: day + 4, ratesOf: day + 5) == 1_000 * 105)
        #expect(Standing(history.asOf(startOf: day + 20)).amount == [2_000 * 110, 1_000 * 120])
        #expect(history.prices(on: day)[0].isNaN)
    }
}
