/// Sums of fitted intensities along a stay, from prefix sums of the day's multipliers: one step per bin of age crossed, for
/// all classes of exit at once.
struct CumulativeHazard: Sendable {
    /// Win, loss, move (`Lexis.Exit`), one after the other.
    typealias Exits = SIMD4<Double>

    /// [tercile × (days + 1) + day]
    private let prefix: [Exits]
    private let width: Int
    /// [state × maxBins + bin]
    private let stays: [Stay]
    private let bins: [Int]
    private let firstDay: Int32
    private let today: Int32

    /// A bin of age.
    fileprivate struct Stay: Sendable {
        var rate = Exits.zero
        /// First age.
        var start: Int32 = 0
        /// Where its tercile's sums begin.
        var row: Int32 = 0
    }

    init(_ fit: Intensities, _ calendar: History.Calendar, _ lexis: Lexis, today: Int32) {
        firstDay = lexis.firstDay
        self.today = today
        let days = max(0, Int(today - firstDay))
        let classes = DayClasses(calendar, firstDay: firstDay, count: max(1, days))
        width = days + 1
        let multipliers = fit.calendar
        var prefix = [Exits]()
        prefix.reserveCapacity(3 * width)
        for third in 0..<3 {
            var sum = Exits.zero
            prefix.append(sum)
            for day in 0..<days {
                sum += Exits(
                    multipliers[0].value(classes, day, third), multipliers[1].value(classes, day, third),
                    multipliers[2].value(classes, day, third), 0)
                prefix.append(sum)
            }
        }
        self.prefix = prefix
        bins = fit.binCount
        var stays = [Stay](repeating: Stay(), count: fit.states * Intensities.maxBins)
        for state in 0..<fit.states {
            for (bin, slots) in fit.rates[state].enumerated() {
                let place = state * Intensities.maxBins + bin
                stays[place] = Stay(
                    rate: Exits(slots[0], slots[1], slots[2...].reduce(0, +), 0),
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
        fileprivate let prefix: UnsafeBufferPointer<CumulativeHazard.Exits>
        fileprivate let stays: UnsafeBufferPointer<Stay>
        fileprivate let bins: UnsafeBufferPointer<Int>
        fileprivate let firstDay: Int32
        fileprivate let today: Int32
    }
}

extension CumulativeHazard.View {
    /// At risk on days enter + 1 ... min(until, today − 1).
    @inline(__always) func sum(state: Int, enter: Int32, until: Int32) -> CumulativeHazard.Exits {
        let last = min(until, today - 1)
        let span = Int(last - enter)
        guard span > 0 else { return .zero }
        let first = Int(enter + 1 - firstDay)
        let own = stays.baseAddress! + state * Intensities.maxBins
        // Days before the first one count for nothing.
        @inline(__always) func upTo(_ row: Int32, _ age: Int) -> CumulativeHazard.Exits {
            prefix[Int(row) + max(0, first + age)]
        }
        var (sum, bin, low) = (CumulativeHazard.Exits.zero, 0, upTo(own[0].row, 0))
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
