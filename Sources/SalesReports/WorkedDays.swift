internal import SalesDomain
internal import SalesFacts

/// How many days somebody worked: the calendar's working days without absences, and only while they belonged here.
struct WorkedDays {
    private let facts: Facts
    private let absences: [Employee.ID: [Absence]]
    private let memberships: [Employee.ID: [Membership]]
    private let asOf: Instant

    init(_ facts: Facts, asOf: Instant) {
        self.facts = facts
        self.asOf = asOf
        absences = Dictionary(grouping: facts.frame.absences, by: \.employee)
        memberships = Dictionary(grouping: facts.organisation.memberships, by: \.employee)
    }

    struct Found {
        var days: [(day: Day, part: Double)] = []
        var absent = 0
        var worked: Double { days.reduce(0) { $0 + $1.part } }
    }

    /// Of nobody: of the company's calendar.
    func days(of employee: Employee.ID?, from: Day, to: Day) -> Found {
        let away = employee.flatMap { absences[$0] } ?? []
        var found = Found()
        var day = from
        while day < to {
            if facts.calendar.isWorking(day), employee.map({ isHere($0, day) }) ?? true {
                if away.contains(where: { $0.holds(on: day) }) {
                    found.absent += 1
                } else {
                    found.days.append((day, part(of: day)))
                }
            }
            day = day + 1
        }
        return found
    }

    private func isHere(_ employee: Employee.ID, _ day: Day) -> Bool {
        memberships[employee].map { $0.contains { $0.holds(on: day) } } ?? true
    }

    /// Of the day that is not over: the share of the hours from nine to six that has passed.
    private func part(of day: Day) -> Double {
        let zone = facts.calendar.zone
        guard zone.start(of: day + 1) > asOf else { return 1 }
        let hours = Double(asOf.seconds - zone.start(of: day).seconds) / 3600
        return min(1, max(0, (hours - 9) / 9))
    }
}
