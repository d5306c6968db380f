/// The baselines that a forecast must beat: what is won + a past total × the share of the period's working days left.
struct Naive: Sendable {
    /// Still to come by node, nil while there is no full period before.
    let last: Totals?
    let mean3: Totals?

    init(_ history: History, _ wins: Wins, _ allocation: Allocation, _ question: Question) {
        let share = history.calendar.shareLeft(of: question.period, from: history.today)
        let full = history.fullPast(question).prefix(3).map { wins.totals($0, allocation) }
        last = full.first.map { Naive.mean([$0], times: share) }
        mean3 = full.isEmpty ? nil : Naive.mean(Array(full), times: share)
    }

    static func mean(_ periods: [Totals], times factor: Double) -> Totals {
        var mean = Totals(periods[0].amount.count)
        let weight = factor / Double(periods.count)
        for period in periods {
            for node in mean.amount.indices {
                mean.amount[node] += period.amount[node] * weight
                mean.count[node] += period.count[node] * weight
            }
        }
        return mean
    }
}

extension History {
    /// The asked-for past periods that the history covers whole, latest first.
    func fullPast(_ question: Question) -> [Window] {
        guard let first = created.min() else { return [] }
        return question.past.filter { $0.start + 3 >= first && $0.end <= min(today, question.period.start) }
    }
}

extension History.Calendar {
    /// Working days of the period from `day` on, as a share of all its working days (of all days when none works).
    func shareLeft(of period: Window, from day: Int32) -> Double {
        let whole = workingDays(period.start, period.end)
        let from = max(period.start, min(day, period.end))
        if whole > 0 { return Double(workingDays(from, period.end)) / Double(whole) }
        return period.end > period.start ? Double(period.end - from) / Double(period.end - period.start) : 0
    }

    func workingDays(_ start: Int32, _ end: Int32) -> Int {
        var days = 0
        var day = start
        while day < end {
            if isWorking(day) { days += 1 }
            day += 1
        }
        return days
    }

    @inline(__always) func index(_ day: Int32) -> Int { min(max(0, Int(day - firstDay)), working.count - 1) }
    @inline(__always) func isWorking(_ day: Int32) -> Bool { working[index(day)] }
}
