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

/// Rows of numbers by day, with their sums by block and weekday: plain, and fading towards the past.
struct DayTable: Sendable {
    let blocks: DayBlocks
    let days: Int
    /// [row × days + day]
    let value: [Float]
    /// Rows without anything are passed over.
    private let isEmpty: [Bool]
    /// [(row × blocks + block) × 7 + weekday]
    private let plain: [Double]
    /// The same, each day weighted by 2^(−(days to the block's end)/`halfLife`).
    private let fading: [Double]

    /// Days after which the past counts half.
    static let halfLife = FitSettings.halfLife

    init(_ value: [Float], rows: Int, _ blocks: DayBlocks, days: Int) {
        self.value = value
        self.blocks = blocks
        self.days = days
        var weights = [Double](repeating: 0, count: days)
        for block in 0..<blocks.count {
            for day in blocks.starts[block]..<blocks.starts[block + 1] {
                weights[day] = exp2(-Double(blocks.starts[block + 1] - 1 - day) / DayTable.halfLife)
            }
        }
        var plain = [Double](repeating: 0, count: rows * blocks.count * 7)
        var fading = plain
        isEmpty = (0..<rows).map { row in
            var empty = true
            for block in 0..<blocks.count {
                let base = (row * blocks.count + block) * 7
                for day in blocks.starts[block]..<blocks.starts[block + 1] {
                    let one = Double(value[row * days + day])
                    if one == 0 { continue }
                    empty = false
                    let place = base + Int(blocks.weekday[day])
                    plain[place] += one
                    fading[place] += one * weights[day]
                }
            }
            return empty
        }
        self.plain = plain
        self.fading = fading
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
        if isEmpty[row] { return (0, 0) }
        var (sum, recent) = (0.0, 0.0)
        each(row, until) { _, plain, fading in
            sum += plain
            recent += fading
        }
        return (sum, recent)
    }

    /// Adds a row's sums by class of day.
    func add(_ row: Int, _ until: Until, to sums: inout [Double], at base: Int) {
        if isEmpty[row] { return }
        sums.withUnsafeMutableBufferPointer { sums in
            each(row, until) { place, plain, _ in sums[base + place] += plain }
        }
    }

    func add(_ row: Int, _ until: Until, to sums: inout [Double], fading recent: inout [Double], at base: Int) {
        if isEmpty[row] { return }
        sums.withUnsafeMutableBufferPointer { sums in
            recent.withUnsafeMutableBufferPointer { recent in
                each(row, until) { place, plain, fading in
                    sums[base + place] += plain
                    recent[base + place] += fading
                }
            }
        }
    }

    /// A row's sums by block (the last one: the days after it), with the class of day: block, class, plain, fading.
    @inline(__always) func eachBlock(_ row: Int, _ until: Until, _ take: (Int, Int, Double, Double) -> Void) {
        if isEmpty[row] { return }
        for block in 0..<until.blocks {
            let from = (row * blocks.count + block) * 7
            for weekday in 0..<7 {
                take(
                    block, blocks.month[block] * 7 + weekday, plain[from + weekday],
                    fading[from + weekday] * until.fadeOfBlock[block])
            }
        }
        if until.rest.isEmpty { return }
        for day in until.rest {
            let one = Double(value[row * days + day])
            let fade = until.fadeOfDay[day - until.rest.lowerBound]
            take(until.blocks, blocks.month[until.blocks] * 7 + Int(blocks.weekday[day]), one, one * fade)
        }
    }

    @inline(__always) private func each(_ row: Int, _ until: Until, _ take: (Int, Double, Double) -> Void) {
        plain.withUnsafeBufferPointer { plain in
            fading.withUnsafeBufferPointer { fading in
                for block in 0..<until.blocks {
                    let from = (row * blocks.count + block) * 7
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
            let one = Double(value[row * days + day])
            take(into + Int(blocks.weekday[day]), one, one * until.fadeOfDay[day - until.rest.lowerBound])
        }
    }
}
