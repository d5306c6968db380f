/// Which deals of a cut are open, and which were won on what day: read off in place of going through a million deals at each
/// question. Kept up where single deals change.
struct Standings: Sendable {
    /// Ascending.
    private(set) var open: [Int32] = []
    /// In order of the day of the win, those of one day ascending.
    private(set) var won: [Int32] = []
    /// By row of `won`.
    private(set) var wonDay: [Int32] = []

    init() {}

    init(_ state: [Int16], since: [Int32]) {
        var wins = [Int32]()
        for deal in state.indices {
            if state[deal] == StageTable.won {
                wins.append(Int32(deal))
            } else if StageTable.isOpen(state[deal]) {
                open.append(Int32(deal))
            }
        }
        won = Standings.ordered(wins, by: since)
        wonDay = won.map { since[Int($0)] }
    }

    /// By counting: those of one day stay in their order.
    private static func ordered(_ deals: [Int32], by since: [Int32]) -> [Int32] {
        let days = deals.map { since[Int($0)] }
        guard let first = days.min(), let last = days.max() else { return [] }
        var next = [Int32](repeating: 0, count: Int(last - first) + 2)
        for day in days { next[Int(day - first) + 1] += 1 }
        for day in 1..<next.count { next[day] += next[day - 1] }
        var ordered = deals
        for (deal, day) in zip(deals, days) {
            ordered[Int(next[Int(day - first)])] = deal
            next[Int(day - first)] += 1
        }
        return ordered
    }

    /// Rows of `won` of days `from..<to`.
    func rows(from: Int32, to: Int32) -> Range<Int> {
        let first = wonDay.place(of: from)
        return first..<max(first, wonDay.place(of: to))
    }

    /// A deal stands somewhere else, has come or has gone. Nil: it is not there.
    mutating func replace(_ deal: Int, _ old: Place?, by new: Place?) {
        if let old { remove(Int32(deal), old) }
        if old == nil, new != nil { move(from: Int32(deal), by: 1) }
        if old != nil, new == nil { move(from: Int32(deal), by: -1) }
        if let new { insert(Int32(deal), new) }
    }

    struct Place {
        let state: Int16
        let since: Int32
    }

    private mutating func remove(_ deal: Int32, _ old: Place) {
        if old.state == StageTable.won {
            let row = row(of: deal, wonOn: old.since)
            won.remove(at: row)
            wonDay.remove(at: row)
        } else if StageTable.isOpen(old.state) {
            open.remove(at: open.place(of: deal))
        }
    }

    private mutating func insert(_ deal: Int32, _ new: Place) {
        if new.state == StageTable.won {
            let row = row(of: deal, wonOn: new.since)
            won.insert(deal, at: row)
            wonDay.insert(new.since, at: row)
        } else if StageTable.isOpen(new.state) {
            open.insert(deal, at: open.place(of: deal))
        }
    }

    private func row(of deal: Int32, wonOn day: Int32) -> Int {
        var row = wonDay.place(of: day)
        while row < won.count, wonDay[row] == day, won[row] < deal { row += 1 }
        return row
    }

    /// Those that stand at a deal's place or behind it.
    private mutating func move(from deal: Int32, by step: Int32) {
        for row in open.place(of: deal)..<open.count { open[row] += step }
        for row in won.indices where won[row] >= deal { won[row] += step }
    }
}

extension [Int32] {
    /// Where a number stands or would stand first among these ascending ones.
    fileprivate func place(of number: Int32) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Cut {
    /// Open deals, ascending.
    package var openDeals: [Int32] { standings.open }
    /// Won deals in order of the day of the win, those of one day ascending; and those days.
    package var wonDeals: [Int32] { standings.won }
    package var wonDays: [Int32] { standings.wonDay }

    /// Deals that are won, on a day of `from..<to`; ascending.
    package func won(from: Int32, to: Int32) -> [Int] {
        standings.won[standings.rows(from: from, to: to)].map { Int($0) }.sorted()
    }

    /// Deals that are open, and those that are won on such a day; ascending.
    package func openOrWon(from: Int32, to: Int32) -> [Int] {
        var deals = [Int]()
        let won = won(from: from, to: to)
        deals.reserveCapacity(won.count + standings.open.count)
        var row = 0
        for deal in standings.open {
            while row < won.count, won[row] < deal {
                deals.append(won[row])
                row += 1
            }
            deals.append(Int(deal))
        }
        return deals + won[row...]
    }
}
