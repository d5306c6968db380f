import Testing

@testable import Forecasting

/// Counts of which most are zero are held without their zeros; sums must be those of the full table, to the last bit.
struct RareDaysTests {
    private let days = 203
    private let rows = 3

    private var calendar: History.Calendar {
        let places = 0..<(days + 40)
        return History.Calendar(
            firstDay: 1_000, weekday: places.map { UInt8(($0 + 2) % 7) }, working: places.map { ($0 + 2) % 7 < 5 },
            monthOfQuarter: places.map { UInt8($0 / 30 % 3) }, monthOfYear: places.map { UInt8($0 / 30 % 12) })
    }

    /// [row × days + day]: one row with little, one with much, one with nothing.
    private var counts: [Float] {
        (0..<rows * days).map { place in
            switch place / days {
            case 0: place % 17 == 3 ? 1 : 0
            case 1: Float((place * 7 + place / 5) % 4)
            default: 0
            }
        }
    }

    private func tables() -> (rare: RareDays, full: DayTable) {
        let blocks = DayBlocks(calendar, firstDay: 1_000, days: days)
        let fade = DayRows.Fading(blocks, days: days)
        let counts = counts
        var full = DayRows(rows: rows)
        var rare: RareRows?
        counts.withUnsafeBufferPointer { counts in
            for row in 0..<rows {
                full.take(row, UnsafeBufferPointer(rebasing: counts[row * days..<(row + 1) * days]), blocks, fade)
            }
            rare = RareRows(counts, rows: rows + 1, events: 10, days: days, blocks, fade)
        }
        return (
            RareDays([rare!], rowsOfPart: rows + 1, blocks, days: days),
            DayTable([full], rowsOfPart: rows, blocks, days: days)
        )
    }

    @Test("up to any day: totals, sums by class of day and sums by block", arguments: [1, 30, 97, 150, 203])
    func same(used: Int) {
        let (rare, full) = tables()
        let until = DayTable.Until(full, used: used)
        let classes = full.blocks.classCount
        let one = [Double](repeating: 1, count: classes)
        for row in 0..<rows {
            let (few, all) = (rare.total(row, until), full.total(row, until))
            #expect(few.plain == all.plain && few.fading == all.fading)
            var (sums, others) = ([Double](repeating: 0, count: classes), [Double](repeating: 0, count: classes))
            var fading = sums
            rare.add(row, until, to: &sums)
            full.add(row, until, to: &others, fading: &fading)
            #expect(sums == others)
            var (steps, blocks) = (
                [Double](repeating: 0, count: until.steps), [Double](repeating: 0, count: until.steps)
            )
            rare.each(row, until) { block, _, plain, _ in steps[block] += plain }
            full.addBlocks(row, until, times: 1, one, to: &blocks)
            #expect(steps == blocks)
            let seen = counts[row * days..<row * days + used].reduce(0, +)
            #expect(few.plain == Double(seen))
        }
        #expect(rare.total(rows, until).plain == 0)
    }

    @Test("levels of blocks multiply what fell into them")
    func levels() {
        let (_, full) = tables()
        let until = DayTable.Until(full, used: 150)
        let level = (0..<until.steps).map { $0 == 2 ? 3.0 : 0 }
        var (sums, fading) = (
            [Double](repeating: 0, count: full.blocks.classCount), [Double](repeating: 0, count: full.blocks.classCount)
        )
        full.add(1, until, times: level, to: &sums, fading: &fading)
        let block = full.blocks.starts[2]..<full.blocks.starts[3]
        #expect(sums.reduce(0, +) == 3 * Double(counts[days + block.lowerBound..<days + block.upperBound].reduce(0, +)))
    }
}
