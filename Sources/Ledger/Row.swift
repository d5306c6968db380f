package import SalesDomain

/// Reads the columns of the row that a driver stands on. Columns are counted from 0.
package protocol RowSource: AnyObject {
    func isNull(_ column: Int) -> Bool
    func int(_ column: Int) -> Int64
    func double(_ column: Int) -> Double
    func text(_ column: Int) -> String
    func bytes(_ column: Int) -> [UInt8]
    /// Whatever it is.
    func value(_ column: Int) -> Value
}

/// A row of an answer, valid only inside the closure that was given it. Reading a column as another type than the
/// schema's, or a null without asking, is a mistake of the program.
package struct Row {
    private let source: any RowSource
    package init(_ source: any RowSource) { self.source = source }

    package func isNull(_ column: Int) -> Bool { source.isNull(column) }
    package func int(_ column: Int) -> Int64 { source.int(column) }
    package func double(_ column: Int) -> Double { source.double(column) }
    package func text(_ column: Int) -> String { source.text(column) }
    package func bytes(_ column: Int) -> [UInt8] { source.bytes(column) }
    package func value(_ column: Int) -> Value { source.value(column) }

    package func maybeInt(_ column: Int) -> Int64? { source.isNull(column) ? nil : source.int(column) }
    package func maybeDouble(_ column: Int) -> Double? { source.isNull(column) ? nil : source.double(column) }
    package func maybeText(_ column: Int) -> String? { source.isNull(column) ? nil : source.text(column) }
    package func maybeBytes(_ column: Int) -> [UInt8]? { source.isNull(column) ? nil : source.bytes(column) }
}

extension Row {
    package func bool(_ column: Int) -> Bool { int(column) != 0 }
    package func key<Record>(_ column: Int) -> Key<Record> { Key(int(column)) }
    package func maybeKey<Record>(_ column: Int) -> Key<Record>? { maybeInt(column).map { Key($0) } }
    package func day(_ column: Int) -> Day { Day(number: Int32(truncatingIfNeeded: int(column))) }
    package func maybeDay(_ column: Int) -> Day? { isNull(column) ? nil : day(column) }
    package func instant(_ column: Int) -> Instant { Instant(microseconds: int(column)) }
    package func maybeInstant(_ column: Int) -> Instant? { isNull(column) ? nil : instant(column) }
    /// A name that the schema's CHECK has already held to the known ones; the first known one should that fail.
    package func name<Name: RawRepresentable & CaseIterable>(_ column: Int) -> Name where Name.RawValue == String {
        Name(rawValue: text(column)) ?? Name.allCases.first.unsafelyUnwrapped
    }
    package func maybeName<Name: RawRepresentable & CaseIterable>(_ column: Int) -> Name?
    where Name.RawValue == String {
        maybeText(column).flatMap { Name(rawValue: $0) }
    }
}
