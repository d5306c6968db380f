/// Deals in order of a day, those of one day in their own order: by counting.
struct DayOrder: Sendable {
    let rows: [Int32]

    init(_ days: [Int32], where isTaken: (Int) -> Bool = { _ in true }) {
        var (first, last, count) = (Int32.max, Int32.min, 0)
        for row in days.indices where isTaken(row) {
            first = min(first, days[row])
            last = max(last, days[row])
            count += 1
        }
        guard count > 0 else {
            rows = []
            return
        }
        var start = [Int32](repeating: 0, count: Int(last - first) + 2)
        for row in days.indices where isTaken(row) { start[Int(days[row] - first) + 1] += 1 }
        for place in 1..<start.count { start[place] += start[place - 1] }
        rows = [Int32](unsafeUninitializedCapacity: count) { rows, filled in
            for row in days.indices where isTaken(row) {
                let day = Int(days[row] - first)
                rows[Int(start[day])] = Int32(row)
                start[day] += 1
            }
            filled = count
        }
    }
}
