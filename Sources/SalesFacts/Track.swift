/// The entries of one field for many deals, in compressed rows: those of deal `i` stand at `start[i]..<start[i + 1]`, in
/// the order in which they became so.
struct Track: Sendable {
    var start: [Int32] = [0]
    var changed: [Int64] = []
    /// When it was known: recorded, and not before it became so.
    var known: [Int64] = []
    var changedDay: [Int32] = []
    var knownDay: [Int32] = []
    var value: [Int64] = []
    /// Only where a track holds several fields.
    var field: [UInt8] = []

    /// Stands for "nothing" among values.
    static let none = Int64.min

    mutating func closeRow() { start.append(Int32(changed.count)) }

    mutating func append(row: Int, of other: Track) {
        let range = Int(other.start[row])..<Int(other.start[row + 1])
        changed.append(contentsOf: other.changed[range])
        known.append(contentsOf: other.known[range])
        changedDay.append(contentsOf: other.changedDay[range])
        knownDay.append(contentsOf: other.knownDay[range])
        value.append(contentsOf: other.value[range])
        if !other.field.isEmpty { field.append(contentsOf: other.field[range]) }
        closeRow()
    }

    mutating func compact() {
        start.compact()
        changed.compact()
        known.compact()
        changedDay.compact()
        knownDay.compact()
        value.compact()
        field.compact()
    }
}

extension Array where Element: BitwiseCopyable {
    /// The same elements in no more room than they need.
    mutating func compact() { self = withUnsafeBufferPointer { Array($0) } }
}
