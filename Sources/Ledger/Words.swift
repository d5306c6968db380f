package import SalesDomain

/// Texts kept once: sources, reasons, results, changed titles.
package struct Words {
    let transaction: any Transaction

    /// The number of a text; it is added when it is new.
    package func id(of text: String) throws -> Word.ID {
        if let known = try find(text) { return known }
        return Key(try transaction.insert(WordSQL.add, [.text(text)]))
    }

    /// Which word of the log says which forecast category.
    package func categories() throws -> [Word.ID: Deal.Category] {
        try Deal.Category.allCases.reduce(into: [:]) { found, category in
            if let word = try find(category.rawValue) { found[word] = category }
        }
    }

    package func find(_ text: String) throws -> Word.ID? {
        try transaction.first(WordSQL.find, [.text(text)]) { $0.key(0) }
    }

    package func text(_ id: Word.ID) throws -> String? {
        try transaction.first(WordSQL.text, [Value(id)]) { $0.text(0) }
    }
}

/// The CRMs whose identities are known here.
package struct Sources {
    let transaction: any Transaction

    package func id(of name: String) throws -> Source.ID {
        if let known: Source.ID = try transaction.first(WordSQL.findSource, [.text(name)], { $0.key(0) }) {
            return known
        }
        return Key(try transaction.insert(WordSQL.addSource, [.text(name)]))
    }

    package func all() throws -> [(id: Source.ID, name: String)] {
        try transaction.all(WordSQL.sources) { ($0.key(0), $0.text(1)) }
    }
}

extension Transaction {
    package var words: Words { Words(transaction: self) }
    package var sources: Sources { Sources(transaction: self) }
}

private enum WordSQL {
    static let find: SQL = "SELECT id FROM words WHERE text = $1"
    static let text: SQL = "SELECT text FROM words WHERE id = $1"
    static let add: SQL = "INSERT INTO words (text) VALUES ($1) RETURNING id"
    static let findSource: SQL = "SELECT id FROM sources WHERE name = $1"
    static let addSource: SQL = "INSERT INTO sources (name) VALUES ($1) RETURNING id"
    static let sources: SQL = "SELECT id, name FROM sources ORDER BY id"
}
