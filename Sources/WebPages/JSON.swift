/// What a picture is drawn from in the browser.
indirect enum JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
    case string(String)
    case number(Double)
    case flag(Bool)
    case none
    case array([JSON])
    case object(KeyValuePairs<String, JSON>)

    init(stringLiteral value: String) { self = .string(value) }
    init(booleanLiteral value: Bool) { self = .flag(value) }
    static func numbers(_ values: [Double]) -> JSON { .array(values.map { .number($0) }) }
    static func strings(_ values: [String]) -> JSON { .array(values.map { .string($0) }) }

    var text: String {
        switch self {
        case .string(let value): JSON.quoted(value)
        case .number(let value): value.isFinite ? "\(value)" : "null"
        case .flag(let value): value ? "true" : "false"
        case .none: "null"
        case .array(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
        case .object(let pairs):
            "{" + pairs.map { JSON.quoted($0.key) + ":" + $0.value.text }.joined(separator: ",") + "}"
        }
    }

    /// Safe inside a script element as well.
    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "<", ">", "&", "\u{2028}", "\u{2029}": out += escape(scalar)
            case _ where scalar.value < 32: out += escape(scalar)
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
