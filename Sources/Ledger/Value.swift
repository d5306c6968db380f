package import SalesDomain

/// What goes into a statement's `$n`.
package enum Value: Sendable, Hashable {
    case null
    case int(Int64)
    case double(Double)
    case text(String)
    case bytes([UInt8])
}

/// One way in for every kind of value that the trade knows; nil becomes null.
extension Value {
    package init(_ value: Int64?) { self = value.map { .int($0) } ?? .null }
    package init(_ value: Int) { self = .int(Int64(value)) }
    package init(_ value: Bool) { self = .int(value ? 1 : 0) }
    package init(_ value: Double?) { self = value.map { .double($0) } ?? .null }
    package init(_ value: String?) { self = value.map { .text($0) } ?? .null }
    package init(_ value: [UInt8]?) { self = value.map { .bytes($0) } ?? .null }
    package init<Record>(_ key: Key<Record>?) { self = key.map { .int($0.number) } ?? .null }
    package init(_ day: Day?) { self = day.map { .int(Int64($0.number)) } ?? .null }
    package init(_ instant: Instant?) { self = instant.map { .int($0.microseconds) } ?? .null }
    package init<Name: RawRepresentable>(_ name: Name?) where Name.RawValue == String { self.init(name?.rawValue) }
}
