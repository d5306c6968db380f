internal import SalesDomain

/// A table as RFC 4180 text with a header row and CRLF line ends. It is read by people in spreadsheets: no text in it
/// is taken for a formula.
package struct CSVText: Sendable {
    package private(set) var text = ""

    package init(_ table: ReportTable) {
        row(table.header.map { .text($0) })
        for cells in table.rows { row(cells) }
    }

    private mutating func row(_ cells: [ReportTable.Cell]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { text += "," }
            switch cell {
            case .empty: break
            case .text(let value): text += CSVText.quoted(CSVText.guarded(value))
            case .int(let value): text += String(value)
            case .number(let value): text += value.isFinite ? "\(value)" : ""
            case .fraction(let value): text += value.isFinite ? "\(value.sixDecimals)" : ""
            case .money(let minor, let currency): text += Money(minorUnits: minor, currency: currency).decimal
            case .day(let day): text += "\(day)"
            }
        }
        text += "\r\n"
    }

    /// A spreadsheet takes text that begins so for a formula: an apostrophe before it says that it is text.
    private static func guarded(_ value: String) -> String {
        value.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false ? "'" + value : value
    }

    private static func quoted(_ value: String) -> String {
        let needed = value.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13 }
        guard needed else { return value }
        return "\"" + value.replacing("\"", with: "\"\"") + "\""
    }
}

extension Double {
    /// As probabilities and shares are written in documents.
    package var sixDecimals: Double { (self * 1_000_000).rounded() / 1_000_000 }
}
