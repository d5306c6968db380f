/// Exposure and exits by state, age cell and day, for a whole company: after it is built, no fit looks at a deal again.
///
/// A deal that stood in state k at the end of day d − 1, having entered on day e, is at risk on day d at age d − 1 − e.
struct Lexis: Sendable {
    enum Exit: Int, CaseIterable {
        case win, loss, move
        /// Which group multiplier drives it.
        var drive: Drive { self == .loss ? .losing : .progress }
    }

    /// Owners, products and sizes multiply every step towards the win alike, and losses in their own way.
    enum Drive: Int, CaseIterable { case progress, losing }

    let firstDay: Int32
    /// Days `firstDay ..< firstDay + days` are in the table.
    let days: Int
    let states: Int
    /// Deal-days at risk, each weighted by its deal's group multiplier. [drive][state][cell][day]
    private(set) var exposure: [Float]
    /// [exit class][state][cell][day]
    private(set) var exits: [Float]
    /// The first recorded exit of all: risk starts there.
    let riskFrom: Int32
    /// Moves between states. [from × states + to][day]
    private(set) var moves: [Float]

    @inline(__always) func index(_ drive: Drive, _ state: Int, _ cell: Int) -> Int {
        ((drive.rawValue * states + state) * AgeCells.count + cell) * days
    }
    @inline(__always) func index(_ exit: Exit, _ state: Int, _ cell: Int) -> Int {
        ((exit.rawValue * states + state) * AgeCells.count + cell) * days
    }

    /// - Parameters:
    ///   - today: first day that is not in the table.
    ///   - weights: by drive and deal; empty for 1.
    ///   - stride: only every so many deals.
    init(_ paths: Paths, today: Int32, weights: [[Double]] = [], stride: Int = 1) {
        let states = paths.stateCount
        let earliest = max(paths.enter.min() ?? today, today - 2200)
        let days = max(1, Int(today - earliest))
        self.firstDay = earliest
        self.days = days
        self.states = states
        exposure = [Float](repeating: 0, count: 2 * states * AgeCells.count * days)
        moves = [Float](repeating: 0, count: states * states * days)
        exits = [Float](repeating: 0, count: 3 * states * AgeCells.count * days)

        // Risk starts with the pipeline's first recorded exit: what left before it is not in the book.
        var riskFrom = [Int32](repeating: Paths.never, count: Int(paths.statePipeline.max() ?? 0) + 1)
        for spell in paths.exit.indices {
            let pipeline = Int(paths.statePipeline[Int(paths.stage[spell])])
            riskFrom[pipeline] = min(riskFrom[pipeline], paths.exit[spell])
        }
        self.riskFrom = riskFrom.min() ?? today
        let cap = AgeCells.cap
        // Of each state: how many spells that began on day e left the risk set at age u.
        var byState = [[Int32]](repeating: [], count: states)
        for spell in paths.stage.indices where stride == 1 || Int(paths.deal[spell]) % stride == 0 {
            byState[Int(paths.stage[spell])].append(Int32(spell))
        }
        var entered = [Double](repeating: 0, count: days)
        var left = [Double](repeating: 0, count: days * cap)
        var old = [Double](repeating: 0, count: days + 1)
        var halves: [(place: Int32, weight: Float)] = []
        for drive in Drive.allCases {
            for state in 0..<states where !byState[state].isEmpty {
                let from = riskFrom[Int(paths.statePipeline[state])]
                for place in entered.indices { entered[place] = 0 }
                for place in left.indices { left[place] = 0 }
                for place in old.indices { old[place] = 0 }
                for row in byState[state] {
                    let spell = Int(row)
                    let enter = paths.enter[spell]
                    let exit = paths.exit[spell]
                    let lastDay = min(exit, today - 1)
                    if lastDay <= enter { continue }
                    let weight = weights.isEmpty ? 1 : weights[drive.rawValue][Int(paths.deal[spell])]
                    if enter >= earliest {
                        let start = Int(enter - earliest)
                        let age = Int(lastDay - enter)  // at risk at ages 0 ..< age
                        entered[start] += weight
                        if age < cap {
                            left[start * cap + age] += weight
                        } else {
                            let first = start + 1 + cap
                            if first < days {
                                old[first] += weight
                                old[min(days, Int(lastDay - earliest) + 1)] -= weight
                            }
                        }
                    }
                    if exit <= today - 1, exit >= from, enter >= earliest {
                        let age = min(cap, Int(exit - 1 - enter))
                        let cell = Int(AgeCells.ofAge[max(0, age)])
                        // It was at risk for half of its last day: so an intensity, not a probability, is counted.
                        halves.append((Int32(index(drive, state, cell) + Int(exit - earliest)), Float(weight / 2)))
                        if drive == .losing { continue }
                        let next = paths.next[spell]
                        let kind: Exit = next == Paths.won ? .win : next == Paths.lost ? .loss : .move
                        let place = ((kind.rawValue * states + state) * AgeCells.count + cell) * days
                        exits[place + Int(exit - earliest)] += 1
                        if kind == .move { moves[(state * states + Int(next)) * days + Int(exit - earliest)] += 1 }
                    }
                }
                let riskStart = from == Paths.never ? days : max(0, Int(from - earliest))
                fill(drive, state, entered: entered, left: left, old: old, riskStart: riskStart)
                for half in halves { exposure[Int(half.place)] -= half.weight }
                halves.removeAll(keepingCapacity: true)
            }
        }
    }

    private mutating func fill(
        _ drive: Drive, _ state: Int, entered: [Double], left: [Double], old: [Double], riskStart: Int
    ) {
        let cap = AgeCells.cap
        let days = self.days
        let base = index(drive, state, 0)
        exposure.withUnsafeMutableBufferPointer { exposure in
            for start in 0..<days where entered[start] > 0 {
                var alive = entered[start]
                var age = 0
                var day = start + 1
                while age < cap, day < days {
                    alive -= left[start * cap + age]
                    if alive < 1e-6 { break }
                    if day >= riskStart {
                        exposure[base + Int(AgeCells.ofAge[age]) * days + day] += Float(alive)
                    }
                    age += 1
                    day += 1
                }
            }
            var alive = 0.0
            let last = base + (AgeCells.count - 1) * days
            for day in 0..<days {
                alive += old[day]
                if day >= riskStart { exposure[last + day] += Float(max(0, alive)) }
            }
        }
    }
}
