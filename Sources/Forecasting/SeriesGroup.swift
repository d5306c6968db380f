import Foundation

/// The time-series group: what is still to come by the totals of earlier periods of the same kind, by node.
struct SeriesGroup: Sendable {
    /// Nil while there is no full period before.
    let rest: Totals?
    /// Periods that it could learn from.
    let periods: Int

    /// - Parameter known: totals of some past periods, by their first day.
    init(_ moment: Moment, _ question: Question, known: [Int32: Totals] = [:]) {
        let (history, allocation) = (moment.book.history, moment.book.allocation)
        let past = question.past.filter {
            $0.start >= moment.book.firstExit && $0.end <= min(moment.day, question.period.start)
        }
        periods = past.count
        guard !past.isEmpty else {
            rest = nil
            return
        }
        let share = history.calendar.shareLeft(of: question.period, from: moment.day)
        let totals = past.prefix(36).map { known[$0.start] ?? moment.wins.totals($0, allocation) }
        let calendar = history.calendar
        let days = past.prefix(36).map { Double(max(1, calendar.workingDays($0.start, $0.end))) }
        let now = Double(max(1, calendar.workingDays(question.period.start, question.period.end)))
        let lag = SeriesGroup.seasonalLag(question.period, periods: totals.count)
        var rest = Totals(allocation.nodeCount)
        for node in rest.amount.indices {
            rest.amount[node] = share * SeriesGroup.mean(totals.map { $0.amount[node] }, days: days, now: now, lag: lag)
            rest.count[node] = share * SeriesGroup.mean(totals.map { $0.count[node] }, days: days, now: now, lag: lag)
        }
        self.rest = rest
    }

    /// Mean of the members; `values` latest first.
    private static func mean(_ values: [Double], days: [Double], now: Double, lag: Int?) -> Double {
        let recent = values.prefix(3)
        var members = [recent.reduce(0, +) / Double(recent.count)]
        if let lag { members.append(values[lag - 1]) }
        return members.reduce(0, +) / Double(members.count)
    }

    /// Month of last quarter with 4–11 months, of last year with 12 or more; quarter of last year with 4 or more.
    static func seasonalLag(_ period: Window, periods: Int) -> Int? {
        switch period.end - period.start {
        case 28...31: return periods >= 12 ? 12 : periods >= 4 ? 3 : nil
        case 89...93: return periods >= 4 ? 4 : nil
        default: return nil
        }
    }
}
