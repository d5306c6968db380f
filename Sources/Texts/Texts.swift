package import SalesDomain

/// What the interface says, in one language. Keys are addresses (`company.sentence.forecast`); a pattern may hold
/// `{name}` for a value, `{name|# угода|# угоди|# угод|# угоди}` for a count with its plural forms in the order of the
/// language's categories, `*strong*`, and `[words](name)` for a link whose address is the value `name`.
package struct Texts: Sendable {
    package let language: Company.Language
    /// Under which words are looked for first: how money is counted, where that changes them.
    private let variant: String

    package init(_ language: Company.Language, counting basis: Company.Basis = .won) {
        self.language = language
        variant =
            switch basis {
            case .won: ""
            case .paid: "paid."
            case .shipped: "shipped."
            case .margin: "margin."
            }
    }

    private func pattern(_ key: String) -> Pattern? {
        (variant.isEmpty ? nil : Texts.pattern(variant + key, language)) ?? Texts.pattern(key, language)
    }

    package enum Argument: Sendable, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral {
        case text(String)
        case count(Int)
        package init(stringLiteral value: String) { self = .text(value) }
        package init(integerLiteral value: Int) { self = .count(value) }
    }

    /// Words only: emphasis and links are left out.
    package func callAsFunction(_ key: String, _ arguments: [String: Argument] = [:]) -> String {
        pieces(key, arguments).reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
    }

    /// In order; what is emphasised or linked stands between its start and its end. A key that nobody wrote comes back
    /// as itself, so that a test can see it.
    package func pieces(_ key: String, _ arguments: [String: Argument] = [:]) -> [Piece] {
        guard let pattern = pattern(key) else { return [.text(key)] }
        return pattern.segments.map { piece($0, arguments) }
    }

    func words(of pattern: Pattern, _ arguments: [String: Argument]) -> String {
        pattern.segments.reduce(into: "") { if case .text(let text) = piece($1, arguments) { $0 += text } }
    }

    package func has(_ key: String) -> Bool { pattern(key) != nil }

    private func piece(_ segment: Pattern.Segment, _ arguments: [String: Argument]) -> Piece {
        switch segment {
        case .text(let text): .text(text)
        case .value(let name): .text(value(arguments[name]))
        case .plural(let name, let forms): .text(counted(arguments[name], forms))
        case .strongStart: .strongStart
        case .strongEnd: .strongEnd
        case .linkStart(let name): .linkStart(value(arguments[name]))
        case .linkEnd: .linkEnd
        }
    }

    private func value(_ argument: Argument?) -> String {
        switch argument {
        case .text(let text): text
        case .count(let count): integer(count)
        case nil: ""
        }
    }

    private func counted(_ argument: Argument?, _ forms: [String]) -> String {
        guard case .count(let count) = argument, let other = forms.last else { return value(argument) }
        let index = plural(of: count)
        return (index < forms.count ? forms[index] : other).replacing("#", with: integer(count))
    }
}

/// A part of a sentence.
package enum Piece: Sendable, Equatable {
    case text(String)
    case strongStart, strongEnd
    /// Holds the address.
    case linkStart(String)
    case linkEnd
}
