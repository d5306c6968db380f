/// Sums of fitted intensity along a stay, from prefix sums of the day's multipliers: one step per bin of age crossed.
struct CumulativeHazard: Sendable {
    /// [tercile × (days + 1) + day]
    private let prefix: [Double]
    private let width: Int
    /// [state × maxBins + bin]
    private let stays: [Stay]
    private let bins: [Int]
    private let firstDay: Int32
    private let today: Int32

    /// A bin of age.
    fileprivate struct Stay: Sendable {
        var rate = 0.0
        /// First age.
        var start: Int32 = 0
        /// Where its tercile's sums begin.
        var row: Int32 = 0
    }

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
        bins = fit.binCount
        var stays = [Stay](repeating: Stay(), count: fit.states * Intensities.maxBins)
        for state in 0..<fit.states {
            for (bin, slots) in fit.long[state].enumerated() {
                let place = state * Intensities.maxBins + bin
                stays[place] = Stay(
                    rate: exit == .move ? slots.dropFirst(2).reduce(0, +) : slots[exit == .win ? 0 : 1],
                    start: Int32(fit.binStarts[state][bin]), row: Int32(Int(fit.tercile[place]) * width))
            }
        }
        self.stays = stays
    }

    /// For millions of stays: nothing is checked, nothing is counted.
    func reading<Answer>(_ body: (View) -> Answer) -> Answer {
        prefix.withUnsafeBufferPointer { prefix in
            stays.withUnsafeBufferPointer { stays in
                bins.withUnsafeBufferPointer { bins in
                    body(View(prefix: prefix, stays: stays, bins: bins, firstDay: firstDay, today: today))
                }
            }
        }
    }

    /// Valid only within `reading`.
    struct View {
        fileprivate let prefix: UnsafeBufferPointer<Double>
        fileprivate let stays: UnsafeBufferPointer<Stay>
        fileprivate let bins: UnsafeBufferPointer<Int>
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
        let own = stays.baseAddress! + state * Intensities.maxBins
        // Days before the first one count for nothing.
        @inline(__always) func upTo(_ row: Int32, _ age: Int) -> Double { prefix[Int(row) + max(0, first + age)] }
        var (sum, bin, low) = (0.0, 0, upTo(own[0].row, 0))
        while true {
            let stay = own[bin]
            let to = bin + 1 < bins[state] ? min(span, Int(own[bin + 1].start)) : span
            let high = upTo(stay.row, to)
            sum += stay.rate * (high - low)
            if to == span { break }
            bin += 1
            low = own[bin].row == stay.row ? high : upTo(own[bin].row, to)
        }
        // Half of the last day only, as in the exposure.
        if until < today { sum -= own[bin].rate * (upTo(own[bin].row, span) - upTo(own[bin].row, span - 1)) / 2 }
        return sum
    }
}
