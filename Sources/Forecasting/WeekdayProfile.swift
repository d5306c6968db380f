/// How much of a usual day each kind of day brings: 1 is the mean of the week; a day off counts as Sunday.
struct WeekdayProfile: Sendable {
    private let weights: [Double]
    private let calendar: History.Calendar
    /// As many usual days are mixed in to every kind.
    private static let prior = 2.0
    /// Learned from at most so many days.
    private static let memory = 182

    init(_ history: CountHistory) {
        calendar = history.calendar
        guard !history.isSparse else {
            weights = .init(repeating: 1, count: 7)
            return
        }
        var (sums, days) = ([Double](repeating: 0, count: 7), [Double](repeating: 0, count: 7))
        for (back, value) in history.byDay.reversed().prefix(WeekdayProfile.memory).enumerated() {
            let code = Int(calendar.weekday[calendar.index(history.today - 1 - Int32(back))])
            sums[code] += value
            days[code] += 1
        }
        let mean = sums.reduce(0, +) / max(1, days.reduce(0, +))
        weights = (0..<7).map { code in
            mean > 0 ? (sums[code] / mean + WeekdayProfile.prior) / (days[code] + WeekdayProfile.prior) : 1
        }
    }

    func weight(of day: Int32) -> Double { weights[Int(calendar.weekday[calendar.index(day)])] }

    func weight(from start: Int32, to end: Int32) -> Double {
        var sum = 0.0
        var day = start
        while day < end {
            sum += weight(of: day)
            day += 1
        }
        return sum
    }
}
