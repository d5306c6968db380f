import Foundation

/// Daily intensities of leaving each state, by age in it, as fitted on everything before one day.
struct Intensities: Sendable {
    /// One slot of a state: where the exit leads. Slot 0 is the win, slot 1 the loss, the rest are moves.
    struct Rates: Sendable {
        /// [state][bin][slot], `slots` wide.
        var value: [Double]
    }
    static let maxBins = 14

    let states: Int
    /// Destinations of each state's moves; slot = 2 + place.
    let destinations: [[Int]]
    /// First age of each bin, by state.
    let binStarts: [[Int]]
    let binCount: [Int]
    /// Tercile of age of each bin: [state × maxBins + bin].
    let tercile: [UInt8]
    /// [state][bin] → slots. Long memory and short memory.
    let long: [[[Double]]]
    let short: [[[Double]]]
    /// By `Lexis.Exit`.
    let calendar: [CalendarMultipliers]
}

struct FitSettings: Sendable {
    /// Days after which the past counts half in the short memory.
    static let halfLife = 75.0
    var pseudoExits = 10.0
    var tau = 5.0
    var rounds = 5
    var calendarPrior = 15.0
    var yearPrior = 30.0
    var interactionPrior = 10.0
    var shortPrior = 0.0
    static let standard = FitSettings()
    /// For what comes before the group multipliers are known.
    static let rough = FitSettings(rounds: 3)
}

extension Intensities {
    /// - Parameter today: everything on earlier days is used, nothing else.
    init(_ lexis: Lexis, _ paths: Paths, _ calendarDays: History.Calendar, today: Int32, _ settings: FitSettings) {
        let states = lexis.states
        let until = DayTable.Until(lexis.exposure, used: min(lexis.days, max(0, Int(today - lexis.firstDay))))
        self.states = states

        // Exits by cell, all time and with short memory.
        var cellExits = [[Double]](repeating: [Double](repeating: 0, count: 3 * AgeCells.count), count: states)
        var cellShort = cellExits
        let exits = lexis.exits.table
        for state in 0..<states {
            for kind in 0..<3 {
                for cell in 0..<AgeCells.count {
                    let total = exits.total(lexis.row(kind, state, cell), until)
                    cellExits[state][kind * AgeCells.count + cell] = total.plain
                    cellShort[state][kind * AgeCells.count + cell] = total.fading
                }
            }
        }

        // Bins: at most twelve quantiles of age at exit, and a last one beyond the oldest exit.
        var binOfCell = [[Int]](repeating: [Int](repeating: 0, count: AgeCells.count), count: states)
        var binCount = [Int](repeating: 1, count: states)
        var tercile = [UInt8](repeating: 0, count: states * Intensities.maxBins)
        for state in 0..<states {
            let total = (0..<AgeCells.count).map { cell in
                Lexis.Exit.allCases.reduce(0) { $0 + cellExits[state][$1.rawValue * AgeCells.count + cell] }
            }
            let all = total.reduce(0, +)
            let lastCell = total.lastIndex { $0 > 0 } ?? 0
            var bin = 0
            var inBin = 0.0
            var before = 0.0
            let quota = all / 12
            for cell in 0..<AgeCells.count {
                if cell > 0, cell == lastCell + 1 || (cell <= lastCell && inBin >= quota && bin < 11) {
                    bin += 1
                    inBin = 0
                }
                binOfCell[state][cell] = bin
                if inBin == 0 || cell == 0 {
                    tercile[state * Intensities.maxBins + bin] = all > 0 ? UInt8(min(2, Int(3 * before / all))) : 1
                }
                inBin += total[cell]
                before += total[cell]
            }
            binCount[state] = bin + 1
        }
        // Exposure by bin and class of day, all time and with short memory; observed exits by class of exit, tercile and
        // class of day. Days of one class have one multiplier, so nothing below looks at single days.
        let width = Intensities.maxBins
        let classes = lexis.exposure.blocks.classCount
        var exposure = [Double](repeating: 0, count: 2 * states * width * classes)
        var recentExposure = exposure
        var observed = [Double](repeating: 0, count: 9 * classes)
        for state in 0..<states {
            for cell in 0..<AgeCells.count {
                let bin = binOfCell[state][cell]
                for drive in 0..<2 {
                    lexis.exposure.add(
                        lexis.row(drive, state, cell), until, to: &exposure, fading: &recentExposure,
                        at: ((drive * states + state) * width + bin) * classes)
                }
                let third = Int(tercile[state * width + bin])
                for kind in 0..<3 {
                    exits.add(lexis.row(kind, state, cell), until, to: &observed, at: (kind * 3 + third) * classes)
                }
            }
        }

        // Backfitting: rates given multipliers, multipliers given rates.
        var calendar = [CalendarMultipliers](repeating: CalendarMultipliers(), count: 3)
        let prior = Prior(paths, states: states, settings: settings)
        var binExits = [[[Double]]](repeating: [], count: states)
        var binShort = binExits
        for state in 0..<states {
            binExits[state] = [[Double]](repeating: [0, 0, 0], count: binCount[state])
            binShort[state] = binExits[state]
            for cell in 0..<AgeCells.count {
                for kind in 0..<3 {
                    binExits[state][binOfCell[state][cell]][kind] += cellExits[state][kind * AgeCells.count + cell]
                    binShort[state][binOfCell[state][cell]][kind] += cellShort[state][kind * AgeCells.count + cell]
                }
            }
        }
        let months = until.used / 30
        let days = lexis.exposure.blocks.classes
        var rates = [Double](repeating: 0, count: 3 * states * width)
        var weight = [Double](repeating: 1, count: 3 * 3 * classes)
        for _ in 0..<settings.rounds {
            Intensities.fitRates(
                &rates, exposure, weight, binExits, prior, binCount, tercile, classes: classes, states: states,
                tau: settings.tau, pseudo: settings.pseudoExits)
            for kind in 0..<3 {
                // Expected exits by tercile and class of day before multipliers.
                var expected = [Double](repeating: 0, count: 3 * classes)
                exposure.withUnsafeBufferPointer { exposure in
                    expected.withUnsafeMutableBufferPointer { expected in
                        for state in 0..<states {
                            for bin in 0..<binCount[state] {
                                let rate = rates[(kind * states + state) * width + bin]
                                let from = ((Intensities.drive(kind) * states + state) * width + bin) * classes
                                let into = Int(tercile[state * width + bin]) * classes
                                for day in 0..<classes { expected[into + day] += rate * exposure[from + day] }
                            }
                        }
                    }
                }
                calendar[kind].refit(
                    expected: expected, observed: Array(observed[(kind * 3 * classes)..<((kind * 3 + 3) * classes)]),
                    days, used: classes, settings, withYear: months >= 23, withAge: kind != Lexis.Exit.move.rawValue)
                for third in 0..<3 {
                    for day in 0..<classes {
                        weight[(kind * 3 + third) * classes + day] = calendar[kind].value(days, day, third)
                    }
                }
            }
        }
        Intensities.fitRates(
            &rates, exposure, weight, binExits, prior, binCount, tercile, classes: classes, states: states,
            tau: settings.tau, pseudo: settings.pseudoExits)
        var recent = rates
        Intensities.fitRates(
            &recent, recentExposure, weight, binShort, prior, binCount, tercile, classes: classes, states: states,
            tau: settings.tau, pseudo: settings.pseudoExits, around: settings.shortPrior > 0 ? rates : nil,
            aroundPrior: settings.shortPrior)

        // Where moves lead.
        var destinations = [[Int]](repeating: [], count: states)
        var split = [[Double]](repeating: [Double](repeating: 0, count: states), count: states)
        for state in 0..<states {
            for target in 0..<states {
                split[state][target] = Double(lexis.exits.moves(from: state, to: target, before: until.used))
            }
        }
        for state in 0..<states {
            for target in 0..<states where target != state {
                if prior.next[state] == target { split[state][target] += 1 }
                if split[state][target] > 0 { destinations[state].append(target) }
            }
        }
        func spread(_ rates: [Double]) -> [[[Double]]] {
            (0..<states).map { state in
                let total = max(1e-300, destinations[state].reduce(0) { $0 + split[state][$1] })
                return (0..<binCount[state]).map { bin in
                    let move = rates[(2 * states + state) * width + bin]
                    return [rates[state * width + bin], rates[(states + state) * width + bin]]
                        + destinations[state].map { move * split[state][$0] / total }
                }
            }
        }
        self.destinations = destinations
        binStarts = (0..<states).map { state in
            (0..<binCount[state]).map { bin in AgeCells.starts[binOfCell[state].firstIndex(of: bin) ?? 0] }
        }
        self.binCount = binCount
        self.tercile = tercile
        self.calendar = calendar
        long = spread(rates)
        short = spread(recent)
    }

    private static func drive(_ kind: Int) -> Int { Lexis.Exit(rawValue: kind)!.drive.rawValue }

    /// λ₀ = (N + m·q)/(E + m/r) by state, then λ = (N + τλ₀)/(E + τ) by bin.
    private static func fitRates(
        _ rates: inout [Double], _ exposure: [Double], _ weight: [Double], _ exits: [[[Double]]], _ prior: Prior,
        _ binCount: [Int], _ tercile: [UInt8], classes: Int, states: Int, tau: Double, pseudo: Double,
        around: [Double]? = nil, aroundPrior: Double = 0
    ) {
        let width = maxBins
        exposure.withUnsafeBufferPointer { exposure in
            weight.withUnsafeBufferPointer { weight in
                for state in 0..<states {
                    for kind in 0..<3 {
                        var risk = [Double](repeating: 0, count: binCount[state])
                        for bin in 0..<binCount[state] {
                            let from = ((drive(kind) * states + state) * width + bin) * classes
                            let row = (kind * 3 + Int(tercile[state * width + bin])) * classes
                            var sum = 0.0
                            for day in 0..<classes { sum += exposure[from + day] * weight[row + day] }
                            risk[bin] = sum
                        }
                        let all = exits[state].reduce(0) { $0 + $1[kind] }
                        let base =
                            (all + pseudo * prior.share[state][kind])
                            / (risk.reduce(0, +) + pseudo / prior.rate)
                        for bin in 0..<binCount[state] {
                            let place = (kind * states + state) * width + bin
                            if let around {
                                let center = around[place]
                                rates[place] =
                                    (exits[state][bin][kind] + aroundPrior * center) / (risk[bin] + aroundPrior)
                            } else {
                                rates[place] = (exits[state][bin][kind] + tau * base) / (risk[bin] + tau)
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What the template says before anything is learned: a sixty-day cycle, forward moves in proportion to the stages'
/// probabilities.
struct Prior: Sendable {
    /// Exits a day.
    let rate: Double
    /// [state] → share of wins, losses, moves among exits.
    let share: [[Double]]
    /// The state that follows, -1 when the win follows.
    let next: [Int]

    init(_ paths: Paths, states: Int, settings: FitSettings) {
        var share: [[Double]] = []
        var next: [Int] = []
        var longest = 1
        for state in 0..<states {
            let pipeline = paths.statePipeline[state]
            let mates = (0..<states).filter { paths.statePipeline[$0] == pipeline }
            longest = max(longest, mates.count - (paths.hasStageHistory ? 1 : 0))
            let own = Prior.chance(paths, mates, state)
            // The last mate of a pipeline with stages is "not recorded": it counts for the first stage.
            let ordered = paths.hasStageHistory ? Array(mates.dropLast()) : mates
            let place = ordered.firstIndex(of: state) ?? 0
            if place + 1 < ordered.count {
                let after = Prior.chance(paths, mates, ordered[place + 1])
                let forward = min(1, max(0.02, own / max(after, 1e-9)))
                share.append([0, 1 - forward, forward])
                next.append(ordered[place + 1])
            } else {
                share.append([own, 1 - own, 0])
                next.append(-1)
            }
        }
        self.share = share
        self.next = next
        rate = Double(max(1, longest)) / 60
    }

    /// Template probability; where the company never said, evenly rising with the position.
    private static func chance(_ paths: Paths, _ mates: [Int], _ state: Int) -> Double {
        let said = paths.stateProbability[state]
        if !said.isNaN { return min(0.98, max(0.01, said)) }
        let place = mates.firstIndex(of: state) ?? 0
        return Double(place + 1) / Double(mates.count + 1)
    }
}

/// Calendar classes of consecutive days, or of kinds of days.
struct DayClasses: Sendable {
    let weekday: [Int]
    let quarterMonth: [Int]
    let yearMonth: [Int]

    init(weekday: [Int], quarterMonth: [Int], yearMonth: [Int]) {
        self.weekday = weekday
        self.quarterMonth = quarterMonth
        self.yearMonth = yearMonth
    }

    init(_ calendar: History.Calendar, firstDay: Int32, count: Int) {
        let places = (0..<count).map { calendar.index(firstDay + Int32($0)) }
        weekday = places.map { Int(calendar.weekday[$0]) }
        quarterMonth = places.map { Int(calendar.monthOfQuarter[$0]) }
        yearMonth = places.map { Int(calendar.monthOfYear[$0]) }
    }
}

extension CalendarMultipliers {
    @inline(__always) func value(_ days: DayClasses, _ day: Int, _ third: Int) -> Double {
        weekday[days.weekday[day]] * quarterMonth[days.quarterMonth[day]] * yearMonth[days.yearMonth[day]]
            * ageQuarter[third * 3 + days.quarterMonth[day]]
    }

    /// One round: each factor in turn is set to (observed + prior)/(expected under the others + prior).
    mutating func refit(
        expected: [Double], observed: [Double], _ days: DayClasses, used: Int, _ settings: FitSettings, withYear: Bool,
        withAge: Bool
    ) {
        let seen = (0..<used).map { observed[$0] + observed[used + $0] + observed[2 * used + $0] }
        func mixed(_ day: Int) -> Double {
            let month = days.quarterMonth[day]
            return expected[day] * ageQuarter[month] + expected[used + day] * ageQuarter[3 + month]
                + expected[2 * used + day] * ageQuarter[6 + month]
        }
        let base = (0..<used).map(mixed)
        func fit(_ classes: [Int], _ factor: inout [Double], prior: Double, rest: (Int) -> Double) {
            var have = [Double](repeating: prior, count: factor.count)
            var should = have
            for day in 0..<used {
                have[classes[day]] += seen[day]
                should[classes[day]] += base[day] * rest(day)
            }
            for place in factor.indices { factor[place] = have[place] / should[place] }
        }
        let (quarter, year) = (quarterMonth, yearMonth)
        fit(days.weekday, &weekday, prior: settings.calendarPrior) {
            quarter[days.quarterMonth[$0]] * year[days.yearMonth[$0]]
        }
        let week = weekday
        fit(days.quarterMonth, &quarterMonth, prior: settings.calendarPrior) {
            week[days.weekday[$0]] * year[days.yearMonth[$0]]
        }
        if withYear {
            let quarterNow = quarterMonth
            fit(days.yearMonth, &yearMonth, prior: settings.yearPrior) {
                week[days.weekday[$0]] * quarterNow[days.quarterMonth[$0]]
            }
        }
        if withAge {
            var have = [Double](repeating: settings.interactionPrior, count: 9)
            var should = have
            for day in 0..<used {
                let month = days.quarterMonth[day]
                let common = weekday[days.weekday[day]] * quarterMonth[month] * yearMonth[days.yearMonth[day]]
                for third in 0..<3 {
                    have[third * 3 + month] += observed[third * used + day]
                    should[third * 3 + month] += expected[third * used + day] * common
                }
            }
            for place in 0..<9 { ageQuarter[place] = have[place] / should[place] }
        }
    }
}
