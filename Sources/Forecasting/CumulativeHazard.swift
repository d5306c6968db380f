/// Sums of fitted intensity along a stay, from prefix sums of the day's multipliers: one step per bin of age crossed.
struct CumulativeHazard: Sendable {
    /// [tercile × (days + 1) + day]
    private let prefix: [Double]
    private let width: Int
    /// [state × maxBins + bin]: intensity, first age, tercile.
    private let rates: [Double]
    private let starts: [Int]
    private let terciles: [Int]
    private let bins: [Int]
    private let firstDay: Int32
    private let today: Int32

    init(_ fit: Intensities, _ exit: Lexis.Exit, _ calendar: History.Calendar, _ lexis: Lexis, today: Int32) {
        firstDay = lexis.firstDay
        self.today = today
        let days = max(0, Int(today - firstDay))
        let classes = DayClasses(calendar, firstDay: firstDay, count: max(1, days))
        width = days + 1
        var prefix = [Double]()
        for third in 0..<3 {
            var sum = 0.0
            prefix.append(0)
            for day in 0..<days {
                sum += fit.calendar[exit.rawValue].value(classes, day, third)
                prefix.append(sum)
            }
        }
        self.prefix = prefix
        func padded<Value>(_ rows: [[Value]], _ empty: Value) -> [Value] {
            rows.flatMap { $0 + [Value](repeating: empty, count: Intensities.maxBins - $0.count) }
        }
        bins = fit.binCount
        starts = padded(fit.binStarts, 0)
        rates = padded(
            fit.long.map { bins in
                bins.map { exit == .move ? $0.dropFirst(2).reduce(0, +) : $0[exit == .win ? 0 : 1] }
            }, 0)
        terciles = fit.tercile.map(Int.init)
    }

    /// For millions of stays: nothing is checked, nothing is counted.
    func reading<Answer>(_ body: (View) -> Answer) -> Answer {
        prefix.withUnsafeBufferPointer { prefix in
            rates.withUnsafeBufferPointer { rates in
                starts.withUnsafeBufferPointer { starts in
                    terciles.withUnsafeBufferPointer { terciles in
                        bins.withUnsafeBufferPointer { bins in
                            body(
                                View(
                                    prefix: prefix, rates: rates, starts: starts, terciles: terciles, bins: bins,
                                    width: width, firstDay: firstDay, today: today))
                        }
                    }
                }
            }
        }
    }

    /// Valid only within `reading`.
    struct View {
        fileprivate let prefix: UnsafeBufferPointer<Double>
        fileprivate let rates: UnsafeBufferPointer<Double>
        fileprivate let starts: UnsafeBufferPointer<Int>
        fileprivate let terciles: UnsafeBufferPointer<Int>
        fileprivate let bins: UnsafeBufferPointer<Int>
        fileprivate let width: Int
        fileprivate let firstDay: Int32
        fileprivate let today: Int32
    }
}

extension CumulativeHazard.View {
    /// At risk on days enter + 1 ... min(until, today − 1).
    @inline(__always) func sum(state: Int, enter: Int32, until: Int32) -> Double {
        let last = min(until, today - 1)
        let span = Int(last - enter)
        guard span > 0 else { return 0 }
        let first = Int(enter + 1 - firstDay)
        var sum = 0.0
        let base = state * Intensities.maxBins
        var bin = 0
        while bin < bins[state], starts[base + bin] < span {
            let to = bin + 1 < bins[state] ? min(span, starts[base + bin + 1]) : span
            let row = terciles[base + bin] * width
            sum +=
                rates[base + bin]
                * (prefix[row + max(0, first + to)] - prefix[row + max(0, first + starts[base + bin])])
            bin += 1
        }
        if until < today, bin > 0 {
            // Half of the last day only, as in the exposure.
            let row = terciles[base + bin - 1] * width
            sum -=
                rates[base + bin - 1] * (prefix[row + max(0, first + span)] - prefix[row + max(0, first + span - 1)])
                / 2
        }
        return sum
    }
}
