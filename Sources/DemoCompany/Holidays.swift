import SalesDomain

/// Days off besides weekends. Public holidays have been working days since 2022; this company gives its people three.
struct Holidays {
    private let days: Set<Day>

    init(from first: Day, to last: Day) {
        var days: Set<Day> = []
        for year in first.year...last.year + 1 {
            for (month, day) in Holidays.dates { Day(year: year, month: month, day: day).map { _ = days.insert($0) } }
        }
        self.days = days
    }

    func isWorking(_ day: Day) -> Bool { day.weekday < 5 && !days.contains(day) }

    /// The truth's factor for a day.
    func factor(on day: Day) -> Double { DemoCompany.truth.weekday[days.contains(day) ? 6 : day.weekday] }

    var sheet: Sheet {
        var sheet = Sheet("calendar.csv", "date", "working", "name")
        for day in days.sorted() { sheet.add(day.description, "no", Holidays.names[day.month] ?? "") }
        return sheet
    }

    private static let dates = [(1, 1), (8, 24), (12, 25)]
    private static let names = [1: "Новий рік", 8: "День Незалежності", 12: "Різдво"]
}
