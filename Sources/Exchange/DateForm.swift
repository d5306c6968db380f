import SalesDomain

/// How a table writes days, and instants as a day with a time after it.
package enum DateForm: Sendable, Equatable {
    /// As the exchange format does, offset and all.
    case iso
    /// Days since 30 December 1899, with the time as a fraction, as spreadsheets keep them.
    case excel
    /// Such as `dd.mm.yyyy`; parts of a day or month may be of one digit.
    case parts([Part], name: String)

    package enum Part: Sendable, Equatable {
        case day, month, year, shortYear
        case sign(UInt8)
    }

    /// Nil for what names no form: day, month and year must each be there once.
    package init?(_ text: String) {
        let name = text.lowercased()
        switch name {
        case "iso", "yyyy-mm-dd": self = .iso
        case "excel": self = .excel
        default:
            guard let parts = DateForm.read(name) else { return nil }
            self = .parts(parts, name: name)
        }
    }

    package var name: String {
        switch self {
        case .iso: "yyyy-mm-dd"
        case .excel: "excel"
        case .parts(_, let name): name
        }
    }

    /// As the exchange format writes it; nil when the text has another form.
    /// - Parameter timed: with the time, where the text has one; otherwise the day alone.
    package func iso(_ text: String, timed: Bool) -> String? {
        switch self {
        case .iso: return timed ? text : DateForm.dayOfISO(text)
        case .excel: return DateForm.fromExcel(text, timed: timed)
        case .parts(let parts, _):
            var bytes = Array(text.utf8)[...]
            guard let day = DateForm.day(&bytes, parts) else { return nil }
            if bytes.isEmpty { return "\(day)" }
            guard let time = DateForm.time(&bytes) else { return nil }
            return timed ? "\(day)T\(time)" : "\(day)"
        }
    }

    private static func dayOfISO(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count > 10, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return text }
        return String(decoding: bytes.prefix(10), as: UTF8.self)
    }

    private static func fromExcel(_ text: String, timed: Bool) -> String? {
        guard let number = Double(plain: text), (1..<150_000).contains(number) else { return nil }
        let seconds = Int((number * 86_400).rounded())
        guard let first = Day(iso: "1899-12-30") else { return nil }
        let day = first + seconds / 86_400
        let rest = seconds % 86_400
        guard timed, rest > 0 else { return "\(day)" }
        return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
    }

    private static func read(_ name: String) -> [Part]? {
        var parts: [Part] = []
        var rest = Array(name.utf8)[...]
        while let first = rest.first {
            let run = rest.prefix { $0 == first }
            switch (first, run.count) {
            case (UInt8(ascii: "d"), 1...2): parts.append(.day)
            case (UInt8(ascii: "m"), 1...2): parts.append(.month)
            case (UInt8(ascii: "y"), 4): parts.append(.year)
            case (UInt8(ascii: "y"), 2): parts.append(.shortYear)
            case (UInt8(ascii: "."), 1), (UInt8(ascii: "/"), 1), (UInt8(ascii: "-"), 1), (UInt8(ascii: " "), 1):
                parts.append(.sign(first))
            default: return nil
            }
            rest = rest.dropFirst(run.count)
        }
        let years = parts.filter { $0 == .year || $0 == .shortYear }.count
        guard parts.filter({ $0 == .day }).count == 1, parts.filter({ $0 == .month }).count == 1, years == 1 else {
            return nil
        }
        return parts
    }

    private static func day(_ bytes: inout ArraySlice<UInt8>, _ parts: [Part]) -> Day? {
        var (year, month, day) = (0, 0, 0)
        for part in parts {
            switch part {
            case .day: day = number(&bytes, 1...2) ?? 0
            case .month: month = number(&bytes, 1...2) ?? 0
            case .year: year = number(&bytes, 4...4) ?? 0
            case .shortYear: year = number(&bytes, 2...2).map { 2000 + $0 } ?? 0
            case .sign(let sign): guard take(&bytes, sign) else { return nil }
            }
        }
        return Day(year: year, month: month, day: day)
    }

    /// Reads ` 9:05`, `, 09:05:30`, `T9:05 PM`.
    private static func time(_ bytes: inout ArraySlice<UInt8>) -> String? {
        _ = take(&bytes, UInt8(ascii: ","))
        guard take(&bytes, UInt8(ascii: " ")) || take(&bytes, UInt8(ascii: "T")), var hour = number(&bytes, 1...2),
            take(&bytes, UInt8(ascii: ":")), let minute = number(&bytes, 2...2)
        else { return nil }
        var second = 0
        if take(&bytes, UInt8(ascii: ":")) {
            guard let seconds = number(&bytes, 2...2) else { return nil }
            second = seconds
        }
        _ = take(&bytes, UInt8(ascii: " "))
        switch String(decoding: bytes, as: UTF8.self).lowercased() {
        case "": break
        case "am" where (1...12).contains(hour): hour %= 12
        case "pm" where (1...12).contains(hour): hour = hour % 12 + 12
        default: return nil
        }
        guard hour < 24, minute < 60, second < 60 else { return nil }
        return "\(two(hour)):\(two(minute)):\(two(second))"
    }

    private static func number(_ bytes: inout ArraySlice<UInt8>, _ digits: ClosedRange<Int>) -> Int? {
        let run = bytes.prefix(digits.upperBound).prefix { (48...57).contains($0) }
        guard run.count >= digits.lowerBound else { return nil }
        bytes = bytes.dropFirst(run.count)
        return run.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    private static func take(_ bytes: inout ArraySlice<UInt8>, _ sign: UInt8) -> Bool {
        guard bytes.first == sign else { return false }
        bytes = bytes.dropFirst()
        return true
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
