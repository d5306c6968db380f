import Foundation

/// What happens in one day to a deal in each state and bin of age, for each level of the group multipliers, by the class
/// of the day: days of one weekday in one month have the same rates, so their exponentials are taken once.
///
///     G = λ·Π multipliers,  S = Σ G,  pₑ = −expm1(−S)
struct DayRates: Sendable {
    let states: Int
    let levels: Int
    /// Ages that are told apart: beyond the start of the last bin nothing depends on age any more.
    let ages: Int
    let firstDay: Int32
    /// By day from `firstDay` on: place of its class among those that occur.
    let classOfDay: [Int]
    /// First age of each bin by state, and, last, one more than the start of its last bin.
    let starts: [[Int]]
    let destinations: [[Int]]
    /// [class][state, bin][1 + 1 + destinations][level]: stays, is won, moves on to each destination. The win and the moves
    /// share out pₑ in proportion to their intensities.
    let chance: [Double]
    /// By state and bin: where its rows begin within a class.
    let offset: [[Int]]
    let size: Int

    init(
        _ fit: Intensities, _ calendar: History.Calendar, from: Int32, to: Int32,
        levels: [WinTable.Level]
    ) {
        self.init(fit, calendar, from: from, to: to, count: levels.count) { _, _ in levels }
    }

    /// For each bucket of the expected close.
    init(
        _ fit: Intensities, _ calendar: History.Calendar, from: Int32, to: Int32,
        lanes: DueLanes
    ) {
        self.init(fit, calendar, from: from, to: to, count: lanes.count) { lanes.rows($0, $1) }
    }

    /// - Parameter levels: so many at each state and bin.
    private init(
        _ fit: Intensities, _ calendar: History.Calendar, from: Int32, to: Int32,
        count: Int, levels: (_ state: Int, _ bin: Int) -> [WinTable.Level]
    ) {
        let multipliers = (0..<fit.states).map { state in (0..<fit.binCount[state]).map { levels(state, $0) } }
        states = fit.states
        self.levels = count
        let ages = (fit.binStarts.compactMap(\.last).max() ?? 0) + 1
        self.ages = ages
        firstDay = from
        starts = fit.binStarts.map { $0 + [($0.last ?? 0) + 1] }
        destinations = fit.destinations
        var offset = [[Int]]()
        var size = 0
        for state in 0..<fit.states {
            offset.append(
                (0..<fit.binCount[state]).map { size + $0 * (2 + fit.destinations[state].count) * count })
            size += fit.binCount[state] * (2 + fit.destinations[state].count) * count
        }
        self.offset = offset
        self.size = size
        // Days by class, in order of their first day.
        var known = [Int: Int]()
        var example = [Int32]()
        var classOfDay = [Int]()
        for day in from..<max(from, to) {
            let place = calendar.index(day)
            let key =
                (Int(calendar.monthOfYear[place]) * 3 + Int(calendar.monthOfQuarter[place])) * 7
                + Int(calendar.weekday[place])
            if known[key] == nil {
                known[key] = example.count
                example.append(day)
            }
            classOfDay.append(known[key] ?? 0)
        }
        self.classOfDay = classOfDay
        var chance = [Double](repeating: 0, count: size * example.count)
        chance.withUnsafeMutableBufferPointer { chance in
            for (number, day) in example.enumerated() {
                let common = (0..<3).map { fit.calendar[$0].common(calendar, day) }
                for state in 0..<fit.states {
                    let moves = fit.destinations[state].count
                    for bin in 0..<fit.binCount[state] {
                        let slots = fit.rates[state][bin]
                        let third = Int(fit.tercile[state * Intensities.maxBins + bin])
                        let win = slots[0] * common[0] * fit.calendar[0].interaction(calendar, day, third)
                        let loss = slots[1] * common[1] * fit.calendar[1].interaction(calendar, day, third)
                        let moving = common[2] * fit.calendar[2].interaction(calendar, day, third)
                        let move = moving * slots[2...].reduce(0, +)
                        let base = number * size + offset[state][bin]
                        for (row, level) in multipliers[state][bin].enumerated() {
                            let sum = win * level.win + loss * level.loss + move * level.move
                            let exit = -expm1(-sum)
                            let share = sum > 0 ? exit / sum : 0
                            chance[base + row] = 1 - exit
                            chance[base + count + row] = win * level.win * share
                            for slot in 0..<moves {
                                chance[base + (2 + slot) * count + row] =
                                    slots[2 + slot] * moving * level.move * share
                            }
                        }
                    }
                }
            }
        }
        self.chance = chance
    }
}
