/// The company's time: its zone, when its fiscal year starts, and which days are worked.
package struct CompanyCalendar: Sendable, Equatable {
    package let zone: Zone
    /// First day of the fiscal year, as a month (1–12) and a day (1–28).
    package let fiscalStart: FiscalStart
    /// Days that differ from the rule Monday to Friday.
    package let exceptions: [Day: Bool]

    package init(zone: Zone, fiscalStart: FiscalStart = .january, exceptions: [Day: Bool] = [:]) {
        self.zone = zone
        self.fiscalStart = fiscalStart
        self.exceptions = exceptions
    }

    package struct FiscalStart: Hashable, Sendable {
        package let month: Int
        package let day: Int
        package static let january = FiscalStart(month: 1, day: 1)!
        package init?(month: Int, day: Int) {
            guard (1...12).contains(month), (1...28).contains(day) else { return nil }
            self.month = month
            self.day = day
        }
    }

    package func isWorking(_ day: Day) -> Bool { exceptions[day] ?? (day.weekday < 5) }

    /// Working days in `start..<end`.
    package func workingDays(from start: Day, to end: Day) -> Int {
        var count = 0
        var number = start.number
        while number < end.number {
            if isWorking(Day(number: number)) { count += 1 }
            number += 1
        }
        return count
    }

    /// The year by which the fiscal year holding `day` is named: the one in which it starts.
    package func fiscalYear(of day: Day) -> Int {
        let (year, month, dayOfMonth) = day.civil
        return (month, dayOfMonth) < (fiscalStart.month, fiscalStart.day) ? year - 1 : year
    }

    /// First day of month `index` (0–12…) of the fiscal year named `year`.
    package func fiscalDay(year: Int, monthsIn index: Int) -> Day {
        Day(year: year, month: fiscalStart.month, day: 1)!.startOfMonth(plus: index) + (fiscalStart.day - 1)
    }

    /// 0–11: how many whole fiscal months have passed in the fiscal year that holds `day`.
    package func fiscalMonth(of day: Day) -> Int {
        let year = fiscalYear(of: day)
        var index = 0
        while index < 11, fiscalDay(year: year, monthsIn: index + 1) <= day { index += 1 }
        return index
    }
}
