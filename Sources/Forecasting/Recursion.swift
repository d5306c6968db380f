/// Probability of being won before a day, for every state, age and level of the group multiplier: the backward recursion
///
///     V[T] = 0;  V[d][k,u] = s·G[k,u,W] + Σ s·G[k,u,j]·V[d+1][j,0] + (1 − pₑ)·V[d+1][k, min(u+1, U)],  s = pₑ/S
///
/// exact for the discrete-time semi-Markov process. One pass serves every open deal and every deal still to arrive.
struct WinTable: Sendable {
    let ages: Int
    let states: Int
    let levels: Int
    /// By state: the age from which on nothing depends on age any more.
    let oldest: [Int]
    /// At the start of the first day: [state × ages + age][level].
    let open: [Double]
    /// [day × states + state][level]: won before T when the state is entered on that day.
    let arriving: [Double]
    let days: Int

    /// What multiplies the intensities of winning, of losing and of moving on.
    struct Level: Sendable, Equatable {
        var win: Double
        var loss: Double
        var move: Double
        static let one = Level(win: 1, loss: 1, move: 1)
    }

    init(_ fit: Intensities, _ calendar: History.Calendar, from: Int32, to: Int32, levels: [Level]) {
        self.init(DayRates(fit, calendar, from: from, to: to, levels: levels), to: to)
    }

    /// - Parameter to: not after the last day of the rates.
    init(_ rates: DayRates, to: Int32) {
        let (states, ages, levels) = (rates.states, rates.ages, rates.levels)
        let days = max(0, Int(to - rates.firstDay))
        self.ages = ages
        self.states = states
        self.levels = levels
        self.days = days
        oldest = rates.starts.map { ($0.last ?? 1) - 1 }
        var open = [Double](repeating: 0, count: states * ages * levels)
        var arriving = [Double](repeating: 0, count: max(1, days) * states * levels)
        open.withUnsafeMutableBufferPointer { table in
            arriving.withUnsafeMutableBufferPointer { arriving in
                rates.chance.withUnsafeBufferPointer { chance in
                    for offset in stride(from: days - 1, through: 0, by: -1) {
                        let fresh = offset * states * levels
                        for state in 0..<states {
                            for level in 0..<levels {
                                arriving[fresh + state * levels + level] = table[state * ages * levels + level]
                            }
                        }
                        for state in 0..<states {
                            WinTable.step(
                                table, arriving, chance, rates, state: state, fresh: fresh,
                                base: rates.classOfDay[offset] * rates.size)
                        }
                    }
                }
            }
        }
        self.open = open
        self.arriving = arriving
    }

    /// One day back for one state: ages upwards, so that age + 1 is still of the day after.
    @inline(__always) private static func step(
        _ table: UnsafeMutableBufferPointer<Double>, _ arriving: UnsafeMutableBufferPointer<Double>,
        _ chance: UnsafeBufferPointer<Double>, _ rates: DayRates, state: Int, fresh: Int, base: Int
    ) {
        let (ages, levels) = (rates.ages, rates.levels)
        let oldest = rates.starts[state][rates.starts[state].count - 1] - 1
        let destinations = rates.destinations[state]
        withUnsafeTemporaryAllocation(of: Double.self, capacity: levels) { gained in
            for bin in 0..<rates.starts[state].count - 1 {
                let stay = base + rates.offset[state][bin]
                for level in 0..<levels { gained[level] = chance[stay + levels + level] }
                for (slot, target) in destinations.enumerated() {
                    let row = stay + (2 + slot) * levels
                    let from = fresh + target * levels
                    for level in 0..<levels { gained[level] += chance[row + level] * arriving[from + level] }
                }
                for age in rates.starts[state][bin]..<rates.starts[state][bin + 1] {
                    let here = (state * ages + age) * levels
                    let later = (state * ages + min(age + 1, oldest)) * levels
                    WinTable.carry(
                        table.baseAddress! + here, gained.baseAddress!, chance.baseAddress! + stay,
                        table.baseAddress! + later, levels)
                }
            }
        }
    }

    /// Gained, and what is left of the day after; four levels at a time, which no compiler dares within one table.
    @inline(__always) private static func carry(
        _ here: UnsafeMutablePointer<Double>, _ gained: UnsafePointer<Double>, _ stay: UnsafePointer<Double>,
        _ later: UnsafePointer<Double>, _ levels: Int
    ) {
        var level = 0
        while level + 4 <= levels {
            let value = gained.four(level) + stay.four(level) * later.four(level)
            UnsafeMutableRawPointer(here + level).storeBytes(of: value, as: SIMD4<Double>.self)
            level += 4
        }
        while level < levels {
            here[level] = gained[level] + stay[level] * later[level]
            level += 1
        }
    }

    var size: Int { (open.count + arriving.count) * 8 }

    @inline(__always) func chance(_ level: Int, _ state: Int, _ age: Int) -> Double {
        open[(state * ages + min(max(0, age), oldest[state])) * levels + level]
    }

    /// Between levels of `LevelGrid`.
    @inline(__always) func chance(_ place: LevelGrid.Place, _ state: Int, _ age: Int) -> Double {
        let base = (state * ages + min(max(0, age), oldest[state])) * levels
        return min(1, max(0, place.mix { open[base + $0] }))
    }

    /// Won before T for a deal that enters `state` on day `offset` after the first.
    @inline(__always) func chanceArriving(_ level: Int, _ state: Int, _ offset: Int) -> Double {
        arriving[(offset * states + state) * levels + level]
    }
}
