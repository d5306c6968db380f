extension DueOdds {
    /// [state × ages + age][lane]: won before the end, as of the first day. A lane is a knot, "undated" or "plain" at one
    /// level.
    static func pass(_ rates: DayRates, _ lanes: DueLanes, _ knots: [Int], _ days: Int) -> [Double] {
        let levels = lanes.levels
        let width = (knots.count + 2) * levels
        var table = [Double](repeating: 0, count: rates.states * rates.ages * width)
        var fresh = [Double](repeating: 0, count: rates.states * width)
        var rows = [Int](repeating: 0, count: width)
        let slips = DueSlips(lanes.moves, knots, days, levels: levels)
        table.withUnsafeMutableBufferPointer { table in
            fresh.withUnsafeMutableBufferPointer { fresh in
                for offset in stride(from: days - 1, through: 0, by: -1) {
                    slips.apply(to: table, offset, width: width)
                    for lane in 0..<width {
                        let place = lane / levels
                        let bucket =
                            place < knots.count
                            ? DueBucket.of(left: knots[place] - offset)
                            : place == knots.count ? DueBucket.undated : DueLanes.plain
                        rows[lane] = bucket * levels + lane % levels
                    }
                    for state in 0..<rates.states {
                        for lane in 0..<width { fresh[state * width + lane] = table[state * rates.ages * width + lane] }
                    }
                    for state in 0..<rates.states {
                        step(table, fresh, rates, rows, state: state, base: rates.classOfDay[offset] * rates.size)
                    }
                }
            }
        }
        return table
    }

    /// As `WinTable` steps, with every lane in the bucket of its day.
    private static func step(
        _ table: UnsafeMutableBufferPointer<Double>, _ fresh: UnsafeMutableBufferPointer<Double>, _ rates: DayRates,
        _ rows: [Int], state: Int, base: Int
    ) {
        let width = rows.count
        let starts = rates.starts[state]
        let oldest = starts[starts.count - 1] - 1
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * width) { gained in
            for bin in 0..<starts.count - 1 {
                let from = base + rates.offset[state][bin]
                for lane in 0..<width {
                    gained[lane] = rates.chance[from + rates.levels + rows[lane]]
                    gained[width + lane] = rates.chance[from + rows[lane]]
                }
                for (slot, target) in rates.destinations[state].enumerated() {
                    let row = from + (2 + slot) * rates.levels
                    for lane in 0..<width {
                        gained[lane] += rates.chance[row + rows[lane]] * fresh[target * width + lane]
                    }
                }
                for age in starts[bin]..<starts[bin + 1] {
                    let here = (state * rates.ages + age) * width
                    let later = (state * rates.ages + min(age + 1, oldest)) * width
                    for lane in 0..<width {
                        table[here + lane] = gained[lane] + gained[width + lane] * table[later + lane]
                    }
                }
            }
        }
    }
}
