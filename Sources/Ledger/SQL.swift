/// A statement, written once for both engines, with `$1` parameters. It is made from a literal and from nothing else:
/// a `String` cannot become a statement.
package struct SQL: Sendable, ExpressibleByStringLiteral {
    package let text: String
    private let place: Int

    package init(stringLiteral literal: StaticString) {
        text = literal.description
        place = literal.hasPointerRepresentation ? Int(bitPattern: literal.utf8Start) : Int(literal.unicodeScalar.value)
    }
}

/// Two statements are the same when they are the same literal of the program: a look-up costs no reading of the text.
extension SQL: Hashable {
    package static func == (left: SQL, right: SQL) -> Bool {
        left.place == right.place && left.text.utf8.count == right.text.utf8.count
    }
    package func hash(into hasher: inout Hasher) { hasher.combine(place) }
}

extension SQL: CustomStringConvertible {
    package var description: String { text }
}
