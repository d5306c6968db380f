/// A half-open stretch of days with a name: `2017-10`, `2017-Q4`, `2017`, `2017-10-01..2017-11-15` (both days included).
package struct Period: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable { case month, quarter, year, custom }

    package let kind: Kind
    package let start: Day
    /// The first day that is no longer in the period.
    package let end: Day

    package var days: Int { end - start }
    package func contains(_ day: Day) -> Bool { start <= day && day < end }

    /// The day from which a forecast at the fraction `horizon` (0, 1/3, 2/3) of the period is made.
    package func origin(horizon: Double) -> Day { start + Int((horizon * Double(days)).rounded()) }

    private init(kind: Kind, start: Day, end: Day) {
        self.kind = kind
        self.start = start
        self.end = end
    }

    package static func month(containing day: Day) -> Period {
        Period(kind: .month, start: day.startOfMonth(), end: day.startOfMonth(plus: 1))
    }

    package static func quarter(containing day: Day, in calendar: CompanyCalendar) -> Period {
        quarter(year: calendar.fiscalYear(of: day), index: calendar.fiscalMonth(of: day) / 3, in: calendar)
    }

    package static func year(containing day: Day, in calendar: CompanyCalendar) -> Period {
        year(calendar.fiscalYear(of: day), in: calendar)
    }

    /// Nil when `last` lies before `first`.
    package static func custom(from first: Day, through last: Day) -> Period? {
        last < first ? nil : Period(kind: .custom, start: first, end: last + 1)
    }

    /// The period `steps` before (after, when negative) this one, of the same kind and, for a custom one, the same length.
    package func previous(_ steps: Int = 1, in calendar: CompanyCalendar) -> Period {
        switch kind {
        case .month: return .month(containing: start.startOfMonth(plus: -steps))
        case .quarter:
            let index = calendar.fiscalYear(of: start) * 4 + calendar.fiscalMonth(of: start) / 3 - steps
            return .quarter(year: index / 4, index: index % 4, in: calendar)
        case .year: return .year(calendar.fiscalYear(of: start) - steps, in: calendar)
        case .custom: return Period(kind: .custom, start: start + (-steps * days), end: end + (-steps * days))
        }
    }

    private static func quarter(year: Int, index: Int, in calendar: CompanyCalendar) -> Period {
        Period(
            kind: .quarter, start: calendar.fiscalDay(year: year, monthsIn: 3 * index),
            end: calendar.fiscalDay(year: year, monthsIn: 3 * index + 3))
    }

    private static func year(_ year: Int, in calendar: CompanyCalendar) -> Period {
        Period(
            kind: .year, start: calendar.fiscalDay(year: year, monthsIn: 0),
            end: calendar.fiscalDay(year: year, monthsIn: 12))
    }
}

extension Period {
    /// The longest period that can be asked for by name: an answer about centuries would occupy the server for minutes.
    package static let mostDays = 3_660

    /// Reads a name as `name(in:)` prints it; nil for anything else. Years 1900–2200, at most `mostDays`.
    package init?(name text: String, in calendar: CompanyCalendar) {
        if let range = text.firstRange(of: "..") {
            guard let first = Day(iso: text[..<range.lowerBound]), let last = Day(iso: text[range.upperBound...]),
                let period = Period.custom(from: first, through: last), period.days <= Period.mostDays,
                Day.years.contains(first.civil.year), Day.years.contains(last.civil.year)
            else { return nil }
            self = period
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts[0].utf8.count == 4, parts[0].allSatisfy(\.isASCIIDigit), let year = Int(parts[0]),
            Day.years.contains(year)
        else { return nil }
        switch parts.count {
        case 1: self = .year(year, in: calendar)
        case 2 where parts[1].first == "Q" && parts[1].count == 2:
            guard let index = parts[1].last?.wholeNumberValue, (1...4).contains(index) else { return nil }
            self = .quarter(year: year, index: index - 1, in: calendar)
        case 2 where parts[1].utf8.count == 2 && parts[1].allSatisfy(\.isASCIIDigit):
            guard let month = Int(parts[1]), let day = Day(year: year, month: month, day: 1) else { return nil }
            self = .month(containing: day)
        default: return nil
        }
    }

    /// Whether a name says two days in their order, and only the way between them is too long.
    package static func isTooLong(name text: String) -> Bool {
        guard let range = text.firstRange(of: ".."), let first = Day(iso: text[..<range.lowerBound]),
            let last = Day(iso: text[range.upperBound...])
        else { return false }
        return last + 1 - first > mostDays && [first, last].allSatisfy { Day.years.contains($0.civil.year) }
    }

    package func name(in calendar: CompanyCalendar) -> String {
        switch kind {
        case .month: return String(start.description.prefix(7))
        case .quarter: return "\(calendar.fiscalYear(of: start))-Q\(calendar.fiscalMonth(of: start) / 3 + 1)"
        case .year: return String(calendar.fiscalYear(of: start))
        case .custom: return "\(start)..\(end + -1)"
        }
    }
}

extension Character {
    package var isASCIIDigit: Bool { isASCII && isNumber }
}

extension Period {
    /// The period of a kind that holds a day; nil for a custom one.
    package static func holding(_ day: Day, _ kind: Kind, in calendar: CompanyCalendar) -> Period? {
        switch kind {
        case .month: .month(containing: day)
        case .quarter: .quarter(containing: day, in: calendar)
        case .year: .year(containing: day, in: calendar)
        case .custom: nil
        }
    }
}
