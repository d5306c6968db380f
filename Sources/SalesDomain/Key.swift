/// A record's identity inside this company: the ledger's own number, of one kind of record only.
package struct Key<Record>: Hashable, Comparable, Sendable {
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
    package static func < (left: Key, right: Key) -> Bool { left.number < right.number }
}
