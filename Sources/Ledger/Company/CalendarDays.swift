package import SalesDomain

/// Days that are worked or not, whatever their weekday.
package struct CalendarDays {
    let transaction: any Transaction

    package func put(_ row: CalendarDayRow) throws -> Put<Day> {
        try transaction.put(
            row, over: try find(row.day).map { (row.day, $0) },
            add: {
                try transaction.run(CalendarSQL.add, row.values)
                return row.day
            }, change: { _ in try transaction.run(CalendarSQL.change, row.values) })
    }

    package func all() throws -> [CalendarDayRow] { try transaction.all(CalendarSQL.all) { CalendarDayRow($0) } }

    package func exceptions() throws -> [Day: Bool] {
        Dictionary(uniqueKeysWithValues: try all().map { ($0.day, $0.working) })
    }

    private func find(_ day: Day) throws -> CalendarDayRow? {
        try transaction.first(CalendarSQL.find, [Value(day)]) { CalendarDayRow($0) }
    }
}

package struct CalendarDayRow: Sendable, Equatable {
    package let day: Day
    package let working: Bool
    package let name: String?
    package init(day: Day, working: Bool, name: String?) {
        self.day = day
        self.working = working
        self.name = name
    }
    fileprivate init(_ row: Row) { self.init(day: row.day(0), working: row.bool(1), name: row.maybeText(2)) }
    fileprivate var values: [Value] { [Value(day), Value(working), Value(name)] }
}

extension Transaction {
    package var calendarDays: CalendarDays { CalendarDays(transaction: self) }
}

private enum CalendarSQL {
    static let add: SQL = "INSERT INTO calendar_days (day, working, name) VALUES ($1, $2, $3)"
    static let change: SQL = "UPDATE calendar_days SET working = $2, name = $3 WHERE day = $1"
    static let find: SQL = "SELECT day, working, name FROM calendar_days WHERE day = $1"
    static let all: SQL = "SELECT day, working, name FROM calendar_days ORDER BY day"
}
