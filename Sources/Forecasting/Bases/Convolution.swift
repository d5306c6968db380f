import Foundation

/// What deals not won yet bring within a window: when they are won, convolved with how long money takes after that.
struct Convolution: Sendable {
    /// By node with its subtree, minor units.
    let open: [Double]
    let new: [Double]
    let variance: [Double]
    /// Deals that may be won and bring something, one by one; and how many of those not entered yet, by node.
    let bets: [(deal: Int32, bet: Draws.Bet)]
    let deals: [Coming]
    let newCount: [Double]

    init(
        _ flow: WinFlow, _ book: ReceiptBook, _ learned: Learned, _ deals: [OpenDeal], _ codes: DealCodes,
        _ window: Window, _ allocation: Allocation
    ) {
        let history = book.history
        let pipeline = learned.pipeline
        let lags = Lags(flow, book, window, today: history.today)
        let spread = pipeline.values.spread
        var open = [Double](repeating: 0, count: allocation.nodeCount)
        var variance = open
        var bets: [(deal: Int32, bet: Draws.Bet)] = []
        var coming: [Coming] = []
        let places = pipeline.groups.flat.reading(codes) { places in deals.map { places.place(of: Int($0.deal)) } }
        for (row, place) in zip(deals, places) where !flow.knots.isEmpty {
            let deal = Int(row.deal)
            let (state, age) = (Int(row.state), max(0, Int(pipeline.today - 1 - row.enter)))
            let pace = book.lag.pace[book.receipts.account[deal]] ?? 1
            let product = history.product[deal]
            // Any payment of the deal comes, and any two of them, which both wait for the win.
            var (before, comes, both) = (0.0, 0.0, 0.0)
            for knot in flow.knots.indices {
                let chance = max(before, flow.chances[knot].open(place, state, age, due: row.due))
                if chance > before {
                    let share = lags.share(knot, product, pace)
                    comes += (chance - before) * share
                    both += (chance - before) * share * share
                }
                before = chance
            }
            let value = pipeline.values.value(row, history) * book.gross
            allocation.add(comes * value, of: deal, to: &open)
            let bet = book.instalments.bet(comes, both: both, value: value, of: product)
            if let bet { bets.append((row.deal, bet)) }
            let share = bet.map { $0.value / value } ?? 1
            allocation.addSquare(
                comes * value * value * (share - comes + share * spread * spread), of: deal, to: &variance)
            let now = book.lag.share(
                group: product, account: book.receipts.account[deal], since: history.today, seenOn: history.today,
                within: window)
            let won = book.instalments.bet(now, both: now * now, value: value, of: product)
            coming.append(
                Coming(
                    deal: row.deal, chance: bet?.chance ?? 0, value: bet?.value ?? value, whole: value,
                    chanceIfWon: won?.chance ?? 0, valueIfWon: won?.value ?? value))
        }
        var new = [Double](repeating: 0, count: allocation.nodeCount)
        var wonNew = [Double](repeating: 0, count: allocation.nodeCount)
        var newCount = wonNew
        for knot in flow.knots.indices {
            let share = lags.share(knot, -1, 1)
            for node in new.indices {
                let won = flow.new[knot].amount[node] - (knot > 0 ? flow.new[knot - 1].amount[node] : 0)
                new[node] += max(0, won) * share * book.gross
                wonNew[node] += max(0, won)
                let count = flow.new[knot].count[node] - (knot > 0 ? flow.new[knot - 1].count[node] : 0)
                newCount[node] += max(0, count) * share
            }
        }
        for node in new.indices where wonNew[node] > 0 {
            variance[node] += pipeline.newVariance.amount[node] * new[node] / wonNew[node]
        }
        self.open = allocation.rollUp(open)
        self.new = allocation.rollUp(new)
        self.newCount = allocation.rollUp(newCount)
        self.bets = bets
        self.deals = coming
        self.variance = allocation.rollUp(variance)
    }

    /// Of a deal won within a stretch, what comes within the window.
    private struct Lags {
        private let before: [[Double]]
        private let until: [[Double]]

        init(_ flow: WinFlow, _ book: ReceiptBook, _ window: Window, today: Int32) {
            let groups = book.lag.rates.count
            func table(_ end: Int32) -> [[Double]] {
                (0..<groups).map { group in
                    flow.knots.indices.map { knot in
                        let won = flow.middle(knot, from: today)
                        return book.lag.hazard(group: Int32(group) - 1, since: won, from: won, to: max(won, end))
                    }
                }
            }
            before = table(window.start)
            until = table(window.end)
        }

        func share(_ knot: Int, _ group: Int32, _ pace: Double) -> Double {
            let row = before.indices.contains(Int(group) + 1) ? Int(group) + 1 : 0
            return exp(-pace * before[row][knot]) - exp(-pace * until[row][knot])
        }
    }
}
