import Foundation

/// Wins and money from deals that have not arrived yet. What will arrive is taken to be like what arrived in the last
/// half year: its entry stages, its owners, products and sizes, and so its group multipliers. (The chance of an average
/// deal is not the average chance: with several stages to go it grows with a power of the multiplier.)
struct NewBusiness: Sendable {
    /// By node on which deals hang, not yet rolled up.
    let own: Totals

    static let memory: Int32 = 182
    /// Arrivals' worth of weight that a node's own mix is mixed with the company's.
    static let prior = 10.0

    init(
        _ moment: Moment, _ places: DealPlaces, _ arrivals: Arrivals, _ values: DealValues, _ chances: Chances,
        shares: NewBusinessShares
    ) {
        let book = moment.book
        let nodes = book.allocation.nodeCount
        let cells = book.paths.stateCount * LevelGrid.levels.count
        // Chance to be won in the period summed over the days of arrival, by entry state and level.
        var yield = [Double](repeating: 0, count: cells)
        var instant = 0.0
        for offset in arrivals.perDay.indices where arrivals.perDay[offset] > 0 {
            let rate = arrivals.perDay[offset]
            for state in 0..<book.paths.stateCount where arrivals.mix[state] > 0 {
                for level in LevelGrid.levels.indices {
                    yield[state * LevelGrid.levels.count + level] += rate * chances.arriving(level, state, offset)
                }
            }
            if chances.isInPeriod(offset) { instant += rate }
        }
        // Mean yield of recent arrivals, in wins and in money, by node.
        var seen = [Double](repeating: 0, count: nodes)
        var sum = Totals(nodes)
        let (nodeOfDeal, firstState, history) = (book.allocation.nodeOfDeal, book.paths.firstState, book.history)
        places.reading { places in
            yield.withUnsafeBufferPointer { yield in
                for deal in book.created(from: moment.day - NewBusiness.memory, to: moment.day) {
                    let node = Int(nodeOfDeal[deal])
                    let state = firstState[deal]
                    seen[node] += 1
                    if state == Paths.lost { continue }
                    var wins = instant
                    if state != Paths.won {
                        let base = Int(state) * LevelGrid.levels.count
                        wins = max(0, places.place(of: deal).mix { yield[base + $0] })
                    }
                    sum.count[node] += wins
                    sum.amount[node] += wins * values.valueOnArrival(deal, state, history)
                }
            }
        }
        let all = max(1, seen.reduce(0, +))
        let meanCount = sum.count.reduce(0, +) / all
        let meanAmount = sum.amount.reduce(0, +) / all
        var own = Totals(nodes)
        for node in 0..<nodes where shares.share[node] > 0 {
            let weight = seen[node] + NewBusiness.prior
            own.count[node] = shares.share[node] * (sum.count[node] + NewBusiness.prior * meanCount) / weight
            own.amount[node] = shares.share[node] * (sum.amount[node] + NewBusiness.prior * meanAmount) / weight
        }
        self.own = own
    }
}
