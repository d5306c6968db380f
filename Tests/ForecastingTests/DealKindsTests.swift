import Testing

@testable import Forecasting

/// What is looked up by kind, counted by day or read off what is known: the same as deal by deal.
@Suite("Deals alike") struct DealKindsTests {
    @Test(
        "deals of one kind have the same codes, and weigh and stand as each of them does",
        arguments: 1...3 as ClosedRange<UInt64>)
    func kinds(seed: UInt64) throws {
        let firm = Firm.working(900, seed: seed)
        let (history, book) = (firm.history, Book(firm.history, firm.nodes))
        let kinds = try #require(DealKinds(book.codes))
        let deals = history.created.indices
        #expect(kinds.example.count < deals.count / 4 && kinds.example.count > 20)
        for deal in deals {
            let example = Int(kinds.example[Int(kinds.kind[deal])])
            #expect(book.codes.allSatisfy { $0[deal] == $0[example] })
        }
        let groups = book.process(until: firm.today).groups.flat
        let (each, alike) = (DealWeights(groups, book.codes), DealWeights(groups, book.codes, kinds: kinds))
        #expect(deals.allSatisfy { each[$0] == alike[$0] })
        func places(_ kinds: DealKinds?) -> [String] {
            let codes = DealCodes(history, sizes: book.sizes(book.sizeBounds), kinds: kinds)
            return DealPlaces(groups, codes).reading { view in deals.map { "\(view.place(of: $0))" } }
        }
        #expect(places(nil) == places(kinds))
    }

    @Test("where most deals are of a kind of their own, kinds are not told apart")
    func many() {
        #expect(DealKinds([[0, 1, 2, 3, 0, 1, 2, 3]]) == nil)
        #expect(DealKinds([[0, 1, 0, 1, 0, 1, 0, 1], [Int32](repeating: -1, count: 8)])?.example == [0, 1])
    }

    @Test("new business begins where the deals of the year before began", arguments: 1...3 as ClosedRange<UInt64>)
    func entries(seed: UInt64) {
        var firm = Firm.working(400, seed: seed)
        for deal in stride(from: 0, to: 400, by: 3) { firm.deals[deal].steps[0].state = 1 }
        for deal in stride(from: 1, to: 400, by: 5) {
            firm.deals[deal].steps = [(firm.deals[deal].created, History.Stages.won)]
        }
        let (history, book) = (firm.history, Book(firm.history, firm.nodes))
        let fade = FadeByDay(half: 90, longest: 364)
        for today in [Firm.start, Firm.start + 1, Firm.start + 200, firm.today] {
            var mix = [Double](repeating: 0, count: book.paths.stateCount)
            var (wonAtOnce, all) = (0.0, 0.0)
            for deal in book.created(from: today - 364, to: today) {
                let weight = fade[today - history.created[deal]]
                all += weight
                let state = book.paths.firstState[deal]
                if state == Paths.won { wonAtOnce += weight } else if state != Paths.lost { mix[Int(state)] += weight }
            }
            let shares = book.entries.shares(before: today)
            #expect(shares.mix == (all > 0 ? mix.map { $0 / all } : mix), "\(today)")
            #expect(shares.wonAtOnce == (all > 0 ? wonAtOnce / all : 0))
        }
    }

    @Test("a spell at risk says when it began, when it left and how old it became")
    func spells() {
        for entry in [0, 1, 777, 2_381] {
            for leaving in [nil, 1, 778, 2_382] {
                for cell in [0, 13, AgeCells.count - 1] {
                    let spell = Risks.Spell(deal: 5, entry: entry, leaving: leaving, cell: cell)
                    #expect(spell.entry == entry && spell.leaving == leaving && spell.cell == cell)
                }
            }
        }
    }

    @Test("deals whose standing is known stand as they are read off their steps")
    func standing() {
        let firm = Firm.working(500)
        var history = firm.history
        let (book, period) = (Book(history, firm.nodes), Window(start: firm.today - 40, end: firm.today + 20))
        let states = PathStates(book.paths, history)
        let read = LiveDeals(history, states, book.allocation, period)
        history.standing = History.Known(
            open: history.created.indices.filter { Standing.isOpen(book.standing.state[$0]) }.map { Int32($0) },
            won: book.wins.deal, wonDay: book.wins.day)
        let known = LiveDeals(history, states, book.allocation, period)
        #expect("\(known)" == "\(read)")
        #expect(read.open.count > 10 && read.toDate.count[0] > 3)
    }
}
