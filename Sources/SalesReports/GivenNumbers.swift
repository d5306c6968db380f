internal import Forecasting
internal import SalesDomain

/// A series of numbers that were given, day by day up to the last one. A day without a number is a day of nothing only where
/// numbers are usually that far apart; a longer hole is not known, and nothing is known after the last number.
struct GivenNumbers {
    /// The day of the first value of `byDay`.
    let first: Day
    /// What was given, and in holes what is supposed of them.
    private(set) var byDay: [Double]
    /// Days of holes.
    private(set) var untold: [Window] = []
    /// Each number stands for a stretch of days: they are at least five days apart.
    let isSparse: Bool

    /// As many days on either side of a hole tell what is supposed of its days.
    private static let around = 28
    /// Fewer days without a number are no hole.
    private static let leastHole = 14

    /// - Parameters:
    ///   - numbers: by day, in any order; several of one day are added up. Nil where there are none.
    ///   - today: nothing from here on is known.
    init?(_ numbers: [(day: Day, value: Double)], before today: Day) {
        let told = Dictionary(numbers.map { ($0.day, $0.value) }, uniquingKeysWith: +)
        let days = told.keys.filter { $0 < today }.sorted()
        guard let first = days.first, let last = days.last else { return nil }
        let gaps = zip(days.dropFirst(), days).map { $0.number - $1.number }.sorted()
        isSparse = gaps.count >= 2 && gaps[gaps.count / 2] >= 5
        let usual = gaps.isEmpty ? 1 : Int(gaps[gaps.count * 9 / 10])
        self.first = first
        let end = GivenNumbers.end(last, today, usual: usual, isSparse: isSparse)
        byDay = [Double](repeating: 0, count: Int(end.number - first.number))
        for day in days { byDay[Int(day.number - first.number)] = told[day] ?? 0 }
        for (next, before) in zip(days.dropFirst(), days) {
            if isSparse { suppose(before, next, usual: usual) } else { bridge(before, next, usual: usual) }
        }
    }

    /// The first day of which nothing is said.
    private static func end(_ last: Day, _ today: Day, usual: Int, isSparse: Bool) -> Day {
        guard isSparse else { return min(today, last + 1) }
        if today.number - last.number <= Int32(usual * 3 / 2) { return today }
        // A number written on a month's last days stands for the days before it.
        return min(today, last.civil.day > 15 ? last + 1 : last + usual)
    }

    /// Numbers that are lacking between two: their mean, a usual distance apart, months by their day.
    private mutating func suppose(_ before: Day, _ next: Day, usual: Int) {
        let lacking = Int((Double(next.number - before.number) / Double(usual)).rounded()) - 1
        guard lacking > 0 else { return }
        let mean = (byDay[place(before)] + byDay[place(next)]) / 2
        for number in 1...lacking {
            let day = (28...31).contains(usual) ? before.sameDay(months: number) : before + number * usual
            guard day < next else { return }
            byDay[place(day)] = mean
            untold.append(Window(start: day.number, end: day.number + 1))
        }
    }

    /// Days that are lacking between two: the mean day of the weeks around them.
    private mutating func bridge(_ before: Day, _ next: Day, usual: Int) {
        let hole = place(before) + 1..<place(next)
        guard hole.count > max(GivenNumbers.leastHole, 3 * usual) else { return }
        let known =
            byDay[max(0, hole.lowerBound - GivenNumbers.around)..<hole.lowerBound]
            + byDay[hole.upperBound..<min(byDay.count, hole.upperBound + GivenNumbers.around)]
        let mean = known.reduce(0, +) / Double(known.count)
        for place in hole { byDay[place] = mean }
        untold.append(Window(start: before.number + 1, end: next.number))
    }

    private func place(_ day: Day) -> Int { Int(day.number - first.number) }
}

extension Day {
    /// The same day of a later month, or that month's last.
    fileprivate func sameDay(months: Int) -> Day {
        let start = startOfMonth(plus: months)
        return min(start + (civil.day - 1), start.startOfMonth(plus: 1) + -1)
    }
}
