internal import Forecasting
internal import Foundation
internal import SalesDomain
internal import SalesFacts

/// Calls or meetings as plans and rules count them, by person and day: of a period and of the half year before now.
struct EventBook {
    private struct Place: Hashable {
        let employee: Employee.ID?
        let day: Day
    }
    private var counts: [Place: Int64] = [:]
    private let organisation: Organisation

    /// Days of habit.
    private static let memory = 190

    init(_ measure: Quota.Measure, _ facts: Facts, _ period: Period, asOf: Instant) {
        let today = facts.calendar.zone.day(of: asOf)
        organisation = facts.organisation
        var counts: [Place: Int64] = [:]
        facts.activities.each(from: min(period.start, today + -EventBook.memory), to: today + 1, asOf: asOf) { touch in
            guard touch.counts(as: measure) else { return }
            counts[Place(employee: touch.employee, day: touch.day), default: 0] += 1
        }
        self.counts = counts
    }

    func days(of scope: Scope) -> [Day: Int64] {
        let members = ScopeMembers(scope, organisation)
        return counts.reduce(into: [:]) {
            if members.holds($1.key.employee, on: $1.key.day) { $0[$1.key.day, default: 0] += $1.value }
        }
    }
}

/// What of them falls into a period so far, and what the rest of it is expected to bring by the habits of the last half
/// year.
struct EventsMeasured {
    private let days: [Day: Int64]
    private let facts: Facts
    private let period: Period
    private let asOf: Instant
    private var calendar: CompanyCalendar { facts.calendar }
    private var today: Day { calendar.zone.day(of: asOf) }

    init(_ days: [Day: Int64], _ facts: Facts, _ period: Period, asOf: Instant) {
        self.days = days
        self.facts = facts
        self.period = period
        self.asOf = asOf
    }

    /// Nil when nothing of the kind was done in all that time.
    var measured: Measured? {
        guard !days.isEmpty else { return nil }
        let credits = days.keys.sorted().filter { period.contains($0) }.map {
            CommissionCredit(deal: nil, day: $0, value: days[$0] ?? 0)
        }
        return Measured(credits: credits, total: total(Double(credits.total(\.value))))
    }

    private func total(_ base: Double) -> Distribution {
        let sure = Distribution(base: base, shape: .point)
        guard period.end > today, let history else { return sure }
        let question = CountQuestion(grain: .month, past: past(history.firstDay), coming: [Window(period)])
        guard let step = CountForecast(history, question).steps.first, step.mean > base else { return sure }
        let mean = step.mean - base
        let deviation = max(0, step.high - step.low) / (2 * Normal.eighty)
        return .pieces(base: base, mean: mean, variance: deviation * deviation)
    }

    /// Whole periods of the same kind that are over.
    private func past(_ first: Int32) -> [Window] {
        var windows = [Window]()
        var before = period.previous(in: calendar)
        while before.start.number >= first, windows.count < 6 {
            if before.end <= today { windows.append(Window(before)) }
            before = before.previous(in: calendar)
        }
        return windows.reversed()
    }

    private var history: CountHistory? {
        guard let first = days.keys.min(), first < today else { return nil }
        let start = calendar.zone.start(of: today).microseconds
        let end = calendar.zone.start(of: today + 1).microseconds
        return CountHistory(
            firstDay: first.number, byDay: (first.number..<today.number).map { Double(days[Day(number: $0)] ?? 0) },
            soFar: Double(days[today] ?? 0),
            dayLeft: max(0, min(1, Double(end - asOf.microseconds) / Double(end - start))),
            calendar: History.Calendar(calendar, from: first.number - 400, to: today.number + 1_600))
    }
}

extension Touch {
    /// As plans count: all calls, those made, or meetings.
    fileprivate func counts(as measure: Quota.Measure) -> Bool {
        switch measure {
        case .calls: kind == .call
        case .callsOutbound: kind == .call && direction == .outbound
        case .meetings: kind == .meeting
        case .won, .paid, .shipped, .margin, .deals, .newAccounts: false
        }
    }
}
