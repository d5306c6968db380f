import SalesDomain

/// How the beginning of a table looks: its letters, its signs, its headings and its first values.
struct TableLook: Sendable {
    let encoding: TextEncoding
    let separator: UInt8
    let headings: [String]
    private let rows: [CSVRow]

    init(_ beginning: [UInt8], file: String) throws(Refusal) {
        if let kind = OtherKind(beginning) { throw Refusal(file: file, line: 0, reason: kind.reason) }
        let whole = TableLook.wholeLines(beginning)
        encoding = String(validating: whole, as: UTF8.self) == nil ? .windows1251 : .utf8
        let text = encoding.utf8(whole)
        separator = TableLook.separator(text)
        var reader = CSVReader(file: file, separator: separator)
        var all: [CSVRow] = []
        reader.feed(text)
        while all.count < 1_000, let row = try reader.next() { all.append(row) }
        if all.count < 1_000 {
            reader.finish()
            while let row = try reader.next() { all.append(row) }
        }
        guard let header = all.first else { throw Refusal(file: file, line: 0, reason: .empty) }
        headings = header.texts.map(RowMapping.trimmed)
        rows = all.dropFirst().filter { $0.count == header.count }
    }

    /// In the order in which they come, each once; at most fifty.
    func values(of heading: String) -> [String] {
        var seen: Set<String> = []
        return Array(texts([heading]).filter { seen.insert($0).inserted }.prefix(50))
    }

    /// The form in which all days under these headings can be read; nil: that of the exchange format, or none.
    func dates(_ headings: [String]) -> DateForm? {
        let texts = texts(headings)
        let calendar = CompanyCalendar(zone: .utc)
        let forms = ["yyyy-mm-dd", "dd.mm.yyyy", "dd/mm/yyyy", "mm/dd/yyyy", "dd-mm-yyyy", "yyyy/mm/dd", "excel"]
        let form = forms.compactMap { DateForm($0) }.first { form in
            texts.allSatisfy { form.iso($0, timed: true).flatMap { calendar.instant($0) } != nil }
        }
        return texts.isEmpty || form == .iso ? nil : form
    }

    /// The sign by which all numbers under these headings can be read; nil: they are as in the exchange format, or it cannot
    /// be said.
    func decimal(_ headings: [String]) -> DecimalSign? {
        let texts = texts(headings)
        if texts.allSatisfy({ Double(plain: $0) != nil }) { return nil }
        return [DecimalSign.comma, .point].first { sign in texts.allSatisfy { sign.plain($0) != nil } }
    }

    private func texts(_ headings: [String]) -> [String] {
        let places = self.headings.indices.filter { headings.contains(self.headings[$0]) }
        return rows.flatMap { row in places.map { RowMapping.trimmed(row.text($0)) } }.filter { !$0.isEmpty }
    }

    /// Without the line that the end of the piece cuts.
    private static func wholeLines(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.last != UInt8(ascii: "\n"), bytes.count >= MappingStart.enough,
            let end = bytes.lastIndex(of: UInt8(ascii: "\n"))
        else { return bytes }
        return Array(bytes[...end])
    }

    /// Which of the usual signs stands in the first line most often, outside quotes.
    private static func separator(_ bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            counts[byte, default: 0] += 1
        }
        let signs: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
        return signs.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ",")
    }
}

extension MappingStart {
    /// Bytes of a file that are enough to guess from.
    package static let enough = 1 << 18
}
