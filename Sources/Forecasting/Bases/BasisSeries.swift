/// What is still to come by the totals of earlier periods: naive forecasts, and the series that the model is mixed with.
struct BasisSeries: Sendable {
    /// By node; nil while there is no full period before.
    let last: [Double]?
    let mean3: [Double]?
    /// Of the whole: mean of the last three, and of the same season, where there is one.
    let whole: Double?

    init(_ receipts: Receipts, _ history: History, _ allocation: Allocation, _ question: Question) {
        let totals = PastReceipts(receipts, allocation)
        self.init(totals, history, question, at: history.today)
    }

    init(_ past: PastReceipts, _ history: History, _ question: Question, at day: Int32) {
        let share = history.calendar.shareLeft(of: question.period, from: day)
        let first = past.firstDay
        let full = question.past.filter { $0.start + 3 >= first && $0.end <= min(day, question.period.start) }
        guard !full.isEmpty, question.period.end > day else {
            (last, mean3, whole) = (full.isEmpty ? nil : past.none, full.isEmpty ? nil : past.none, nil)
            return
        }
        let recent = full.prefix(3).map(past.totals)
        last = recent[0].map { $0 * share }
        mean3 = recent[0].indices.map { node in
            recent.reduce(0) { $0 + $1[node] } / Double(recent.count) * share
        }
        var members = [recent.reduce(0) { $0 + $1[0] } / Double(recent.count)]
        if let lag = SeriesGroup.seasonalLag(question.period, periods: full.count) {
            members.append(past.totals(full[lag - 1])[0])
        }
        whole = max(0, share * members.reduce(0, +) / Double(members.count))
    }
}

/// Totals of windows, by node with its subtree: rows in order of day, so that a window is a stretch of them.
struct PastReceipts: Sendable {
    private let days: [Int32]
    private let deals: [Int32]
    private let money: [Double]
    private let allocation: Allocation

    init(_ receipts: Receipts, _ allocation: Allocation) {
        var owner = [Int32](repeating: 0, count: receipts.day.count)
        for deal in 0..<receipts.start.count - 1 {
            for row in receipts.rows(of: deal) { owner[row] = Int32(deal) }
        }
        let order = DayOrder(receipts.day) { receipts.kind[$0] != .promised }.rows
        days = order.map { receipts.day[Int($0)] }
        deals = order.map { owner[Int($0)] }
        money = order.map { receipts.kind[Int($0)] == .back ? -receipts.money[Int($0)] : receipts.money[Int($0)] }
        self.allocation = allocation
    }

    var firstDay: Int32 { days.first ?? .max }
    var none: [Double] { [Double](repeating: 0, count: allocation.nodeCount) }

    func totals(_ window: Window) -> [Double] {
        var totals = none
        var row = days.partition(before: window.start)
        while row < days.count, days[row] < window.end {
            allocation.add(money[row], of: Int(deals[row]), to: &totals)
            row += 1
        }
        return allocation.rollUp(totals)
    }
}
