/// Days as payments count them: a day off is a small part of a working day, as far as was seen.
struct LagClock: Sendable {
    private let firstDay: Int32
    /// Effective days in `firstDay ..< firstDay + i`.
    private let sums: [Double]

    /// - Parameter rest: what a day off is worth, 0…1.
    init(_ calendar: History.Calendar, rest: Double) {
        firstDay = calendar.firstDay
        var sums = [0.0]
        sums.reserveCapacity(calendar.working.count + 1)
        for works in calendar.working { sums.append(sums[sums.count - 1] + (works ? 1 : rest)) }
        self.sums = sums
    }

    /// Learned from the days on which something came.
    init(_ calendar: History.Calendar, days: some Sequence<Int32>, from: Int32, to: Int32) {
        var (off, on) = (0.5, 1.0)
        for day in days where day >= from && day < to {
            if calendar.isWorking(day) { on += 1 } else { off += 1 }
        }
        let working = Double(calendar.workingDays(from, max(from, to)))
        let resting = Double(max(0, to - from)) - working
        guard working > 0, resting > 0 else {
            self.init(calendar, rest: 1)
            return
        }
        self.init(calendar, rest: min(1, (off / resting) / (on / working)))
    }

    /// Effective days in `from ..< to`; 0 when there are none.
    @inline(__always) func days(_ from: Int32, _ to: Int32) -> Double {
        to <= from ? 0 : sums[place(to)] - sums[place(from)]
    }

    @inline(__always) private func place(_ day: Int32) -> Int { min(max(0, Int(day - firstDay)), sums.count - 1) }
}
