/// A sentence with places for values, read once.
struct Pattern: Sendable, Equatable {
    enum Segment: Sendable, Equatable {
        case text(String)
        case value(String)
        case plural(String, [String])
        case strongStart, strongEnd
        case linkStart(String)
        case linkEnd
    }
    let segments: [Segment]

    init(_ text: String) {
        var reader = PatternReader(rest: text[...])
        segments = reader.read()
    }

    /// The names that the sentence asks for, with the number of plural forms where it counts.
    var arguments: [String: Int] {
        segments.reduce(into: [:]) { found, segment in
            switch segment {
            case .value(let name), .linkStart(let name): found[name] = max(found[name] ?? 0, 0)
            case .plural(let name, let forms): found[name] = forms.count
            case .text, .strongStart, .strongEnd, .linkEnd: break
            }
        }
    }
}

private struct PatternReader {
    var rest: Substring
    private var found: [Pattern.Segment] = []
    private var words = ""
    private var strong = false

    init(rest: Substring) { self.rest = rest }

    mutating func read() -> [Pattern.Segment] {
        while let character = rest.popFirst() {
            switch character {
            case "{": brace()
            case "*":
                add(strong ? .strongEnd : .strongStart)
                strong.toggle()
            case "[": add(.linkStart(linkName()))
            case "]":
                add(.linkEnd)
                if let close = rest.firstIndex(of: ")") { rest = rest[rest.index(after: close)...] }
            default: words.append(character)
            }
        }
        flush()
        return found
    }

    private mutating func brace() {
        let inside = rest.prefix { $0 != "}" }
        rest = rest.dropFirst(inside.count + 1)
        let parts = inside.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        add(parts.count == 1 ? .value(parts[0]) : .plural(parts[0], Array(parts.dropFirst())))
    }

    /// The name stands after the words: `[words](name)`.
    private func linkName() -> String {
        guard let start = rest.firstRange(of: "](")?.upperBound else { return "" }
        return String(rest[start...].prefix { $0 != ")" })
    }

    private mutating func add(_ segment: Pattern.Segment) {
        flush()
        found.append(segment)
    }

    private mutating func flush() {
        if !words.isEmpty { found.append(.text(words)) }
        words = ""
    }
}
