import SalesDomain

/// What is wrong with a mapping file. `at` is the place in it: `columns.stage.values`.
package enum MappingProblem: Equatable, Sendable {
    package enum Kind: String, Sendable { case object, text, texts, source, tables }

    /// The line, where the reader says it.
    case notJSON(line: Int?)
    case notOfKind(Kind, at: String)
    case missing(String)
    case unknownKey(at: String, known: [String])
    case targetUnknown(String, known: [String])
    case columnUnknown(at: String, target: String, known: [String])
    /// Columns without which the table cannot be understood.
    case columnsMissing([String], target: String)
    /// A value that is none of those that are known.
    case notOneOf(String, at: String, known: [String])
    /// Exactly one of `column` and `constant` must be there.
    case twoOrigins(at: String)
    /// A condition asks for a column that the mapping does not fill, or that has a condition itself.
    case conditionUnknown(String, at: String)
}

extension MappingProblem {
    func words(in language: Company.Language) -> String {
        switch language {
        case .en: english
        case .uk: ukrainian
        }
    }

    private var english: String {
        switch self {
        case .notJSON(let line):
            "this is no JSON\(line.map { ", line \($0)" } ?? ""): look for a missing comma, quote or bracket"
        case .notOfKind(let kind, let at): "\(at) must be \(MappingProblem.english(kind))"
        case .missing(let key): "“\(key)” is missing"
        case .unknownKey(let at, let known): "there is no \(at); here may stand: \(list(known))"
        case .targetUnknown(let name, let known): "there is no table “\(name)” to map to; there are: \(list(known))"
        case .columnUnknown(let at, let target, let known):
            "\(at): \(target).csv has no such column; it has: \(list(known))"
        case .columnsMissing(let missing, let target):
            "columns does not say where these of \(target).csv come from: \(list(missing)). Where nothing is known, write {\"constant\": \"\"}"
        case .notOneOf(let text, let at, let known): "\(at): “\(text)” is none of: \(list(known))"
        case .twoOrigins(let at): "\(at) must have either \"column\" or \"constant\""
        case .conditionUnknown(let name, let at):
            "\(at): “\(name)” is no column that this mapping fills without a condition"
        }
    }

    private var ukrainian: String {
        switch self {
        case .notJSON(let line):
            "це не JSON\(line.map { ", рядок \($0)" } ?? ""): пошукайте, де бракує коми, лапок чи дужки"
        case .notOfKind(let kind, let at): "\(at) має бути \(MappingProblem.ukrainian(kind))"
        case .missing(let key): "бракує «\(key)»"
        case .unknownKey(let at, let known): "\(at) — такого немає; тут може бути: \(list(known))"
        case .targetUnknown(let name, let known): "таблиці «\(name)» немає; є: \(list(known))"
        case .columnUnknown(let at, let target, let known):
            "\(at): у \(target).csv немає такого стовпця; є: \(list(known))"
        case .columnsMissing(let missing, let target):
            "columns не каже, звідки взяти стовпці \(target).csv: \(list(missing)). Якщо нічого не відомо, напишіть {\"constant\": \"\"}"
        case .notOneOf(let text, let at, let known): "\(at): «\(text)» — нічого з переліку: \(list(known))"
        case .twoOrigins(let at): "\(at) має містити або \"column\", або \"constant\""
        case .conditionUnknown(let name, let at):
            "\(at): «\(name)» — не той стовпець, який це зіставлення заповнює без умови"
        }
    }

    private static func english(_ kind: Kind) -> String {
        switch kind {
        case .object: "an object in braces"
        case .text: "a text in quotes"
        case .texts: "a list of texts"
        case .source: "a heading in quotes, an object with \"column\" or \"constant\", or a list of such"
        case .tables: "a list of tables, each an object in braces"
        }
    }

    private static func ukrainian(_ kind: Kind) -> String {
        switch kind {
        case .object: "об’єктом у фігурних дужках"
        case .text: "текстом у лапках"
        case .texts: "списком текстів"
        case .source: "заголовком у лапках, об’єктом із \"column\" чи \"constant\" або їх списком"
        case .tables: "списком таблиць, кожна — об’єкт у фігурних дужках"
        }
    }

    private func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}
