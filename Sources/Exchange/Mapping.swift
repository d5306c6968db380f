/// How a table of another system becomes a table of the exchange format: which column is which, and how its values are
/// written there. Read from a file that `docs/mapping.md` describes.
package struct Mapping: Sendable, Equatable {
    package let target: ExchangeFile
    package var encoding = TextEncoding.utf8
    /// Between fields: one ASCII sign.
    package var separator = UInt8(ascii: ",")
    /// Texts that stand for "not known".
    var empty: Set<String> = []
    /// In the order of the target's columns. Where several are of one column, the first that has something fills it.
    var columns: [MappedColumn] = []
    /// Which columns are filled, each once.
    var filled: [Column] { columns.map(\.column).reduce(into: []) { if $0.last != $1 { $0.append($1) } } }

    init(target: ExchangeFile) { self.target = target }

    /// Rows of a deal log are put together anew where they are refused, so they are given back in the exchange format.
    var givesRowsBack: Bool { target != .dealLog }
}

/// Where the values of one column of the exchange format come from.
struct MappedColumn: Sendable, Equatable {
    enum Origin: Sendable, Equatable {
        case constant(String)
        /// As the table calls the column.
        case heading(String)
    }

    /// The values of a table in other words.
    struct Translation: Sendable, Equatable {
        /// What becomes of a value that has no translation.
        enum Otherwise: Sendable, Equatable {
            case refused, kept
            case taken(String)
        }
        private let words: [String: String]
        private let folded: [String: String]
        var otherwise = Otherwise.refused

        init(_ words: [String: String]) {
            self.words = words
            folded = Dictionary(words.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
        }

        /// Nil: refused. Case matters only where two values differ by nothing else.
        func word(for text: String) -> String? {
            if let word = words[text] ?? folded[text.lowercased()] { return word }
            return switch otherwise {
            case .refused: text.isEmpty ? "" : nil
            case .kept: text
            case .taken(let word): word
            }
        }
    }

    /// The column is filled only where another one of the target has one of these values.
    struct Condition: Sendable, Equatable {
        let column: Column
        let values: Set<String>
    }

    let column: Column
    var origin: Origin
    var translation: Translation?
    var dates = DateForm.iso
    /// Nil: numbers are written as in the exchange format.
    var decimal: DecimalSign?
    var conditions: [Condition] = []
}
