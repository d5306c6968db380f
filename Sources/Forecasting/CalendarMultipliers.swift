/// How the day multiplies the intensity of an exit: weekday (a day off counts as Sunday), month of the fiscal quarter,
/// month of the year, and age tercile × month of the quarter. One set per class of exit.
struct CalendarMultipliers: Sendable {
    var weekday = [Double](repeating: 1, count: 7)
    var quarterMonth = [Double](repeating: 1, count: 3)
    var yearMonth = [Double](repeating: 1, count: 12)
    /// [tercile × 3 + month of quarter]
    var ageQuarter = [Double](repeating: 1, count: 9)

    @inline(__always) func common(_ calendar: History.Calendar, _ day: Int32) -> Double {
        let place = calendar.index(day)
        return weekday[Int(calendar.weekday[place])] * quarterMonth[Int(calendar.monthOfQuarter[place])]
            * yearMonth[Int(calendar.monthOfYear[place])]
    }

    @inline(__always) func interaction(_ calendar: History.Calendar, _ day: Int32, _ tercile: Int) -> Double {
        ageQuarter[tercile * 3 + Int(calendar.monthOfQuarter[calendar.index(day)])]
    }
}
