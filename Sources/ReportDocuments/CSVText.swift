package import SalesDomain

/// Rows of a report as RFC 4180 text with a header row and CRLF line ends.
package struct CSVText: Sendable {
    package private(set) var text = ""

    package init(header: [String]) { row(header.map(Field.text)) }

    package enum Field: Sendable {
        case empty
        case text(String)
        case int(Int)
        case number(Double)
        case money(Int64, Currency)
    }

    package mutating func row(_ fields: [Field]) {
        for (place, field) in fields.enumerated() {
            if place > 0 { text += "," }
            switch field {
            case .empty: break
            case .text(let value): text += CSVText.quoted(value)
            case .int(let value): text += String(value)
            case .number(let value): text += value.isFinite ? "\(value)" : ""
            case .money(let minor, let currency): text += Money(minorUnits: minor, currency: currency).decimal
            }
        }
        text += "\r\n"
    }

    private static func quoted(_ value: String) -> String {
        let needed = value.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13 }
        guard needed else { return value }
        return "\"" + value.replacing("\"", with: "\"\"") + "\""
    }
}

extension CSVText.Field {
    static func money(_ minor: Int64?, _ currency: Currency) -> Self { minor.map { .money($0, currency) } ?? .empty }
    static func number(_ value: Double?) -> Self { value.map { .number($0) } ?? .empty }
    static func text(_ value: String?) -> Self { value.map { .text($0) } ?? .empty }
    static func day(_ day: Day?) -> Self { day.map { .text("\($0)") } ?? .empty }
}
