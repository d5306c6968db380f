internal import Ledger

/// An `INSERT … VALUES ($1, …)` of one row, written so that it takes several: the server is asked once for all of them.
struct ManyRows {
    /// Up to the values.
    private let beginning: Substring
    private let columns: Int
    /// So many rows are sent together, at most; what is left over goes by the smaller ones, so that few statements are prepared.
    static let sizes = [32, 8, 4, 2, 1]

    /// Nil: it is not of that kind. What it returns is left out, as nobody asks for it.
    init?(_ statement: SQL) {
        var text = statement.text[...]
        if text.hasSuffix(" RETURNING id") { text = text.dropLast(" RETURNING id".count) }
        guard text.hasPrefix("INSERT INTO "), let values = text.firstRange(of: "VALUES ") else { return nil }
        let list = text[values.upperBound...].split { $0 == " " || $0.isNewline }.joined()
        let columns = list.count { $0 == "$" }
        guard columns > 0, list == ManyRows.row(columns, from: 1).split(separator: " ").joined() else { return nil }
        beginning = text[..<values.upperBound]
        self.columns = columns
    }

    func text(rows: Int) -> String {
        beginning + (0..<rows).map { ManyRows.row(columns, from: $0 * columns + 1) }.joined(separator: ", ")
    }

    private static func row(_ columns: Int, from first: Int) -> String {
        "(" + (first..<first + columns).map { "$\($0)" }.joined(separator: ", ") + ")"
    }
}
