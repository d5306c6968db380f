import Foundation

/// Days in runs of a third of a month, so that sums by weekday and month up to any day are read from a few numbers.
struct DayBlocks: Sendable {
    /// First day of each block, counted from the table's first day; and one place more, the end.
    let starts: [Int]
    /// By block: index of its month among `classes` (seven classes each).
    let month: [Int]
    /// By day, 0…6.
    let weekday: [UInt8]
    /// What the days of each class are: month × 7 + weekday.
    let classes: DayClasses

    init(_ calendar: History.Calendar, firstDay: Int32, days: Int) {
        var starts = [Int]()
        var month = [Int]()
        var known = [(quarter: Int, year: Int)]()
        for day in 0..<days {
            let place = calendar.index(firstDay + Int32(day))
            let (quarter, year) = (Int(calendar.monthOfQuarter[place]), Int(calendar.monthOfYear[place]))
            if let last = month.last, known[last] == (quarter, year), day - starts[starts.count - 1] < DayBlocks.longest
            {
                continue
            }
            let index = known.firstIndex { $0 == (quarter, year) } ?? known.count
            if index == known.count { known.append((quarter, year)) }
            starts.append(day)
            month.append(index)
        }
        self.starts = starts + [days]
        self.month = month
        weekday = (0..<days).map { calendar.weekday[calendar.index(firstDay + Int32($0))] }
        classes = DayClasses(
            weekday: known.flatMap { _ in 0..<7 },
            quarterMonth: known.flatMap { [Int](repeating: $0.quarter, count: 7) },
            yearMonth: known.flatMap { [Int](repeating: $0.year, count: 7) })
    }

    /// A month is cut into three, so that a break of the level is not hidden in it for long.
    static let longest = 11

    var count: Int { month.count }
    var classCount: Int { classes.weekday.count }
}

/// Rows of numbers by day, with their sums by block and weekday: plain, and fading towards the past. Rows without
/// anything take no room.
struct DayTable: Sendable {
    let blocks: DayBlocks
    let days: Int
    /// Rows of one length, a part after the other.
    private let parts: [DayRows]
    private let rowsOfPart: Int

    /// Days after which the past counts half.
    static let halfLife = FitSettings.halfLife

    /// - Parameter parts: all of `rowsOfPart` rows, over the same blocks and days.
    init(_ parts: [DayRows], rowsOfPart: Int, _ blocks: DayBlocks, days: Int) {
        self.parts = parts
        self.rowsOfPart = rowsOfPart
        self.blocks = blocks
        self.days = days
    }

    /// Part and place of a row that has something.
    @inline(__always) private func found(_ row: Int) -> (rows: DayRows, place: Int)? {
        let rows = parts[row / rowsOfPart]
        let place = Int(rows.place[row % rowsOfPart])
        return place < 0 ? nil : (rows, place)
    }

    /// What a fit up to a day reads: blocks that are over, and single days after them.
    struct Until: Sendable {
        let used: Int
        let blocks: Int
        let rest: Range<Int>
        let fadeOfBlock: [Double]
        let fadeOfDay: [Double]

        init(_ table: DayTable, used: Int) {
            self.used = used
            let over = table.blocks.starts.dropFirst().prefix { $0 <= used }.count
            blocks = over
            rest = table.blocks.starts[over]..<max(used, table.blocks.starts[over])
            fadeOfBlock = (0..<over).map {
                exp2(-Double(used - table.blocks.starts[$0 + 1]) / DayTable.halfLife)
            }
            fadeOfDay = rest.map { exp2(-Double(used - 1 - $0) / DayTable.halfLife) }
        }
    }

    /// All of a row.
    func total(_ row: Int, _ until: Until) -> (plain: Double, fading: Double) {
        guard let (rows, place) = found(row) else { return (0, 0) }
        var (sum, recent) = (0.0, 0.0)
        each(rows, place, until) { _, plain, fading in
            sum += plain
            recent += fading
        }
        return (sum, recent)
    }

    /// Adds a row's sums by class of day.
    func add(_ row: Int, _ until: Until, to sums: inout [Double], at base: Int) {
        guard let (rows, place) = found(row) else { return }
        sums.withUnsafeMutableBufferPointer { sums in
            each(rows, place, until) { kind, plain, _ in sums[base + kind] += plain }
        }
    }

    func add(_ row: Int, _ until: Until, to sums: inout [Double], fading recent: inout [Double], at base: Int) {
        guard let (rows, place) = found(row) else { return }
        sums.withUnsafeMutableBufferPointer { sums in
            recent.withUnsafeMutableBufferPointer { recent in
                each(rows, place, until) { kind, plain, fading in
                    sums[base + kind] += plain
                    recent[base + kind] += fading
                }
            }
        }
    }

    /// A row's sums by block (the last one: the days after it), with the class of day: block, class, plain, fading.
    @inline(__always) func eachBlock(_ row: Int, _ until: Until, _ take: (Int, Int, Double, Double) -> Void) {
        guard let (rows, place) = found(row) else { return }
        for block in 0..<until.blocks {
            let from = (place * blocks.count + block) * 7
            for weekday in 0..<7 {
                take(
                    block, blocks.month[block] * 7 + weekday, rows.plain[from + weekday],
                    rows.fading[from + weekday] * until.fadeOfBlock[block])
            }
        }
        if until.rest.isEmpty { return }
        for day in until.rest {
            let one = Double(rows.value[place * days + day])
            let fade = until.fadeOfDay[day - until.rest.lowerBound]
            take(until.blocks, blocks.month[until.blocks] * 7 + Int(blocks.weekday[day]), one, one * fade)
        }
    }

    @inline(__always) private func each(
        _ rows: DayRows, _ place: Int, _ until: Until, _ take: (Int, Double, Double) -> Void
    ) {
        rows.plain.withUnsafeBufferPointer { plain in
            rows.fading.withUnsafeBufferPointer { fading in
                for block in 0..<until.blocks {
                    let from = (place * blocks.count + block) * 7
                    let into = blocks.month[block] * 7
                    let fade = until.fadeOfBlock[block]
                    for weekday in 0..<7 {
                        take(into + weekday, plain[from + weekday], fading[from + weekday] * fade)
                    }
                }
            }
        }
        if until.rest.isEmpty { return }
        let into = blocks.month[until.blocks] * 7
        for day in until.rest {
            let one = Double(rows.value[place * days + day])
            take(into + Int(blocks.weekday[day]), one, one * until.fadeOfDay[day - until.rest.lowerBound])
        }
    }
}
