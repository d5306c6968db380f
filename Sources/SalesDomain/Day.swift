/// A calendar day, without a time and without a zone: the number of days since 1970-01-01.
package struct Day: Hashable, Comparable, Sendable {
    package let number: Int32

    package init(number: Int32) { self.number = number }

    /// Nil when there is no such day (2017-02-29, month 13). Years 1–9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.lengthOfMonth(year: year, month: month)
        else { return nil }
        self.init(number: Day.number(year: year, month: month, day: day))
    }

    /// Reads `2017-10-01` and nothing else.
    package init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        var digits = [Int]()
        for (index, byte) in bytes.enumerated() where index != 4 && index != 7 {
            guard (48...57).contains(byte) else { return nil }
            digits.append(Int(byte) - 48)
        }
        self.init(
            year: digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3],
            month: digits[4] * 10 + digits[5], day: digits[6] * 10 + digits[7])
    }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
    package static func - (left: Day, right: Day) -> Int { Int(left.number) - Int(right.number) }
    package static func + (day: Day, days: Int) -> Day { Day(number: day.number + Int32(days)) }

    /// 0 is Monday, 6 is Sunday.
    package var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 }

    package var civil: (year: Int, month: Int, day: Int) {
        // Days to civil date by eras of 400 years that start on 1 March.
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// In which whatever a company writes down lies.
    package static let years = 1900...2200

    package var year: Int { civil.year }
    package var month: Int { civil.month }

    /// The first day of this day's month, moved by `months`.
    package func startOfMonth(plus months: Int = 0) -> Day {
        let (year, month, _) = civil
        let index = year * 12 + month - 1 + months
        return Day(number: Day.number(year: index / 12, month: index % 12 + 1, day: 1))
    }

    package static func lengthOfMonth(year: Int, month: Int) -> Int {
        switch month {
        case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    private static func number(year: Int, month: Int, day: Int) -> Int32 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(era * 146_097 + dayOfEra - 719_468)
    }
}

extension Day: CustomStringConvertible {
    /// `2017-10-01`.
    package var description: String {
        let (year, month, day) = civil
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
