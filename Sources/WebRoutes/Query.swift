/// Names and values in order: the query of an address, or the body of a form.
package struct Query: Sendable, Equatable {
    private var pairs: [(name: String, value: String)] = []
    /// Names, as they were written, of pairs that cannot be decoded.
    private var undecoded: [String] = []

    package init() {}

    /// Pairs that cannot be decoded are left out, which only programs are told.
    package init(text: String) {
        for part in text.split(separator: "&") {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentCoding.decoded(sides[0], plusIsSpace: true),
                let value = PercentCoding.decoded(sides.count == 2 ? sides[1] : "", plusIsSpace: true)
            else {
                undecoded.append(String(sides[0]))
                continue
            }
            pairs.append((name, value))
        }
    }

    package static func == (left: Query, right: Query) -> Bool { left.text == right.text }

    /// The last value that is not empty.
    package func last(_ name: String) -> String? { all(name).last }

    package func all(_ name: String) -> [String] { pairs.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }

    /// Throws the first name that is not among `known`; and one whose value cannot be decoded, or that has two of which
    /// only one could hold.
    /// - Parameter many: which may be given several times.
    func refuse(unless known: [String], many: Set<String>) throws(RouteProblem) {
        if let pair = pairs.first(where: { !known.contains($0.name) }) { throw .unknownName(pair.name, known: known) }
        if let name = undecoded.first { throw .badValue(of: name) }
        if let name = known.first(where: { !many.contains($0) && Set(all($0)).count > 1 }) { throw .badValue(of: name) }
    }

    package mutating func add(_ name: String, _ value: String?) {
        if let value, !value.isEmpty { pairs.append((name, value)) }
    }

    package var text: String {
        pairs.map { PercentCoding.encoded($0.name) + "=" + PercentCoding.encoded($0.value) }.joined(separator: "&")
    }
}

/// A value that can stand in a query.
protocol QueryValue {
    init?(queryText: String)
    var queryText: String { get }
}

extension QueryValue where Self: RawRepresentable, RawValue == String {
    init?(queryText: String) { self.init(rawValue: queryText) }
    var queryText: String { rawValue }
}

extension Query {
    func value<Value: QueryValue>(_ name: String, as: Value.Type = Value.self) throws(RouteProblem) -> Value? {
        guard let text = last(name) else { return nil }
        guard let value = Value(queryText: text) else { throw .badValue(of: name) }
        return value
    }

    mutating func add(_ name: String, _ value: (some QueryValue)?) { add(name, value?.queryText) }
}
