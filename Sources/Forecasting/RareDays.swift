/// Rows of counts by day of which most are zero: only what happened is held, day by day and summed by block and weekday.
///
/// Everything is read in the order in which a full table would be, without its zeros, so no sum differs in any digit.
struct RareDays: Sendable {
    let blocks: DayBlocks
    let days: Int
    /// Rows of one length, a part after the other.
    private let parts: [RareRows]
    private let rowsOfPart: Int

    /// - Parameter parts: all of `rowsOfPart` rows, over the same blocks and days.
    init(_ parts: [RareRows], rowsOfPart: Int, _ blocks: DayBlocks, days: Int) {
        self.parts = parts
        self.rowsOfPart = rowsOfPart
        self.blocks = blocks
        self.days = days
    }

    /// All of a row.
    func total(_ row: Int, _ until: DayTable.Until) -> (plain: Double, fading: Double) {
        var (sum, recent) = (0.0, 0.0)
        each(row, until) { _, _, plain, fading in
            sum += plain
            recent += fading
        }
        return (sum, recent)
    }

    /// Adds a row's sums by class of day.
    func add(_ row: Int, _ until: DayTable.Until, to sums: UnsafeMutablePointer<Double>) {
        each(row, until) { _, kind, plain, _ in sums[kind] += plain }
    }

    /// A row's sums by block (the last one: the days after it), with the class of day: block, class, plain, fading.
    @inline(__always) func each(_ row: Int, _ until: DayTable.Until, _ take: (Int, Int, Double, Double) -> Void) {
        parts[row / rowsOfPart].reading(row % rowsOfPart) { sums, days in
            until.fadeOfBlock.withUnsafeBufferPointer { fade in
                for sum in sums {
                    if Int(sum.block) >= until.blocks { break }
                    take(Int(sum.block), Int(sum.kind), sum.plain, sum.fading * fade[Int(sum.block)])
                }
            }
            if until.rest.isEmpty { return }
            let into = blocks.month[until.blocks] * 7
            for day in days.from(until.rest.lowerBound) {
                let place = Int(day.day)
                if place >= until.rest.upperBound { break }
                let one = Double(day.count)
                take(
                    until.blocks, into + Int(blocks.weekday[place]), one,
                    one * until.fadeOfDay[place - until.rest.lowerBound])
            }
        }
    }
}

/// Some rows of such a table.
struct RareRows: Sendable {
    struct Sum: Sendable {
        let block: Int32
        /// Class of day.
        let kind: Int32
        let plain: Double
        /// Each day weighted by `DayRows.Fading`.
        let fading: Double
    }

    struct Day: Sendable {
        let day: Int32
        let count: Float
    }

    private var sums: [Sum] = []
    private var days: [Day] = []
    /// By row: where its own begin; and one place more, the end.
    private var sumStart: [Int32] = [0]
    private var dayStart: [Int32] = [0]

    /// - Parameters:
    ///   - counts: [row × days + day], of the first rows; the rest have nothing.
    ///   - events: how many were counted, at least.
    init(
        _ counts: UnsafeBufferPointer<Float>, rows: Int, events: Int, days width: Int, _ blocks: DayBlocks,
        _ fade: DayRows.Fading
    ) {
        sums.reserveCapacity(min(events, counts.count))
        days.reserveCapacity(min(events, counts.count))
        for row in 0..<rows {
            if (row + 1) * width <= counts.count {
                take(UnsafeBufferPointer(rebasing: counts[row * width..<(row + 1) * width]), blocks, fade)
            }
            sumStart.append(Int32(sums.count))
            dayStart.append(Int32(days.count))
        }
    }

    private mutating func take(_ counts: UnsafeBufferPointer<Float>, _ blocks: DayBlocks, _ fade: DayRows.Fading) {
        // Of the block in hand: by weekday plain, then fading.
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 14) { week in
            week.initialize(repeating: 0)
            var (block, day) = (0, counts.firstSome(from: 0))
            while day < counts.count {
                if day >= blocks.starts[block + 1] {
                    close(block, week, blocks)
                    while day >= blocks.starts[block + 1] { block += 1 }
                }
                let (one, weekday) = (Double(counts[day]), Int(blocks.weekday[day]))
                week[weekday] += one
                week[7 + weekday] += one * fade.weights[day]
                days.append(Day(day: Int32(day), count: counts[day]))
                day = counts.firstSome(from: day + 1)
            }
            close(block, week, blocks)
        }
    }

    private mutating func close(_ block: Int, _ week: UnsafeMutableBufferPointer<Double>, _ blocks: DayBlocks) {
        let into = Int32(blocks.month[block] * 7)
        for weekday in 0..<7 where week[weekday] != 0 {
            sums.append(
                Sum(
                    block: Int32(block), kind: into + Int32(weekday), plain: week[weekday], fading: week[7 + weekday]))
        }
        week.update(repeating: 0)
    }

    @inline(__always) fileprivate func reading(
        _ row: Int, _ body: (UnsafeBufferPointer<Sum>, UnsafeBufferPointer<Day>) -> Void
    ) {
        let (own, ownDays) = (sumStart[row]..<sumStart[row + 1], dayStart[row]..<dayStart[row + 1])
        if own.isEmpty { return }
        sums.withUnsafeBufferPointer { sums in
            days.withUnsafeBufferPointer { days in
                body(
                    UnsafeBufferPointer(rebasing: sums[Int(own.lowerBound)..<Int(own.upperBound)]),
                    UnsafeBufferPointer(rebasing: days[Int(ownDays.lowerBound)..<Int(ownDays.upperBound)]))
            }
        }
    }
}

extension UnsafeBufferPointer<RareRows.Day> {
    /// Those on or after a day.
    fileprivate func from(_ day: Int) -> Slice<Self> {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if Int(self[middle].day) < day { low = middle + 1 } else { high = middle }
        }
        return self[low...]
    }
}

extension UnsafeBufferPointer<Float> {
    /// The next place on which something is, `count` when there is none.
    fileprivate func firstSome(from start: Int) -> Int {
        var place = start
        let bytes = UnsafeRawPointer(baseAddress!)
        // Four at a time: as a rule there is nothing.
        while place + 4 <= count {
            let four = bytes.loadUnaligned(fromByteOffset: place * 4, as: SIMD4<UInt32>.self)
            if four != .zero { break }
            place += 4
        }
        while place < count, self[place] == 0 { place += 1 }
        return place
    }
}
