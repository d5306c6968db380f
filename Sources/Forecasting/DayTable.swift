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

    /// What a fit up to a day reads: blocks that are over, and single days after them.
    struct Until: Sendable {
        let used: Int
        let blocks: Int
        let rest: Range<Int>
        let fadeOfBlock: [Double]
        let fadeOfDay: [Double]
        /// Blocks that are over, and one more for the days after them.
        var steps: Int { blocks + (rest.isEmpty ? 0 : 1) }

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

    /// Sums of one block by weekday, where they stand.
    struct Week {
        fileprivate let plain: UnsafePointer<Double>
        fileprivate let fading: UnsafePointer<Double>
        /// Where the block's classes of day begin.
        fileprivate let into: Int
        fileprivate let fade: Double
    }

    /// All of a row.
    func total(_ row: Int, _ until: Until) -> (plain: Double, fading: Double) {
        var (sum, recent) = (0.0, 0.0)
        each(row, until) { _, week in
            for weekday in 0..<7 {
                sum += week.plain[weekday]
                recent += week.fading[weekday] * week.fade
            }
        } rest: { _, plain, fading in
            sum += plain
            recent += fading
        }
        return (sum, recent)
    }

    /// Adds a row's sums by class of day.
    func add(
        _ row: Int, _ until: Until, to sums: UnsafeMutablePointer<Double>, fading recent: UnsafeMutablePointer<Double>
    ) {
        each(row, until) { _, week in
            (sums + week.into).add(week.plain)
            (recent + week.into).add(week.fading, times: week.fade)
        } rest: { kind, plain, fading in
            sums[kind] += plain
            recent[kind] += fading
        }
    }

    /// The same, each block times a level of its own, the last one for the days after them.
    func add(
        _ row: Int, _ until: Until, times level: UnsafePointer<Double>, to sums: UnsafeMutablePointer<Double>,
        fading recent: UnsafeMutablePointer<Double>
    ) {
        each(row, until) { block, week in
            (sums + week.into).add(week.plain, times: level[block])
            (recent + week.into).add(week.fading, times: week.fade, level[block])
        } rest: { kind, plain, fading in
            sums[kind] += plain * level[until.blocks]
            recent[kind] += fading * level[until.blocks]
        }
    }

    /// Adds a row times `rate` and the weight of each class of day to the sums of its blocks, the last one for the days
    /// after them.
    func addBlocks(
        _ row: Int, _ until: Until, times rate: Double, _ weight: UnsafePointer<Double>,
        to sums: UnsafeMutablePointer<Double>
    ) {
        each(row, until) { block, week in
            var sum = sums[block]
            let weight = weight + week.into
            for pair in stride(from: 0, to: 6, by: 2) {
                let both = week.plain.two(pair) * rate * weight.two(pair)
                sum += both.x
                sum += both.y
            }
            sums[block] = sum + week.plain[6] * rate * weight[6]
        } rest: { kind, plain, _ in
            sums[until.blocks] += plain * rate * weight[kind]
        }
    }

    /// A row's blocks that are over, from the first that has something, then the single days: class, plain, fading.
    @inline(__always) private func each(
        _ row: Int, _ until: Until, _ take: (Int, Week) -> Void, rest takeDay: (Int, Double, Double) -> Void
    ) {
        parts[row / rowsOfPart].reading(row % rowsOfPart, days: days, blocks: blocks.count) { view in
            blocks.month.withUnsafeBufferPointer { month in
                until.fadeOfBlock.withUnsafeBufferPointer { fade in
                    var block = view.first
                    while block < until.blocks {
                        take(
                            block,
                            Week(
                                plain: view.plain + block * 7, fading: view.fading + block * 7, into: month[block] * 7,
                                fade: fade[block]))
                        block += 1
                    }
                }
            }
            if until.rest.isEmpty { return }
            let into = blocks.month[until.blocks] * 7
            for day in until.rest {
                let one = Double(view.value[day])
                takeDay(into + Int(blocks.weekday[day]), one, one * until.fadeOfDay[day - until.rest.lowerBound])
            }
        }
    }
}

extension UnsafeMutablePointer<Double> {
    @inline(__always) private func add(two: SIMD2<Double>, at place: Int) {
        let here = UnsafeMutableRawPointer(self + place)
        here.storeBytes(of: here.loadUnaligned(as: SIMD2<Double>.self) + two, as: SIMD2<Double>.self)
    }

    /// Seven numbers, two at a time.
    @inline(__always) fileprivate func add(_ seven: UnsafePointer<Double>) {
        for pair in Swift.stride(from: 0, to: 6, by: 2) { add(two: seven.two(pair), at: pair) }
        self[6] += seven[6]
    }

    @inline(__always) fileprivate func add(_ seven: UnsafePointer<Double>, times factor: Double) {
        for pair in Swift.stride(from: 0, to: 6, by: 2) { add(two: seven.two(pair) * factor, at: pair) }
        self[6] += seven[6] * factor
    }

    @inline(__always) fileprivate func add(
        _ seven: UnsafePointer<Double>, times factor: Double, _ other: Double
    ) {
        for pair in Swift.stride(from: 0, to: 6, by: 2) { add(two: seven.two(pair) * factor * other, at: pair) }
        self[6] += seven[6] * factor * other
    }
}
