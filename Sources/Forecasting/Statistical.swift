import Foundation

/// Historical conversion: of the deals that stood in this stage for about this long on recent days, which share was won
/// within as many days as the period has left; and what deals created inside such windows brought.
struct Statistical: Sendable {
    /// Still to come, by node with its subtree.
    let rest: Totals
    /// Of each open deal of the moment, in its order, to be won in the period.
    let chances: [Double]

    static let bands: [Int] = [2, 5, 9, 14, 20, 30]
    private static func band(_ age: Int) -> Int { bands.firstIndex { age <= $0 } ?? bands.count }

    /// - Parameter shares: who gets new business, by node.
    init(
        _ table: Conversion, _ open: [OpenDeal], _ values: OpenValue, _ history: History, _ allocation: Allocation,
        shares: [Double]
    ) {
        var totals = Totals(allocation.nodeCount)
        let known = table.chances
        var chances = [Double]()
        chances.reserveCapacity(open.count)
        for row in open {
            let deal = Int(row.deal)
            let p = known[Int(row.state) * table.width + Statistical.band(Int(table.today - 1 - row.enter))]
            let value = values.value(
                amount: row.amount, product: history.product[deal], pipeline: history.pipeline[deal],
                moneyless: history.moneyless[deal])
            allocation.add(p * value, of: deal, to: &totals.amount)
            totals.count[Int(allocation.nodeOfDeal[deal])] += p
            chances.append(p)
        }
        self.chances = chances
        for node in totals.amount.indices {
            totals.amount[node] += table.newAmount * shares[node]
            totals.count[node] += table.newCount * shares[node]
        }
        rest = totals.rolledUp(allocation)
    }

    private init(nodes: Int, deals: Int) {
        rest = Totals(nodes)
        chances = [Double](repeating: 0, count: deals)
    }

    /// Of a period that is over: no open deal can be won in it any more.
    static func over(_ nodes: Int, _ open: [OpenDeal]) -> Statistical { Statistical(nodes: nodes, deals: open.count) }

    /// What recent landmarks say; nil for a period that is over.
    static func learned(_ moment: Moment, period: Window) -> Conversion? {
        let book = moment.book
        let today = moment.day
        let horizon = period.end - today
        guard horizon > 0 else { return nil }
        let lead = max(0, period.start - today)
        let first = max(book.firstDay + 7, today - horizon - 120)
        var landmarks: [Int32] = []
        var day = today - horizon
        while day >= first {
            landmarks.append(day)
            day -= 3
        }
        landmarks.reverse()
        return Statistical.tally(book, landmarks, lead: lead, horizon: horizon)
    }

    struct Conversion: Sendable {
        let today: Int32
        let prior: [Double]
        var wins: [Double]
        var seen: [Double]
        var newAmount = 0.0
        var newCount = 0.0
        let width = Statistical.bands.count + 1

        /// p[k, band] = (wins + 5p_k)/(n + 5), p_k = (wins + 2·base)/(n + 2).
        var chances: [Double] {
            prior.indices.flatMap { state in (0..<width).map { chance(state, $0) } }
        }

        private func chance(_ state: Int, _ band: Int) -> Double {
            let rows = state * width..<(state + 1) * width
            let all = wins[rows].reduce(0, +)
            let number = seen[rows].reduce(0, +)
            let stage = (all + 2 * prior[state]) / (number + 2)
            return (wins[state * width + band] + 5 * stage) / (seen[state * width + band] + 5)
        }
    }

    private static func tally(_ book: Book, _ landmarks: [Int32], lead: Int32, horizon: Int32) -> Conversion {
        let width = bands.count + 1
        let states = book.paths.stateCount
        let prior = book.paths.stateProbability.map { $0.isNaN ? 0.2 : $0 }
        var table = Conversion(
            today: book.history.today, prior: prior, wins: [Double](repeating: 0, count: states * width),
            seen: [Double](repeating: 0, count: states * width))
        guard let first = landmarks.first, let last = landmarks.last else { return table }
        func rows(after: Int32, upTo: Int32) -> Range<Int> {
            // Landmarks L with after < L ≤ upTo.
            let low = max(0, Int((after - first) / 3) + (after >= first ? 1 : 0))
            let high = upTo < first ? 0 : min(landmarks.count, Int((upTo - first) / 3) + 1)
            return low..<max(low, high)
        }
        for spell in book.paths.deal.indices {
            let enter = book.paths.enter[spell]
            let exit = book.paths.exit[spell]
            guard exit >= first, enter < last else { continue }
            let won = book.wonDay[Int(book.paths.deal[spell])]
            for row in rows(after: enter, upTo: min(exit, last)) {
                let day = landmarks[row]
                let place = Int(book.paths.stage[spell]) * width + band(Int(day - 1 - enter))
                table.seen[place] += 1
                if won >= day + lead, won < day + horizon { table.wins[place] += 1 }
            }
        }
        // Deals created and won inside [L, L + horizon).
        for row in book.wins.deal.indices {
            let deal = Int(book.wins.deal[row])
            let won = book.wins.day[row]
            let created = book.history.created[deal]
            for place in rows(after: max(won - horizon, first - 1), upTo: min(created, won - lead)) {
                if landmarks[place] <= won - horizon { continue }
                table.newCount += 1
                table.newAmount += book.wins.value[row].isNaN ? 0 : book.wins.value[row]
            }
        }
        table.newCount /= Double(landmarks.count)
        table.newAmount /= Double(landmarks.count)
        return table
    }
}
