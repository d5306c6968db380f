internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// Deals that came to each stage within some days, with how long they stayed and how they left. By state.
struct CohortTable {
    private(set) var stays: [Stays]
    /// Money of those whose amount is known, and how many they are.
    private(set) var amount: [Double]
    private(set) var valued: [Int]
    /// How many of them began at this stage.
    private(set) var arrived: [Int]

    init(states: Int) {
        stays = [Stays](repeating: Stays(), count: states)
        amount = [Double](repeating: 0, count: states)
        valued = [Int](repeating: 0, count: states)
        arrived = valued
    }

    mutating func add(_ row: Passages.Row, _ amount: Int64, watched: Int32) {
        let state = Int(row.state)
        stays[state].add(days: row.days(watched), row.end.asStay)
        arrived[state] += row.isFirst ? 1 : 0
        guard amount != Cut.unknown else { return }
        self.amount[state] += Double(amount)
        valued[state] += 1
    }

    func meanAmount(_ state: Int) -> Double? { valued[state] > 0 ? amount[state] / Double(valued[state]) : nil }
}

extension Passages.End {
    var asStay: Stays.End {
        switch self {
        case .moved: .moved
        case .failed: .failed
        case .open: .open
        }
    }
}

extension Passages {
    /// Those of chosen deals who came within `window`.
    func table(_ cut: Cut, from: Int32, to: Int32, _ isChosen: (Int) -> Bool) -> CohortTable {
        var table = CohortTable(states: cut.stages.open.count)
        let amounts = cut.amount
        for row in rows where row.enter >= from && row.enter < to && isChosen(Int(row.deal)) {
            table.add(row, amounts[Int(row.deal)], watched: watched)
        }
        return table
    }
}
