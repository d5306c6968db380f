/// Spells being written down: a plain loop over plain memory, whose greatest length is known before.
struct Tracing {
    private let deal: UnsafeMutablePointer<Int32>
    private let stage: UnsafeMutablePointer<Int16>
    private let enter: UnsafeMutablePointer<Int32>
    private let exit: UnsafeMutablePointer<Int32>
    private let next: UnsafeMutablePointer<Int16>
    private let first: UnsafeMutablePointer<Int16>
    private let deals: Int
    private var count = 0

    /// A deal has at most one spell more than it has steps.
    init(deals: Int, steps: Int) {
        self.deals = deals
        let most = deals + steps + 1
        deal = .allocate(capacity: most)
        stage = .allocate(capacity: most)
        enter = .allocate(capacity: most)
        exit = .allocate(capacity: most)
        next = .allocate(capacity: most)
        first = .allocate(capacity: deals + 1)
    }

    mutating func trace(_ history: History, unknownBase: Int, hasStageHistory: Bool) {
        history.stepStart.withUnsafeBufferPointer { start in
            history.stepDay.withUnsafeBufferPointer { day in
                history.stepState.withUnsafeBufferPointer { state in
                    let reading = Reading(start: start, day: day, state: state, hasStageHistory: hasStageHistory)
                    for index in 0..<deals {
                        trace(
                            index, created: history.created[index], reading,
                            unknown: Int16(unknownBase + Int(history.pipeline[index])))
                    }
                }
            }
        }
    }

    private struct Reading {
        let start: UnsafeBufferPointer<Int32>
        let day: UnsafeBufferPointer<Int32>
        let state: UnsafeBufferPointer<Int16>
        let hasStageHistory: Bool

        @inline(__always) func inner(_ row: Int, _ unknown: Int16) -> Int16 {
            let said = state[row]
            if said >= Paths.won { return said }
            return said < 0 || !hasStageHistory ? unknown : said
        }
    }

    @inline(__always) private mutating func trace(
        _ index: Int, created: Int32, _ steps: Reading, unknown: Int16
    ) {
        let end = Int(steps.start[index + 1])
        var row = Int(steps.start[index])
        var state = unknown
        var since = created
        // What stood at the end of the first day.
        while row < end, steps.day[row] <= created {
            state = steps.inner(row, unknown)
            row += 1
        }
        first[index] = state
        while row < end {
            let day = steps.day[row]
            var new = steps.inner(row, unknown)
            row += 1
            while row < end, steps.day[row] == day {
                new = steps.inner(row, unknown)
                row += 1
            }
            if new == state { continue }
            if state < Paths.won { append(index, state, since, day, new) }
            state = new
            since = day
        }
        if state < Paths.won { append(index, state, since, Paths.never, Paths.none) }
    }

    @inline(__always) private mutating func append(
        _ index: Int, _ state: Int16, _ since: Int32, _ until: Int32, _ new: Int16
    ) {
        deal[count] = Int32(index)
        stage[count] = state
        enter[count] = since
        exit[count] = until
        next[count] = new
        count += 1
    }

    /// The arrays; nothing may be traced any more.
    consuming func finished() -> ([Int32], [Int16], [Int32], [Int32], [Int16], [Int16]) {
        func taken<Value: BitwiseCopyable>(_ place: UnsafeMutablePointer<Value>, _ count: Int) -> [Value] {
            defer { place.deallocate() }
            return Array(UnsafeBufferPointer(start: place, count: count))
        }
        return (
            taken(deal, count), taken(stage, count), taken(enter, count), taken(exit, count), taken(next, count),
            taken(first, deals)
        )
    }
}
