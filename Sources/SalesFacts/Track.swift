/// The entries of one field for many deals, in compressed rows: those of deal `i` stand at `start[i]..<start[i + 1]`, in
/// the order in which they became so.
struct Track: Sendable {
    var start: [Int32] = [0]
    var changed: [Int64] = []
    /// When it was known: recorded, and not before it became so.
    var known: [Int64] = []
    var changedDay: [Int32] = []
    var knownDay: [Int32] = []
    var value = Numbers()
    /// Only where a track holds several fields.
    var field: [UInt8] = []

    /// Stands for "nothing" among values.
    static let none = Int64.min

    mutating func closeRow() { start.append(Int32(changed.count)) }

    mutating func append(rows: Range<Int>, of other: Track) {
        let range = Int(other.start[rows.lowerBound])..<Int(other.start[rows.upperBound])
        let moved = Int32(changed.count) - other.start[rows.lowerBound]
        start.append(contentsOf: other.start[rows.lowerBound + 1..<rows.upperBound + 1].lazy.map { $0 + moved })
        changed.append(contentsOf: other.changed[range])
        known.append(contentsOf: other.known[range])
        changedDay.append(contentsOf: other.changedDay[range])
        knownDay.append(contentsOf: other.knownDay[range])
        value.append(contentsOf: other.value, range)
        if !other.field.isEmpty { field.append(contentsOf: other.field[range]) }
    }

    /// As a rule everything was known when it became so: then both stand in the same memory.
    mutating func compact() {
        start.compact()
        changed.compact()
        known.compact(as: changed)
        changedDay.compact()
        knownDay.compact(as: changedDay)
        value.compact()
        field.compact()
    }
}

extension Array where Element: BitwiseCopyable & Equatable {
    /// The same elements in the memory of another array where that has the same.
    mutating func compact(as other: [Element]) {
        if self == other { self = other } else { compact() }
    }
}

extension Array where Element: BitwiseCopyable {
    /// The same elements in no more room than they need.
    mutating func compact() { self = withUnsafeBufferPointer { Array($0) } }
}
