/// A mapping under the header of one file: makes rows of the exchange format out of the rows of the file.
struct RowMapping: Sendable {
    /// Of the rows that are made.
    let header: Header
    private let mapping: Mapping
    private let name: String
    /// Where each mapped column stands in the file; nil for a constant.
    private let positions: [Int?]
    /// Which cell of the made row each mapped column fills.
    private let slots: [Int]
    private let filled: [Column]
    private let width: Int

    /// Refuses a file that lacks a column which the mapping reads, or has it twice.
    init(_ row: CSVRow, _ mapping: Mapping, named name: String) throws(Refusal) {
        self.mapping = mapping
        self.name = name
        width = row.count
        let filled = mapping.filled
        self.filled = filled
        slots = mapping.columns.map { filled.firstIndex(of: $0.column) ?? 0 }
        let names = row.texts.map(RowMapping.folded)
        var positions: [Int?] = []
        var missing: [String] = []
        for column in mapping.columns {
            guard case .heading(let heading) = column.origin else {
                positions.append(nil)
                continue
            }
            let found = names.indices.filter { names[$0] == RowMapping.folded(heading) }
            if found.count > 1 {
                throw Refusal(file: name, line: row.line, column: column.column, reason: .columnTwice(heading))
            }
            positions.append(found.first)
            if found.isEmpty, !missing.contains(heading) { missing.append(heading) }
        }
        guard missing.isEmpty else {
            throw Refusal(
                file: name, line: row.line, reason: .headingsMissing(missing, found: Array(row.texts.prefix(50))))
        }
        self.positions = positions
        let read = Set(positions.compactMap { $0 })
        header = Header(
            mapping, names: row.texts, unread: row.texts.indices.filter { !read.contains($0) }.map { row.texts[$0] })
    }

    /// The row as the exchange format has it, with what is wrong with it. Of a refused row the columns that could be read
    /// are there.
    func map(_ row: CSVRow) -> (row: CSVRow, refusal: Refusal?) {
        var cells = [String](repeating: "", count: filled.count)
        var refusal: Refusal?
        if row.count != width {
            refusal = Refusal(file: name, line: row.line, reason: .fieldCount(found: row.count, expected: width))
        }
        for isConditional in [false, true] {
            for (place, column) in mapping.columns.enumerated() where !column.conditions.isEmpty == isConditional {
                let slot = slots[place]
                guard cells[slot].isEmpty, column.conditions.allSatisfy({ holds($0, cells) }) else { continue }
                do throws(Refusal) { cells[slot] = try cell(place, row) } catch { refusal = refusal ?? error }
            }
        }
        var made = CSVRow(line: row.line, texts: cells)
        if mapping.givesRowsBack { made.original = row.texts }
        return (made, refusal)
    }

    private func holds(_ condition: MappedColumn.Condition, _ cells: [String]) -> Bool {
        filled.firstIndex(of: condition.column).map { condition.values.contains(cells[$0]) } ?? false
    }

    private func cell(_ place: Int, _ row: CSVRow) throws(Refusal) -> String {
        let column = mapping.columns[place]
        guard let position = positions[place] else {
            if case .constant(let text) = column.origin { return text }
            return ""
        }
        guard position < row.count else { return "" }
        var text = RowMapping.trimmed(row.text(position))
        if mapping.empty.contains(text) { text = "" }
        return try value(of: text, column, row)
    }

    private func value(of text: String, _ column: MappedColumn, _ row: CSVRow) throws(Refusal) -> String {
        func refusal(_ reason: Refusal.Reason) -> Refusal {
            Refusal(file: name, line: row.line, column: column.column, reason: reason)
        }
        if let translation = column.translation {
            guard let word = translation.word(for: text) else { throw refusal(.notTranslated(text)) }
            return word
        }
        guard !text.isEmpty else { return "" }
        let kind = mapping.target.kind(of: column.column)
        switch kind {
        case .text: return text
        case .day, .instant:
            guard let iso = column.dates.iso(text, timed: kind == .instant) else {
                throw refusal(.notOfForm(text, form: column.dates.name))
            }
            return iso
        case .number:
            guard let decimal = column.decimal else { return text }
            guard let plain = decimal.plain(text) else { throw refusal(.notDecimal(text, sign: decimal.rawValue)) }
            return plain
        }
    }

    /// Headings are alike whatever their case and the spaces around them.
    static func folded(_ heading: String) -> String { trimmed(heading).lowercased() }

    static func trimmed(_ text: String) -> String {
        guard let first = text.utf8.first, let last = text.utf8.last,
            first <= 32 || last <= 32 || first > 127 || last > 127
        else { return text }
        let start = text.drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
