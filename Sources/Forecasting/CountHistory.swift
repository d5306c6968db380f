/// How often something happened on each day, as it is known at an instant within `today`.
package struct CountHistory: Sendable {
    /// The day of the first value of `byDay`; the last one is yesterday's, or that of the last number that was given.
    package let firstDay: Int32
    package let byDay: [Double]
    /// Of today so far, and the share of today that is still to come, 0…1.
    package let soFar: Double
    package let dayLeft: Double
    /// What was recorded on a later day than it belongs to: on the days between, nobody knew of it.
    package let late: [Late]
    package let calendar: History.Calendar
    /// A value stands for a whole stretch of days (a month's total written on its first day): no day is like another.
    package let isSparse: Bool
    /// Days between the first value and the last of which nothing was said: their values are only supposed.
    package let untold: [Window]

    package struct Late: Sendable {
        package let day: Int32
        package let known: Int32
        package let value: Double
        package init(day: Int32, known: Int32, value: Double) {
            self.day = day
            self.known = known
            self.value = value
        }
    }

    package init(
        firstDay: Int32, byDay: [Double], soFar: Double = 0, dayLeft: Double = 1, late: [Late] = [],
        calendar: History.Calendar, isSparse: Bool = false, untold: [Window] = []
    ) {
        self.firstDay = firstDay
        self.byDay = byDay
        self.soFar = soFar
        self.dayLeft = dayLeft
        self.late = late
        self.calendar = calendar
        self.isSparse = isSparse
        self.untold = untold
    }

    package var today: Int32 { firstDay + Int32(byDay.count) }

    /// The same at another hour of its day.
    package func at(dayLeft: Double) -> CountHistory {
        CountHistory(
            firstDay: firstDay, byDay: byDay, soFar: soFar, dayLeft: dayLeft, late: late, calendar: calendar,
            isSparse: isSparse, untold: untold)
    }

    /// What was known at the start of an earlier day.
    func asOf(startOf day: Int32) -> CountHistory {
        var values = Array(byDay.prefix(Int(max(0, day - firstDay))))
        for entry in late where entry.day < day && entry.known >= day && entry.day >= firstDay {
            values[Int(entry.day - firstDay)] -= entry.value
        }
        return CountHistory(
            firstDay: firstDay, byDay: values, calendar: calendar, isSparse: isSparse, untold: untold)
    }

    /// Whether something was said of all its days.
    func isTold(_ window: Window) -> Bool {
        !untold.contains { $0.start < window.end && window.start < $0.end }
    }

    /// Of days that are over.
    func total(_ window: Window) -> Double {
        let from = min(byDay.count, Int(max(0, window.start - firstDay)))
        let to = min(byDay.count, Int(max(0, window.end - firstDay)))
        return from < to ? byDay[from..<to].reduce(0, +) : 0
    }
}
