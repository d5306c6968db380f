/// Sums of fitted intensity along a stay, from prefix sums of the day's multipliers: one step per bin of age crossed.
struct CumulativeHazard: Sendable {
    private let prefix: [[Double]]
    private let rates: [[Double]]
    private let starts: [[Int]]
    private let terciles: [[Int]]
    private let firstDay: Int32
    private let today: Int32

    init(_ fit: Intensities, _ exit: Lexis.Exit, _ calendar: History.Calendar, _ lexis: Lexis, today: Int32) {
        firstDay = lexis.firstDay
        self.today = today
        let days = max(0, Int(today - firstDay))
        let classes = DayClasses(calendar, firstDay: firstDay, count: max(1, days))
        prefix = (0..<3).map { third in
            var sum = 0.0
            return [0]
                + (0..<days).map {
                    sum += fit.calendar[exit.rawValue].value(classes, $0, third)
                    return sum
                }
        }
        starts = fit.binStarts
        rates = fit.long.map { bins in
            bins.map { exit == .move ? $0.dropFirst(2).reduce(0, +) : $0[exit == .win ? 0 : 1] }
        }
        terciles = (0..<fit.states).map { state in
            (0..<fit.binCount[state]).map { Int(fit.tercile[state * Intensities.maxBins + $0]) }
        }
    }

    /// At risk on days enter + 1 ... min(until, today − 1).
    @inline(__always) func sum(state: Int, enter: Int32, until: Int32) -> Double {
        let last = min(until, today - 1)
        let span = Int(last - enter)
        guard span > 0 else { return 0 }
        let first = Int(enter + 1 - firstDay)
        var sum = 0.0
        for bin in rates[state].indices {
            let from = starts[state][bin]
            if from >= span { break }
            let to = bin + 1 < rates[state].count ? min(span, starts[state][bin + 1]) : span
            let row = terciles[state][bin]
            sum += rates[state][bin] * (prefix[row][max(0, first + to)] - prefix[row][max(0, first + from)])
        }
        if until < today {
            // Half of the last day only, as in the exposure.
            let bin = rates[state].indices.last { starts[state][$0] < span } ?? 0
            let row = terciles[state][bin]
            sum -= rates[state][bin] * (prefix[row][max(0, first + span)] - prefix[row][max(0, first + span - 1)]) / 2
        }
        return sum
    }
}
