/// An array being filled, whose greatest length is known before: writing costs a store and nothing else.
struct Column<Value: BitwiseCopyable> {
    private let values: UnsafeMutablePointer<Value>
    private(set) var count = 0

    init(capacity: Int) { values = UnsafeMutablePointer<Value>.allocate(capacity: max(1, capacity)) }

    /// Never beyond the capacity.
    @inline(__always) mutating func append(_ value: Value) {
        values[count] = value
        count += 1
    }

    /// Only of places that were filled.
    @inline(__always) subscript(place: Int) -> Value {
        get { values[place] }
        nonmutating set { values[place] = newValue }
    }

    mutating func shorten(to count: Int) { self.count = count }

    /// The columns one after another; they must not be used any more.
    static func joined(_ columns: [Column<Value>]) -> [Value] {
        let count = columns.reduce(0) { $0 + $1.count }
        // A little room, so that a few more deals do not move everything.
        return [Value](unsafeUninitializedCapacity: count + count / 64 + 16) { buffer, filled in
            for column in columns {
                if column.count > 0, let base = buffer.baseAddress {
                    (base + filled).initialize(from: column.values, count: column.count)
                }
                filled += column.count
                column.values.deallocate()
            }
        }
    }
}

/// Filled by one and then read by another: never in two hands at once.
extension Column: @unchecked Sendable {}

/// The entries of a track without a check or a count for each read; valid only within `reading`.
struct TrackView {
    let start: UnsafePointer<Int32>
    let changed: UnsafePointer<Int64>
    let known: UnsafePointer<Int64>
    let changedDay: UnsafePointer<Int32>
    let knownDay: UnsafePointer<Int32>
    let value: Numbers.View
    let field: UnsafePointer<UInt8>
    /// All of it was known before the instant that is asked about: then nothing is looked up.
    let isSettled: Bool

    @inline(__always) func isKnown(_ entry: Int, before asOf: Int64) -> Bool { isSettled || known[entry] < asOf }

    /// Known on another day than its own: the day; nil as a rule, where both days stand in the same memory.
    @inline(__always) func otherDayKnown(_ entry: Int) -> Int32? {
        knownDay == changedDay || knownDay[entry] == changedDay[entry] ? nil : knownDay[entry]
    }

    @inline(__always) func rows(_ row: Int) -> Range<Int> { Int(start[row])..<Int(start[row + 1]) }
}

extension Track {
    func reading(isSettled: Bool, _ body: (TrackView) -> Void) {
        start.withPlace { start in
            changed.withPlace { changed in
                known.withPlace { known in
                    changedDay.withPlace { changedDay in
                        knownDay.withPlace { knownDay in
                            value.reading { value in
                                field.withPlace { field in
                                    body(
                                        TrackView(
                                            start: start, changed: changed, known: known, changedDay: changedDay,
                                            knownDay: knownDay, value: value, field: field, isSettled: isSettled))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension Array where Element: BitwiseCopyable {
    /// Where the elements lie; of an empty array a place that must not be read.
    func withPlace(_ body: (UnsafePointer<Element>) -> Void) {
        withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { return body(base) }
            withUnsafeTemporaryAllocation(of: Element.self, capacity: 1) { spare in
                if let base = spare.baseAddress { body(UnsafePointer(base)) }
            }
        }
    }
}
