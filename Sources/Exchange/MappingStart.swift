import SalesDomain

/// A mapping to begin with, guessed from the headings and the first rows of a table. Somebody has to look it through.
package struct MappingStart: Sendable {
    package let target: ExchangeFile
    /// Columns of the target for which a heading was found.
    package let guessed: [(column: String, heading: String)]
    /// Columns that the target needs, and no heading looks like.
    package let missing: [String]
    /// Headings that are taken for nothing.
    package let unused: [String]
    private let look: TableLook
    private let closings: (won: String, lost: String)?

    /// - Parameters:
    ///   - beginning: the first bytes of the file, some hundred rows.
    ///   - file: its name, for what is refused.
    package init(beginning: [UInt8], file: String, target: ExchangeFile) throws(Refusal) {
        let look = try TableLook(beginning, file: file)
        var guessed = target.columns.compactMap { column in
            HeadingWords.heading(for: column, among: look.headings, of: target).map {
                (column: column.name, heading: $0)
            }
        }
        closings = target == .deals ? HeadingWords.closings(among: look.headings) : nil
        if let closings {
            guessed.removeAll { $0.column == Column.closed_at.name }
            guessed += [closings.won, closings.lost].map { (Column.closed_at.name, $0) }
        }
        let stage = guessed.first { $0.column == Column.stage.name }?.heading
        if target == .deals, let stage, !guessed.contains(where: { $0.column == Column.status.name }) {
            guessed.append((Column.status.name, stage))
        }
        let found = Set(guessed.map(\.column))
        let used = Set(guessed.map(\.heading))
        self.target = target
        self.look = look
        self.guessed = guessed
        missing = target.required.filter { !found.contains($0.name) && !MappingStart.mayBeEmpty.contains($0) }.map(
            \.name)
        unused = look.headings.filter { !used.contains($0) }
    }

    /// Needed in the header, but not in every row.
    private static let mayBeEmpty: [Column] = [.amount, .closed_at]

    /// The file, to be read by `Mappings` when what is missing has been added.
    package var json: String { "{\n  \(lines.joined(separator: ",\n  "))\n}\n" }

    /// The same of several tables, each with the file that it was guessed from.
    package static func json(of tables: [(file: String, start: MappingStart)]) -> String {
        let objects = tables.map { file, start in
            let lines = ["\"file\": \(quoted(file))"] + start.lines
            return "    {\n      \(lines.joined(separator: ",\n  ").replacing("\n", with: "\n    "))\n    }"
        }
        return "{\n  \"tables\": [\n\(objects.joined(separator: ",\n"))\n  ]\n}\n"
    }

    private var lines: [String] {
        var lines = ["\"target\": \(MappingStart.quoted(target.rawValue))"]
        if look.encoding != .utf8 { lines.append("\"encoding\": \(MappingStart.quoted(look.encoding.rawValue))") }
        if look.separator != UInt8(ascii: ",") {
            let sign = look.separator == 9 ? "tab" : String(UnicodeScalar(look.separator))
            lines.append("\"separator\": \(MappingStart.quoted(sign))")
        }
        if let dates = look.dates(headings(of: [.day, .instant])) {
            lines.append("\"dates\": \(MappingStart.quoted(dates.name))")
        }
        if let decimal = look.decimal(headings(of: [.number])) {
            lines.append("\"decimal\": \(MappingStart.quoted(decimal.rawValue))")
        }
        lines.append("\"columns\": {\n    \(columns.joined(separator: ",\n    "))\n  }")
        return lines
    }

    private func headings(of kinds: Set<ColumnKind>) -> [String] {
        guessed.filter { one in
            target.columns.first { $0.name == one.column }.map { kinds.contains(target.kind(of: $0)) } ?? false
        }.map(\.heading)
    }

    private var columns: [String] {
        target.columns.compactMap { column in
            guard let heading = guessed.first(where: { $0.column == column.name })?.heading else {
                guard target.required.contains(column), MappingStart.mayBeEmpty.contains(column) else { return nil }
                return "\(MappingStart.quoted(column.name)): {\"constant\": \"\"}"
            }
            return "\(MappingStart.quoted(column.name)): \(source(column, heading))"
        }
    }

    private func source(_ column: Column, _ heading: String) -> String {
        let quoted = MappingStart.quoted(heading)
        switch (target, column) {
        case (.deals, .status): return status(heading)
        case (.deals, .closed_at) where closings != nil:
            return "[\(closed(closings?.won ?? "", .won)), \(closed(closings?.lost ?? "", .lost))]"
        case (.deals, .closed_at):
            return "{\"column\": \(quoted), \"when\": {\"status\": [\"won\", \"lost\"]}}"
        case (.deals, .expected_close) where isAlsoClosing(heading):
            return "{\"column\": \(quoted), \"when\": {\"status\": \"open\"}}"
        default: return quoted
        }
    }

    private func closed(_ heading: String, _ status: Deal.Status) -> String {
        "{\"column\": \(MappingStart.quoted(heading)), \"when\": {\"status\": \"\(status.rawValue)\"}}"
    }

    /// One column of the table tells when a deal was closed, and of an open one when it should be.
    private func isAlsoClosing(_ heading: String) -> Bool {
        guessed.contains { $0.column == Column.closed_at.name && $0.heading == heading }
    }

    private func status(_ heading: String) -> String {
        let words = look.values(of: heading).compactMap { value in
            OutcomeWords.status(of: value).map { "\(MappingStart.quoted(value)): \(MappingStart.quoted($0.rawValue))" }
        }
        let quoted = MappingStart.quoted(heading)
        return "{\"column\": \(quoted), \"values\": {\(words.joined(separator: ", "))}, \"otherwise\": \"open\"}"
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": out += "\\\(scalar)"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _ where scalar.value < 0x20: out += " "
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}

/// Words by which a value tells that a deal is won or lost. For guesses only.
private enum OutcomeWords {
    static func status(of value: String) -> Deal.Status? {
        let text = value.lowercased()
        // A lost deal may be called "closed and not realised": what denies is asked first.
        if lost.contains(where: text.contains) { return .lost }
        return won.contains(where: text.contains) ? .won : nil
    }

    private static let lost = [
        "lost", "програ", "втрачен", "провал", "відмов", "отказ", "не реаліз", "не реализ", "неуспіш", "неуспеш",
    ]
    private static let won = ["won", "вигра", "успіш", "успеш", "реалізовано", "реализовано", "продано"]
}
