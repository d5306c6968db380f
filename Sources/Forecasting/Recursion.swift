import Foundation

/// Probability of being won before a day, for every state, age and level of the group multiplier: the backward recursion
///
///     V[T] = 0;  V[d][k,u] = s·G[k,u,W] + Σ s·G[k,u,j]·V[d+1][j,0] + (1 − pₑ)·V[d+1][k, min(u+1, U)]
///     G = λ·Π multipliers,  S = Σ G,  pₑ = −expm1(−S),  s = pₑ/S
///
/// exact for the discrete-time semi-Markov process. One pass serves every open deal and every deal still to arrive.
struct WinTable: Sendable {
    let ages: Int
    let states: Int
    let levels: [Level]
    /// At the start of the first day: [level][state × ages + age].
    let open: [Double]
    /// [level][day × states + state]: won before T when the state is entered on that day.
    let arriving: [Double]
    let days: Int

    /// What multiplies the intensities of winning, of losing and of moving on.
    struct Level: Sendable, Equatable {
        var win: Double
        var loss: Double
        var move: Double
        static let one = Level(win: 1, loss: 1, move: 1)
    }

    init(
        _ fit: Intensities, _ rates: [[[Double]]], _ calendarDays: History.Calendar, from: Int32, to: Int32,
        levels: [Level]
    ) {
        let states = fit.states
        // Beyond the start of the last bin nothing depends on age any more.
        let ages = (fit.binStarts.compactMap(\.last).max() ?? 0) + 1
        let days = max(0, Int(to - from))
        self.ages = ages
        self.states = states
        self.levels = levels
        self.days = days
        var open = [Double](repeating: 0, count: levels.count * states * ages)
        var arriving = [Double](repeating: 0, count: levels.count * max(1, days) * states)
        let starts = fit.binStarts
        open.withUnsafeMutableBufferPointer { table in
            for (number, level) in levels.enumerated() {
                let base = number * states * ages
                var fresh = [Double](repeating: 0, count: states)
                for offset in stride(from: days - 1, through: 0, by: -1) {
                    let day = from + Int32(offset)
                    for state in 0..<states {
                        fresh[state] = table[base + state * ages]
                        arriving[(number * days + offset) * states + state] = fresh[state]
                    }
                    let common = (0..<3).map { fit.calendar[$0].common(calendarDays, day) }
                    for state in 0..<states {
                        let row = base + state * ages
                        for bin in 0..<fit.binCount[state] {
                            let slots = rates[state][bin]
                            let third = Int(fit.tercile[state * Intensities.maxBins + bin])
                            let win =
                                slots[0] * common[0] * fit.calendar[0].interaction(calendarDays, day, third) * level.win
                            let loss =
                                slots[1] * common[1] * fit.calendar[1].interaction(calendarDays, day, third)
                                * level.loss
                            let moving =
                                common[2] * fit.calendar[2].interaction(calendarDays, day, third) * level.move
                            var sum = win + loss
                            var gain = win
                            for (place, target) in fit.destinations[state].enumerated() {
                                let move = slots[2 + place] * moving
                                sum += move
                                gain += move * fresh[target]
                            }
                            let exit = -expm1(-sum)
                            let gained = sum > 0 ? gain * exit / sum : 0
                            let stay = 1 - exit
                            let end = bin + 1 < fit.binCount[state] ? starts[state][bin + 1] : ages
                            var age = starts[state][bin]
                            while age < end {
                                table[row + age] = gained + stay * table[row + min(age + 1, ages - 1)]
                                age += 1
                            }
                        }
                    }
                }
            }
        }
        self.open = open
        self.arriving = arriving
    }

    @inline(__always) func chance(_ level: Int, _ state: Int, _ age: Int) -> Double {
        open[(level * states + state) * ages + min(max(0, age), ages - 1)]
    }

    /// Won before T for a deal that enters `state` on day `offset` after the first.
    @inline(__always) func chanceArriving(_ level: Int, _ state: Int, _ offset: Int) -> Double {
        arriving[(level * days + offset) * states + state]
    }
}
