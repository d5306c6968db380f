import Foundation

/// A comma-separated file with a header row, read whole; good enough for the data sets beside the project.
struct Table {
    let rows: [[String]]
    private let place: [String: Int]

    init?(_ path: String) {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        var lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
        guard let header = lines.first else { return nil }
        lines.removeFirst()
        place = Dictionary(
            uniqueKeysWithValues: header.split(separator: ",", omittingEmptySubsequences: false).enumerated().map {
                (String($1), $0)
            })
        rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    func column(_ name: String) -> (Int) -> String {
        guard let index = place[name] else { return { _ in "" } }
        return { index < rows[$0].count ? rows[$0][index] : "" }
    }
}

/// Civil days without a calendar library.
enum Civil {
    static func day(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return Int32(era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468)
    }

    /// The first ten characters of an ISO date or time.
    static func day(_ text: String) -> Int32? {
        let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? day(parts[0], parts[1], parts[2]) : nil
    }

    static func date(_ number: Int32) -> (year: Int, month: Int, day: Int) {
        let z = Int(number) + 719468
        let era = (z >= 0 ? z : z - 146096) / 146097
        let dayOfEra = z - era * 146097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let mp = (5 * dayOfYear + 2) / 153
        let month = mp < 10 ? mp + 3 : mp - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
    }

    static func month(_ day: Int32, plus: Int = 0) -> Window32 {
        let (year, month, _) = date(day)
        let index = year * 12 + month - 1 + plus
        return (Civil.day(index / 12, index % 12 + 1, 1), Civil.day((index + 1) / 12, (index + 1) % 12 + 1, 1))
    }

    static func quarter(_ day: Int32, plus: Int = 0) -> Window32 {
        let (year, month, _) = date(day)
        let index = year * 4 + (month - 1) / 3 + plus
        return (
            Civil.day(index / 4, index % 4 * 3 + 1, 1), Civil.day((index + 1) / 4, (index + 1) % 4 * 3 + 1, 1)
        )
    }

    typealias Window32 = (start: Int32, end: Int32)
}
