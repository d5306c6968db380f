/// A way of sharing a deal as one value of `deal_log.csv`: `s01:0.6 s02:0.4`; in an id, `%`, `:` and a space are written
/// as `%25`, `%3A` and `%20`.
package enum SplitText {
    package static func print(_ shares: [(employee: String, share: Double)]) -> String {
        shares.map { "\(escaped($0.employee)):\($0.share.plain)" }.joined(separator: " ")
    }

    /// Nil when it is not such a text.
    package static func read(_ text: String) -> [(employee: String, share: Double)]? {
        var shares: [(employee: String, share: Double)] = []
        for part in text.split(separator: " ") {
            let halves = part.split(separator: ":", omittingEmptySubsequences: false)
            guard halves.count == 2, !halves[0].isEmpty, let share = Double(plain: String(halves[1])) else {
                return nil
            }
            shares.append((unescaped(String(halves[0])), share))
        }
        return shares.isEmpty ? nil : shares
    }

    private static let signs = [("%", "%25"), (":", "%3A"), (" ", "%20")]

    private static func escaped(_ id: String) -> String {
        signs.reduce(id) { $0.replacing($1.0, with: $1.1) }
    }

    private static func unescaped(_ text: String) -> String {
        signs.reversed().reduce(text) { $0.replacing($1.1, with: $1.0) }
    }
}
