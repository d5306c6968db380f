internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// What was counted, day by day, as it is known at an instant.
struct CountTally {
    private var entries: [(day: Int32, known: Int32, value: Double)] = []
    /// Where numbers were given instead of counted.
    private var given: GivenNumbers?
    private let today: Int32
    private let members: ScopeMembers

    init(_ facts: Facts, _ request: SeriesRequest, _ cut: Cut, today: Day) {
        self.today = today.number
        members = ScopeMembers(request.scope, facts.organisation)
        switch request.counted {
        case .created:
            takeDeals(facts, cut) { (cut.created[$0], cut.createdKnown[$0]) }
        case .won:
            takeDeals(facts, cut) { deal in
                guard cut.state[deal] == StageTable.won else { return nil }
                let last = Int(cut.steps.start[deal + 1]) - 1
                return (cut.since[deal], max(cut.since[deal], cut.steps.known[last]))
            }
        case .activity(let kind, let direction): takeActivities(facts, request, kind, direction)
        case .points(let name):
            // A day's number is known when the day is over.
            given = GivenNumbers(
                facts.frame.series.filter { $0.series == name }.map { ($0.day, $0.value) }, before: today)
        }
    }

    private mutating func takeDeals(
        _ facts: Facts, _ cut: Cut, _ when: (Int) -> (day: Int32, known: Int32)?
    ) {
        let employees = facts.organisation.employees
        for deal in 0..<cut.count {
            guard let (day, known) = when(deal) else { continue }
            let owner = cut.owner[deal] < 0 ? nil : employees[Int(cut.owner[deal])].id
            guard members.holds(owner, on: Day(number: day)) else { continue }
            entries.append((day, known, 1))
        }
    }

    private mutating func takeActivities(
        _ facts: Facts, _ request: SeriesRequest, _ kind: Activity.Kind, _ direction: Activity.Direction?
    ) {
        guard let days = facts.activities.days(asOf: request.asOf) else { return }
        let zone = facts.calendar.zone
        var found = entries
        facts.activities.each(from: days.lowerBound, to: days.upperBound + 1, asOf: request.asOf) { touch in
            guard touch.kind == kind, direction == nil || touch.direction == direction,
                members.holds(touch.employee, on: touch.day)
            else { return }
            found.append((touch.day.number, zone.day(of: touch.known).number, 1))
        }
        entries = found
    }

    /// Nil when nothing was ever counted.
    func history(_ calendar: CompanyCalendar, asOf: Instant) -> CountHistory? {
        if let given {
            let isCurrent = given.first.number + Int32(given.byDay.count) == today
            return CountHistory(
                firstDay: given.first.number, byDay: given.byDay, dayLeft: isCurrent ? calendar.dayLeft(asOf) : 1,
                calendar: History.Calendar(calendar, from: given.first.number - 400, to: today + 1_600),
                isSparse: given.isSparse, untold: given.untold)
        }
        guard let first = entries.map(\.day).min(), first < today else { return nil }
        var byDay = [Double](repeating: 0, count: Int(today - first))
        var soFar = 0.0
        for entry in entries {
            if entry.day < today { byDay[Int(entry.day - first)] += entry.value } else { soFar += entry.value }
        }
        return CountHistory(
            firstDay: first, byDay: byDay, soFar: soFar, dayLeft: calendar.dayLeft(asOf),
            late: entries.filter { $0.known > $0.day && $0.day < today }.map {
                CountHistory.Late(day: $0.day, known: $0.known, value: $0.value)
            },
            calendar: History.Calendar(calendar, from: first - 400, to: today + 1_600))
    }
}

extension CompanyCalendar {
    /// Which share of an instant's day is still to come: 0…1.
    func dayLeft(_ instant: Instant) -> Double {
        let day = zone.day(of: instant)
        let (start, end) = (zone.start(of: day).microseconds, zone.start(of: day + 1).microseconds)
        return max(0, min(1, Double(end - instant.microseconds) / Double(end - start)))
    }
}
