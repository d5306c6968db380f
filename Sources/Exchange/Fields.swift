import SalesDomain

/// One row under its header: typed reading of its fields, with the place in every refusal.
package struct Fields: Sendable {
    package let row: CSVRow
    package let header: Header
    package let file: String
    package let calendar: CompanyCalendar
    /// What was recorded cannot be later, and what has happened not by more than a day; nil: not asked.
    package let now: Instant?

    package init(row: CSVRow, header: Header, file: String, calendar: CompanyCalendar, now: Instant? = nil) {
        self.now = now
        self.row = row
        self.header = header
        self.file = file
        self.calendar = calendar
    }

    package func refusal(_ column: Column?, _ reason: Refusal.Reason) -> Refusal {
        Refusal(file: file, line: row.line, column: column, reason: reason)
    }

    /// Nil when the field is empty or its column absent: not known.
    package func text(_ column: Column) throws(Refusal) -> String? {
        guard let position = header.position(of: column), !row.isEmpty(position) else { return nil }
        let slice = row.slice(position)
        if slice.contains(0) { throw refusal(column, .forbiddenCharacter) }
        return String(decoding: slice, as: UTF8.self)
    }

    package func needed(_ column: Column) throws(Refusal) -> String {
        guard let text = try text(column) else { throw refusal(column, .valueMissing) }
        return text
    }

    package func day(_ column: Column) throws(Refusal) -> Day? {
        guard let text = try text(column) else { return nil }
        guard let day = Day(iso: text), Day.years.contains(day.year) else { throw refusal(column, .notADay(text)) }
        return day
    }

    package func neededDay(_ column: Column) throws(Refusal) -> Day {
        guard let day = try day(column) else { throw refusal(column, .valueMissing) }
        return day
    }

    package func instant(_ column: Column) throws(Refusal) -> Instant? {
        guard let text = try text(column) else { return nil }
        guard let instant = calendar.instant(text) else { throw refusal(column, .notAnInstant(text)) }
        return instant
    }

    package func neededInstant(_ column: Column) throws(Refusal) -> Instant {
        guard let instant = try instant(column) else { throw refusal(column, .valueMissing) }
        return instant
    }

    /// When something was written down, by anybody.
    package func recorded(_ column: Column) throws(Refusal) -> Instant? {
        guard let instant = try instant(column) else { return nil }
        if let now, instant > now { throw refusal(column, .notYet(calendar.text(of: instant))) }
        return instant
    }

    package func neededRecorded(_ column: Column) throws(Refusal) -> Instant {
        guard let instant = try recorded(column) else { throw refusal(column, .valueMissing) }
        return instant
    }

    /// When something became so.
    /// - Parameter planned: how the row says it of what is only expected.
    package func happened(_ column: Column, planned: Refusal.Planned? = nil) throws(Refusal) -> Instant? {
        guard let instant = try instant(column) else { return nil }
        if let now, instant > now.latestHappening {
            throw refusal(column, .ahead(calendar.text(of: instant), planned))
        }
        return instant
    }

    package func neededHappened(_ column: Column) throws(Refusal) -> Instant {
        guard let instant = try happened(column) else { throw refusal(column, .valueMissing) }
        return instant
    }

    /// The same of a day that has been read.
    package func checkHappened(_ day: Day, _ column: Column, planned: Refusal.Planned? = nil) throws(Refusal) {
        guard let now, day > calendar.zone.day(of: now.latestHappening) else { return }
        throw refusal(column, .ahead("\(day)", planned))
    }

    package func currency(_ column: Column = .currency) throws(Refusal) -> Currency? {
        guard let text = try text(column) else { return nil }
        guard let currency = Currency(code: text) else { throw refusal(column, .currencyUnknown(text)) }
        return currency
    }

    /// An amount that cannot be less than nothing.
    package func money(_ column: Column, in currency: Currency) throws(Refusal) -> Money? {
        guard let text = try text(column) else { return nil }
        return try Amount(text: text).money(in: currency) { (reason) in refusal(column, reason) }
    }

    /// An amount whose currency is said elsewhere; read in full when that is known.
    package func amount(_ column: Column) throws(Refusal) -> Amount? { try text(column).map(Amount.init(text:)) }

    package func number(_ column: Column, in range: ClosedRange<Double>) throws(Refusal) -> Double? {
        guard let text = try text(column) else { return nil }
        guard let number = Double(plain: text) else { throw refusal(column, .notANumber(text)) }
        guard range.contains(number) else {
            throw refusal(column, .outOfRange(text, from: range.lowerBound.plain, to: range.upperBound.plain))
        }
        return number
    }

    package func whole(_ column: Column, in range: ClosedRange<Int>) throws(Refusal) -> Int? {
        guard let text = try text(column) else { return nil }
        guard let number = Int(text), text.first != "+" else { throw refusal(column, .notWhole(text)) }
        guard range.contains(number) else {
            throw refusal(column, .outOfRange(text, from: String(range.lowerBound), to: String(range.upperBound)))
        }
        return number
    }

    package func choice<Choice: RawRepresentable<String> & CaseIterable>(_ column: Column, _: Choice.Type)
        throws(Refusal) -> Choice?
    {
        guard let text = try text(column) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw refusal(column, .notOneOf(text, allowed: Choice.allCases.map(\.rawValue)))
        }
        return choice
    }

    package func flag(_ column: Column) throws(Refusal) -> Bool? { try choice(column, YesNo.self).map { $0 == .yes } }
}

package enum YesNo: String, CaseIterable, Sendable {
    case yes, no
    init(_ flag: Bool) { self = flag ? .yes : .no }
}
