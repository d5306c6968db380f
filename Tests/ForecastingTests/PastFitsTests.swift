import Testing

@testable import Forecasting

@Suite("Past moments that are fitted once")
struct PastFitsTests {
    /// Days from the end, latest first, as a backtest goes.
    private let back: [Int32] = [0, 20, 30, 50, 60, 61, 90]

    /// - Parameter months: so many past ones are known.
    private func told(_ firm: Firm, _ back: Int32, _ fits: PastFits?, months: Int32 = 4) -> [String] {
        var then = firm
        then.today -= back
        let (history, nodes) = known(firm, back)
        let learned = Forecaster().learn(history, nodes: nodes, question: then.question(months), fits: fits)
        return Forecaster().answer(learned, history, nodes: nodes).amount.map {
            "\($0.fromOpen) \($0.fromNew) \($0.distribution.quantile(0.1)) \($0.distribution.quantile(0.9))"
        }
    }

    private func known(_ firm: Firm, _ back: Int32) -> (History, Nodes) {
        let day = firm.today - back
        let history = firm.history
        return (history.asOf(startOf: day), firm.nodes.keeping(history.dealsKept(startOf: day)))
    }

    @Test("say the same as when everything is fitted anew, to the last digit", arguments: [1, 2, 3] as [UInt64])
    func same(seed: UInt64) {
        let firm = Firm.working(300, seed: seed)
        let fits = PastFits()
        for back in back { #expect(told(firm, back, fits) == told(firm, back, nil)) }
    }

    @Test("that outlive the questions change no figure either, also when the books go on")
    func lasting() {
        let lasting = PastFits(windowsOnly: true)
        var firm = Firm.working(300)
        for back in back { #expect(told(firm, back, PastFits(in: lasting)) == told(firm, back, nil)) }
        let known = lasting.windowCount
        #expect(known > 10)
        for back in back { _ = told(firm, back, lasting) }
        #expect(lasting.windowCount == known)
        for deal in firm.deals.indices where deal % 7 == 0 { firm.deals[deal].amounts[0].value *= 2 }
        for back in back { #expect(told(firm, back, lasting) == told(firm, back, nil)) }
        #expect(lasting.windowCount > known)
    }

    @Test("are not taken for books that say something else of the past")
    func otherBooks() {
        let firm = Firm.working(300)
        let fits = PastFits()
        _ = told(firm, 0, fits)
        var other = firm
        for deal in other.deals.indices where deal % 3 == 0 { other.deals[deal].owner = 2 - other.deals[deal].owner }
        let anew = told(other, 0, nil)
        #expect(told(other, 0, fits) == anew)
        #expect(told(firm, 0, nil) != anew)
    }

    @Test("of books of which every other deal is looked at are not taken for those of books of which each one is")
    func sampledDates() {
        var firm = Firm.working(DueTally.enough + 2_000)
        // Dates tell: after some days it is known when a deal will close.
        for deal in firm.deals.indices {
            let (created, last) = (firm.deals[deal].created, firm.deals[deal].steps.last!.day)
            firm.deals[deal].moved = [(created + 2, max(created + 3, last + Int32(deal % 7)))]
        }
        let fits = PastFits()
        // Sixty days before the end there are fewer than are enough.
        for back in [60, 0] as [Int32] {
            #expect(told(firm, back, fits, months: 14) == told(firm, back, nil, months: 14))
        }
    }

    @Test("of a very large book are shared by its moments, and change no figure")
    func large() {
        var firm = Firm.working(2 * Groups.enough + 60_000)
        // Entered one after the other, so that all moments look at the same ones of them.
        firm.deals.sort { $0.created < $1.created }
        let fits = PastFits(windowsOnly: true)
        for back in [0, 30] as [Int32] {
            #expect(told(firm, back, fits, months: 14) == told(firm, back, nil, months: 14))
        }
        let alone = PastFits(windowsOnly: true)
        _ = told(firm, 0, alone, months: 14)
        #expect(fits.windowCount == alone.windowCount)
    }

    @Test("a print changes with what was before a day, and not with what came after it")
    func prints() {
        let firm = Firm.working(300)
        let day = firm.today - 100
        func print(_ firm: Firm) -> BookPrint { BookPrint(Book(firm.history, firm.nodes)) }
        let usual = print(firm)
        let early = firm.deals.indices.filter { firm.deals[$0].created < day - 30 }
        let late = firm.deals.indices.filter { firm.deals[$0].created >= day }
        let changes: [@Sendable (inout Firm.Deal) -> Void] = [
            { $0.owner = 2 - $0.owner + ($0.owner == 1 ? 1 : 0) }, { $0.product = 1 - $0.product },
            { $0.amounts[0].value += 1 }, { $0.created -= 1 },
        ]
        for change in changes {
            var (before, after) = (firm, firm)
            change(&before.deals[early[5]])
            change(&after.deals[late[5]])
            #expect(print(before)[day] != usual[day])
            #expect(print(after)[day] == usual[day])
        }
        var longer = firm
        let open = firm.deals.indices.first { firm.deals[$0].created < day && firm.deals[$0].steps.last!.day >= day }!
        longer.deals[open].steps.append((firm.today - 1, History.Stages.lost))
        #expect(print(longer)[day] == usual[day])
    }
}
