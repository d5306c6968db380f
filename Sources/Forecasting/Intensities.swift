import Foundation

/// Daily intensities of leaving each state, by age in it, as fitted on everything before one day.
struct Intensities: Sendable {
    /// One slot of a state: where the exit leads. Slot 0 is the win, slot 1 the loss, the rest are moves.
    struct Rates: Sendable {
        /// [state][bin][slot], `slots` wide.
        var value: [Double]
    }
    static let maxBins = 18
    /// Exits behind each bin of the tail at least.
    static let tailExits = 8.0
    /// From so many exits of a state on its bins tell by themselves.
    static let telling = 15.0

    let states: Int
    /// Destinations of each state's moves; slot = 2 + place.
    let destinations: [[Int]]
    /// First age of each bin, by state.
    let binStarts: [[Int]]
    let binCount: [Int]
    /// Tercile of age of each bin: [state × maxBins + bin].
    let tercile: [UInt8]
    /// [state][bin] → slots.
    let rates: [[[Double]]]
    /// By `Lexis.Exit`.
    let calendar: [CalendarMultipliers]
    /// How the pace of progress and that of losses went, by month; nil where not looked at.
    let pace: Pace?
    /// States that changed their pace alone; nil where there are none.
    let alone: StageBreaks?
}

struct FitSettings: Sendable {
    /// Days after which the past counts half in what is called recent.
    static let halfLife = 75.0
    var pseudoExits = 10.0
    var tau = 5.0
    var rounds = 5
    var calendarPrior = 15.0
    var interactionPrior = 10.0
    /// Whether the level of the intensities may change in the course of time.
    var changing = true
    static let standard = FitSettings()
    /// For what comes before the group multipliers are known.
    static let rough = FitSettings(rounds: 3, changing: false)
}

extension Intensities {
    /// - Parameter today: everything on earlier days is used, nothing else.
    init(_ lexis: Lexis, _ paths: Paths, _ calendarDays: History.Calendar, today: Int32, _ settings: FitSettings) {
        let states = lexis.states
        let until = DayTable.Until(lexis.exposure, used: min(lexis.days, max(0, Int(today - lexis.firstDay))))
        self.states = states

        // Exits by cell; recent ones by state and class alone.
        var cellExits = [[Double]](repeating: [Double](repeating: 0, count: 3 * AgeCells.count), count: states)
        var recentExits = [Double](repeating: 0, count: 3 * states)
        let exits = lexis.exits.table
        for state in 0..<states {
            for kind in 0..<3 {
                for cell in 0..<AgeCells.count {
                    let total = exits.total(lexis.row(kind, state, cell), until)
                    cellExits[state][kind * AgeCells.count + cell] = total.plain
                    recentExits[kind * states + state] += total.fading
                }
            }
        }

        // Bins: twelfths of the exits by age, ever smaller parts of what is left in the tail, where deals that died without
        // a word gather, and a last one beyond the oldest exit.
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
            var quota = all / 12
            for cell in 0..<AgeCells.count {
                if cell > 0,
                    cell == lastCell + 1 || (cell <= lastCell && inBin >= quota && bin < Intensities.maxBins - 3)
                {
                    bin += 1
                    inBin = 0
                    quota = min(all / 12, max(Intensities.tailExits, (all - before) / 2))
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
        // Exposure by bin and class of day, all time and recent; observed exits by class of exit, tercile and
        // class of day. Days of one class have one multiplier, so nothing below looks at single days.
        let width = Intensities.maxBins
        let classes = lexis.exposure.blocks.classCount
        var observed = [Double](repeating: 0, count: 9 * classes)
        for state in 0..<states {
            for cell in 0..<AgeCells.count {
                let third = Int(tercile[state * width + binOfCell[state][cell]])
                observed.withUnsafeMutableBufferPointer { observed in
                    for kind in 0..<3 {
                        exits.add(
                            lexis.row(kind, state, cell), until,
                            to: observed.baseAddress! + (kind * 3 + third) * classes)
                    }
                }
            }
        }
        // Backfitting: rates given multipliers, multipliers given rates.
        let prior = Prior(paths, states: states, settings: settings)
        var binExits = [[[Double]]](repeating: [], count: states)
        for state in 0..<states {
            binExits[state] = [[Double]](repeating: [0, 0, 0], count: binCount[state])
            for cell in 0..<AgeCells.count {
                for kind in 0..<3 {
                    binExits[state][binOfCell[state][cell]][kind] += cellExits[state][kind * AgeCells.count + cell]
                }
            }
        }
        let months = until.used / 30
        let days = lexis.exposure.blocks.classes
        var alone: StageBreaks?
        var steady = Intensities.exposure(lexis, until, binOfCell, pace: nil, alone)
        // Only where breaks are looked for.
        let came = settings.changing ? Intensities.came(lexis, until) : []

        /// - Parameters:
        ///   - seasonsFirst: months of the year are told apart before breaks of the level are looked for, or after.
        ///   - turns: how often breaks are looked for.
        func backfit(seasonsFirst: Bool, turns: Int) -> Backfit {
            var (exposure, recentExposure) = steady
            var calendar = [CalendarMultipliers](repeating: CalendarMultipliers(), count: 3)
            var rates = [Double](repeating: 0, count: 3 * states * width)
            var weight = [Double](repeating: 1, count: 3 * 3 * classes)
            var pace: Pace?
            var yearBase = [[Double]](repeating: [], count: 3)
            for turn in 0...turns {
                if turn > 0 {
                    let found = Pace(Intensities.flows(lexis, until, came, binOfCell, rates, weight, tercile, alone))
                    if turn == 1, found.isFlat { break }
                    pace = found
                    (exposure, recentExposure) = Intensities.exposure(lexis, until, binOfCell, pace: found, alone)
                }
                let withYear = months >= 23 && (seasonsFirst || turn > 0)
                for _ in 0..<(turn == 0 ? settings.rounds : 3) {
                    Intensities.fitRates(
                        &rates, exposure, weight, binExits, prior, binCount, tercile, classes: classes, states: states,
                        tau: settings.tau, pseudo: settings.pseudoExits)
                    var expectedOf: [[Double]] = []
                    for kind in 0..<3 {
                        // Expected exits by tercile and class of day before multipliers.
                        var expected = [Double](repeating: 0, count: 3 * classes)
                        exposure.withUnsafeBufferPointer { exposure in
                            expected.withUnsafeMutableBufferPointer { expected in
                                for state in 0..<states {
                                    for bin in 0..<binCount[state] {
                                        let rate = rates[(kind * states + state) * width + bin]
                                        let from = ((kind * states + state) * width + bin) * classes
                                        let into = Int(tercile[state * width + bin]) * classes
                                        for day in 0..<classes { expected[into + day] += rate * exposure[from + day] }
                                    }
                                }
                            }
                        }
                        expectedOf.append(expected)
                    }
                    let pooled = CalendarMultipliers.pooled(
                        calendar, expectedOf, observed, days, used: classes, settings, withYear: withYear)
                    for kind in 0..<3 {
                        calendar[kind].refit(
                            expected: expectedOf[kind],
                            observed: Array(observed[(kind * 3 * classes)..<((kind * 3 + 3) * classes)]), days,
                            used: classes,
                            settings, around: kind == Lexis.Exit.loss.rawValue ? nil : pooled,
                            withYear: withYear, withAge: kind != Lexis.Exit.move.rawValue)
                        for third in 0..<3 {
                            for day in 0..<classes {
                                weight[(kind * 3 + third) * classes + day] = calendar[kind].value(days, day, third)
                            }
                        }
                    }
                    yearBase = expectedOf
                }
                Intensities.fitRates(
                    &rates, exposure, weight, binExits, prior, binCount, tercile, classes: classes, states: states,
                    tau: settings.tau, pseudo: settings.pseudoExits)
            }
            return Backfit(
                calendar: calendar, rates: rates, weight: weight, pace: pace, recentExposure: recentExposure,
                seasonCost: [1, 2].reduce(0) { $0 + calendar[$1].seasonCost(yearBase[$1], days, used: classes) })
        }
        func likelier() -> Backfit {
            let best = backfit(seasonsFirst: true, turns: settings.changing ? 1 : 0)
            guard settings.changing, months >= 23, best.pace?.isUneven ?? false else { return best }
            // A break may pass for a season, and a season for a break: whichever tells the counts better.
            let other = backfit(seasonsFirst: false, turns: 2)
            func flows(_ fit: Backfit) -> [(observed: [Double], expected: [Double])] {
                Intensities.flows(lexis, until, came, binOfCell, fit.rates, fit.weight, tercile, alone)
            }
            let (mine, theirs) = (flows(best), flows(other))
            let noise = zip(mine, theirs).map {
                min(Regimes.dispersion($0.observed, $0.expected), Regimes.dispersion($1.observed, $1.expected))
            }
            let isOther =
                Pace.evidence(theirs, noise) - other.seasonCost > Pace.evidence(mine, noise) - best.seasonCost
            return isOther ? other : best
        }
        var best = likelier()
        if settings.changing {
            let found = StageBreaks(
                Intensities.stateFlows(lexis, until, binOfCell, best.rates, best.weight, tercile),
                days: lexis.exposure.blocks.starts.map { lexis.firstDay + Int32($0) })
            if !found.found.isEmpty {
                // Everything once more with what they did alone taken out of it.
                alone = found
                steady = Intensities.exposure(lexis, until, binOfCell, pace: nil, alone)
                best = likelier()
            }
        }
        let (calendar, rates, weight, pace) = (best.calendar, best.rates, best.weight, best.pace)
        // What one stage alone does of late; like breaks, only where change is looked for.
        let lately =
            settings.changing
            ? RecentPace(
                recentExits,
                Intensities.expected(best.recentExposure, weight, rates, binCount, tercile, classes: classes)
            ).level : [Double](repeating: 1, count: 3 * states)

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
        let now = pace?.now ?? [1, 1, 1]
        self.rates = (0..<states).map { state in
            let total = max(1e-300, destinations[state].reduce(0) { $0 + split[state][$1] })
            let pace = (0..<3).map { now[$0] * (alone?.now($0, state) ?? 1) }
            return (0..<binCount[state]).map { bin in
                let today = (0..<3).map { kind in
                    pace[kind] * lately[kind * states + state] * rates[(kind * states + state) * width + bin]
                }
                return [today[0], today[1]] + destinations[state].map { today[2] * split[state][$0] / total }
            }
        }
        self.destinations = destinations
        binStarts = (0..<states).map { state in
            (0..<binCount[state]).map { bin in AgeCells.starts[binOfCell[state].firstIndex(of: bin) ?? 0] }
        }
        self.binCount = binCount
        self.tercile = tercile
        self.calendar = calendar
        self.pace = pace
        self.alone = alone
    }

    /// Rates, calendar and breaks of the level that explain the exits together.
    private struct Backfit {
        let calendar: [CalendarMultipliers]
        let rates: [Double]
        let weight: [Double]
        let pace: Pace?
        let recentExposure: [Double]
        /// What its months of the year take off the evidence.
        let seasonCost: Double
    }

    /// Deal-days at risk by class of exit, state, bin and class of day: all time, and recent. What the pace
    /// was, of all or of a state alone, is multiplied in.
    private static func exposure(
        _ lexis: Lexis, _ until: DayTable.Until, _ binOfCell: [[Int]], pace: Pace?, _ alone: StageBreaks?
    ) -> ([Double], [Double]) {
        let classes = lexis.exposure.blocks.classCount
        var all = [Double](repeating: 0, count: 3 * lexis.states * maxBins * classes)
        var recent = all
        // Without a pace moves are at the same risk as wins; without weights losses too.
        let kinds = pace == nil && alone == nil ? lexis.isWeighted ? 2 : 1 : 3
        let size = lexis.states * maxBins * classes
        all.withUnsafeMutableBufferPointer { allBuffer in
            recent.withUnsafeMutableBufferPointer { recentBuffer in
                let (all, recent) = (allBuffer.baseAddress!, recentBuffer.baseAddress!)
                for state in 0..<lexis.states {
                    let levels = (0..<kinds).map { level($0, state, pace, alone, steps: until.steps) }
                    for cell in 0..<AgeCells.count {
                        for kind in 0..<kinds {
                            let drive = Lexis.Exit.allCases[kind].drive.rawValue
                            let base = ((kind * lexis.states + state) * maxBins + binOfCell[state][cell]) * classes
                            let row = lexis.row(drive, state, cell)
                            if let level = levels[kind] {
                                lexis.exposure.add(
                                    row, until, times: level, to: all + base, fading: recent + base)
                            } else {
                                lexis.exposure.add(row, until, to: all + base, fading: recent + base)
                            }
                        }
                    }
                }
            }
        }
        for kind in kinds..<3 {
            all.replaceSubrange(kind * size..<(kind + 1) * size, with: all[0..<size])
            recent.replaceSubrange(kind * size..<(kind + 1) * size, with: recent[0..<size])
        }
        return (all, recent)
    }

    /// Observed exits by class of exit and block of days.
    private static func came(_ lexis: Lexis, _ until: DayTable.Until) -> [[Double]] {
        (0..<3).map { kind in
            var observed = [Double](repeating: 0, count: until.steps)
            for state in 0..<lexis.states {
                for cell in 0..<AgeCells.count {
                    lexis.exits.table.each(lexis.row(kind, state, cell), until) { block, _, plain, _ in
                        observed[block] += plain
                    }
                }
            }
            return observed
        }
    }

    /// Observed and expected exits by class of exit and block of days.
    private static func flows(
        _ lexis: Lexis, _ until: DayTable.Until, _ came: [[Double]], _ binOfCell: [[Int]], _ rates: [Double],
        _ weight: [Double], _ tercile: [UInt8], _ alone: StageBreaks?
    ) -> [(observed: [Double], expected: [Double])] {
        (0..<3).map { kind in
            func due(_ state: Int, to expected: inout [Double]) {
                self.due(lexis, until, kind, state, binOfCell, rates, weight, tercile, to: &expected)
            }
            var expected = [Double](repeating: 0, count: until.steps)
            for state in 0..<lexis.states { due(state, to: &expected) }
            alone?.apply(to: &expected, kind, due: due)
            return (came[kind], expected)
        }
    }

    /// Expected exits by class of exit and state.
    private static func expected(
        _ exposure: [Double], _ weight: [Double], _ rates: [Double], _ binCount: [Int], _ tercile: [UInt8],
        classes: Int
    ) -> [Double] {
        let states = binCount.count
        return exposure.withUnsafeBufferPointer { exposure in
            weight.withUnsafeBufferPointer { weight in
                (0..<3 * states).map { row in
                    let risk = risks(exposure, weight, row, binCount, tercile, classes: classes)
                    return risk.indices.reduce(0) { $0 + risk[$1] * rates[row * maxBins + $1] }
                }
            }
        }
    }

    /// Deal-days at risk by bin, each class of day weighted.
    /// - Parameter row: class of exit × states + state.
    private static func risks(
        _ exposure: UnsafeBufferPointer<Double>, _ weight: UnsafeBufferPointer<Double>, _ row: Int, _ binCount: [Int],
        _ tercile: [UInt8], classes: Int
    ) -> [Double] {
        let (kind, state) = (row / binCount.count, row % binCount.count)
        let last = binCount[state] - 1
        var risk = [Double](repeating: 0, count: binCount[state])
        func rows(_ bin: Int) -> (UnsafePointer<Double>, UnsafePointer<Double>) {
            (
                exposure.baseAddress! + (row * maxBins + bin) * classes,
                weight.baseAddress! + (kind * 3 + Int(tercile[state * maxBins + bin])) * classes
            )
        }
        // Four bins side by side: each sum waits for its own additions only.
        for bin in stride(from: 0, through: last, by: 4) {
            let (one, two) = (rows(bin), rows(min(bin + 1, last)))
            let (three, four) = (rows(min(bin + 2, last)), rows(min(bin + 3, last)))
            var sums = SIMD4<Double>.zero
            for day in 0..<classes {
                sums += SIMD4(
                    one.0[day] * one.1[day], two.0[day] * two.1[day], three.0[day] * three.1[day],
                    four.0[day] * four.1[day])
            }
            for place in 0...min(3, last - bin) { risk[bin + place] = sums[place] }
        }
        return risk
    }

    /// λ₀ = (N + m·q)/(E + m/r) by state, then λ = (N + tλ₀)/(E + t) by bin, t = τ + m/r·(1 − exits/15) while there are
    /// fewer than fifteen.
    private static func fitRates(
        _ rates: inout [Double], _ exposure: [Double], _ weight: [Double], _ exits: [[[Double]]], _ prior: Prior,
        _ binCount: [Int], _ tercile: [UInt8], classes: Int, states: Int, tau: Double, pseudo: Double
    ) {
        let width = maxBins
        exposure.withUnsafeBufferPointer { exposure in
            weight.withUnsafeBufferPointer { weight in
                for state in 0..<states {
                    // A few exits tell next to nothing of ages: what is taken for granted is so at every one of them.
                    let seen = exits[state].reduce(0) { $0 + $1.reduce(0, +) }
                    let lacking = max(0, 1 - seen / Intensities.telling)
                    for kind in 0..<3 {
                        let risk = risks(
                            exposure, weight, kind * states + state, binCount, tercile, classes: classes)
                        let all = exits[state].reduce(0) { $0 + $1[kind] }
                        let base =
                            (all + pseudo * prior.share[state][kind])
                            / (risk.reduce(0, +) + pseudo / prior.rate)
                        for bin in 0..<binCount[state] {
                            let place = (kind * states + state) * width + bin
                            // What outlived every exit of many is not as likely to be won as the rest.
                            let dead =
                                bin + 1 == binCount[state] && exits[state][bin].allSatisfy { $0 == 0 } && seen >= 10
                            let tau = dead ? tau / 5 : tau + lacking * pseudo / prior.rate
                            rates[place] = (exits[state][bin][kind] + tau * base) / (risk[bin] + tau)
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
}
