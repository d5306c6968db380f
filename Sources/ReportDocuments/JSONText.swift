package import SalesDomain

/// A JSON value whose keys keep their order and whose money is printed exactly.
package indirect enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case number(Double)
    case money(Int64, Currency)
    case string(String)
    case array([JSONValue])
    case object([(String, JSONValue)])

    /// One line, without a space.
    package var text: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .int(let value): text += String(value)
        case .number(let value): text += value.isFinite ? "\(value)" : "null"
        case .money(let minor, let currency): text += Money(minorUnits: minor, currency: currency).decimal
        case .string(let value): JSONValue.quote(value, to: &text)
        case .array(let values):
            text += "["
            for (place, value) in values.enumerated() {
                if place > 0 { text += "," }
                value.write(to: &text)
            }
            text += "]"
        case .object(let pairs):
            text += "{"
            for (place, (key, value)) in pairs.enumerated() {
                if place > 0 { text += "," }
                JSONValue.quote(key, to: &text)
                text += ":"
                value.write(to: &text)
            }
            text += "}"
        }
    }

    private static func quote(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            // "</" must not end a script in which a page carries the document.
            case "<": text += "\\u003c"
            case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

extension JSONValue {
    static func money(_ minor: Int64?, _ currency: Currency) -> JSONValue {
        minor.map { .money($0, currency) } ?? .null
    }
    static func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    static func string(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    static func day(_ day: Day?) -> JSONValue { .string(day.map { "\($0)" }) }

    /// Six decimals: for probabilities and accuracies.
    static func fraction(_ value: Double?) -> JSONValue {
        number(value.map(\.sixDecimals))
    }
}
