/// Days of deals by how far off their expected close was, in one state: counted one by one, so nothing is checked.
struct DueDays {
    /// By bucket.
    private(set) var byBucket = [Int](repeating: 0, count: DueBucket.count)
    /// [cell × slots + slot] of `DueStands`.
    private(set) var bySlot: [Int32]

    init(cells: Int) { bySlot = [Int32](repeating: 0, count: cells * DueStands.slots) }

    mutating func counting(_ body: (View) -> Void) {
        byBucket.withUnsafeMutableBufferPointer { byBucket in
            bySlot.withUnsafeMutableBufferPointer { bySlot in
                DueBucket.bounds.withUnsafeBufferPointer { bounds in
                    AgeCells.ofAge.withUnsafeBufferPointer { cells in
                        AgeCells.starts.withUnsafeBufferPointer { starts in
                            body(
                                View(
                                    byBucket: byBucket, bySlot: bySlot, bounds: bounds, cells: cells, starts: starts,
                                    lefts: DueStands.lefts))
                        }
                    }
                }
            }
        }
    }

    /// Valid only within `counting`.
    struct View {
        fileprivate let byBucket: UnsafeMutableBufferPointer<Int>
        fileprivate let bySlot: UnsafeMutableBufferPointer<Int32>
        fileprivate let bounds: UnsafeBufferPointer<Int32>
        fileprivate let cells: UnsafeBufferPointer<UInt8>
        fileprivate let starts: UnsafeBufferPointer<Int>
        fileprivate let lefts: ClosedRange<Int>

        @inline(__always) func cell(ofAge age: Int) -> Int { Int(cells[min(AgeCells.cap, age)]) }

        /// The first day on which a deal is older than the cell.
        @inline(__always) func end(ofCell cell: Int, enter: Int32) -> Int32 {
            cell + 1 < starts.count ? enter + 1 + Int32(starts[cell + 1]) : .max
        }

        /// The first day on which a date is in another bucket.
        @inline(__always) func end(of bucket: Int, due: Int32) -> Int32 {
            bucket == 0 || bucket == DueBucket.undated ? .max : due - bounds[bucket - 1] + 1
        }

        @inline(__always) func stand(_ cell: Int, _ bucket: Int, due: Int32, on day: Int32) {
            byBucket[bucket] &+= 1
            let left = min(max(Int(due) - Int(day), lefts.lowerBound), lefts.upperBound) - lefts.lowerBound
            bySlot[cell * (lefts.count + 1) + (due == .max ? lefts.count : left)] &+= 1
        }

        /// Counts days with one date in one bucket.
        @inline(__always) func stand(_ cell: Int, _ bucket: Int, due: Int32, on days: Range<Int32>) {
            byBucket[bucket] += days.count
            let slots = bySlot.baseAddress! + cell * (lefts.count + 1)
            if due == .max {
                slots[lefts.count] += Int32(days.count)
                return
            }
            // From the first day to the last one: ever less is left.
            var left = Int(due) - Int(days.lowerBound)
            let last = Int(due) - Int(days.upperBound) + 1
            if left >= lefts.upperBound {
                let far = left - max(last, lefts.upperBound) + 1
                slots[lefts.count - 1] += Int32(far)
                left -= far
            }
            while left >= max(last, lefts.lowerBound + 1) {
                slots[left - lefts.lowerBound] += 1
                left -= 1
            }
            if left >= last { slots[0] += Int32(left - last + 1) }
        }
    }
}
