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
    let exposure: DayTable
    /// Exits, and where moves led.
    let exits: LexisExits

    /// The row of a table by drive or exit, state and cell.
    @inline(__always) func row(_ kind: Int, _ state: Int, _ cell: Int) -> Int {
        (kind * states + state) * AgeCells.count + cell
    }

    /// - Parameters:
    ///   - today: first day that is not in the table.
    ///   - weights: of each deal, for progress and for losing, one after the other; empty for 1.
    ///   - exits: of the same spells until the same day, when they were counted before.
    init(
        _ paths: Paths, _ order: SpellOrder, _ calendar: History.Calendar, today: Int32, weights: [Double] = [],
        exits: LexisExits? = nil
    ) {
        let states = paths.stateCount
        let frame = Frame(paths, today: today)
        firstDay = frame.firstDay
        days = frame.days
        self.states = states
        let blocks = exits?.blocks ?? DayBlocks(calendar, firstDay: frame.firstDay, days: frame.days)
        let size = AgeCells.count * frame.days
        var exposure = [Float](repeating: 0, count: 2 * states * size)
        exposure.withUnsafeMutableBufferPointer { buffer in
            // Each state writes only its own rows.
            nonisolated(unsafe) let table = buffer
            _ = spread(states) { state in
                let counts = Risk(paths, order, frame, state: state, weights: weights)
                let start = frame.riskStart(paths.firstExit[Int(paths.statePipeline[state])])
                for drive in 0..<2 {
                    counts.fill(table, at: (drive * states + state) * size, drive: drive, from: start)
                }
            }
        }
        self.exposure = DayTable(exposure, rows: 2 * states * AgeCells.count, blocks, days: frame.days)
        self.exits = exits ?? LexisExits(paths, order, frame, blocks)
    }

    /// The days of the table.
    struct Frame: Sendable {
        let firstDay: Int32
        let today: Int32
        let days: Int

        init(_ paths: Paths, today: Int32) {
            firstDay = max(paths.firstEnter ?? today, today - 2200)
            self.today = today
            days = max(1, Int(today - firstDay))
        }

        /// Risk starts with the pipeline's first recorded exit: what left before it is not in the book.
        func riskStart(_ firstExit: Int32) -> Int {
            firstExit == Paths.never ? days : max(0, Int(firstExit - firstDay))
        }
    }
}

/// Exits by class, state, cell and day, and moves by where they led.
struct LexisExits: Sendable {
    /// [exit class][state][cell][day]
    let table: DayTable
    /// Moves before each day. [(from × states + to) × (days + 1) + day]
    private let moves: [Int32]
    private let states: Int
    var blocks: DayBlocks { table.blocks }

    func moves(from: Int, to: Int, before day: Int) -> Int32 {
        moves[(from * states + to) * (table.days + 1) + min(day, table.days)]
    }

    init(_ paths: Paths, _ order: SpellOrder, _ frame: Lexis.Frame, _ blocks: DayBlocks) {
        let states = paths.stateCount
        let days = frame.days
        self.states = states
        var exits = [Float](repeating: 0, count: 3 * states * AgeCells.count * days)
        var moves = [Int32](repeating: 0, count: states * states * (days + 1))
        exits.withUnsafeMutableBufferPointer { buffer in
            moves.withUnsafeMutableBufferPointer { moveBuffer in
                // Each state writes only its own rows.
                nonisolated(unsafe) let table = buffer
                nonisolated(unsafe) let moves = moveBuffer
                _ = spread(states) { state in
                    for place in order.start[state]..<order.start[state + 1] {
                        let spell = Int(order.rows[place])
                        let (enter, exit) = (paths.enter[spell], paths.exit[spell])
                        guard exit < frame.today, exit > enter, enter >= frame.firstDay else { continue }
                        let day = Int(exit - frame.firstDay)
                        let next = paths.next[spell]
                        let kind: Lexis.Exit = next == Paths.won ? .win : next == Paths.lost ? .loss : .move
                        let cell = AgeCells.last(ofDays: exit - enter)
                        table[((kind.rawValue * states + state) * AgeCells.count + cell) * days + day] += 1
                        if kind == .move { moves[(state * states + Int(next)) * (days + 1) + day + 1] += 1 }
                    }
                }
            }
        }
        for row in 0..<states * states {
            for place in row * (days + 1) + 1..<(row + 1) * (days + 1) { moves[place] += moves[place - 1] }
        }
        self.moves = moves
        table = DayTable(exits, rows: 3 * states * AgeCells.count, blocks, days: days)
    }
}

/// The deals of one state at risk, counted by where their risk begins and ends; both drives side by side.
///
/// Weights are whole multiples of 2^-20, so that every sum is exact and does not depend on the order of adding.
private struct Risk {
    /// [cell × days + entry]: spells by the last cell that they reached.
    private var reached: [SIMD2<Double>]
    /// [cell × (days + 1) + day after the exit]: those that left in it.
    private var left: [SIMD2<Double>]
    private let days: Int

    init(_ paths: Paths, _ order: SpellOrder, _ frame: Lexis.Frame, state: Int, weights: [Double]) {
        let days = frame.days
        self.days = days
        var reached = [SIMD2<Double>](repeating: .zero, count: AgeCells.count * days)
        var left = [SIMD2<Double>](repeating: .zero, count: AgeCells.count * (days + 1))
        reached.withUnsafeMutableBufferPointer { reached in
            left.withUnsafeMutableBufferPointer { left in
                weights.withUnsafeBufferPointer { weights in
                    paths.reading { spells in
                        for place in order.start[state]..<order.start[state + 1] {
                            let spell = Int(order.rows[place])
                            let (enter, exit) = (spells.enter[spell], spells.exit[spell])
                            let last = min(exit, frame.today - 1)
                            if last <= enter || enter < frame.firstDay { continue }
                            let deal = 2 * Int(spells.deal[spell])
                            let weight =
                                weights.isEmpty ? SIMD2(repeating: 1) : SIMD2(weights[deal], weights[deal + 1])
                            let cell = AgeCells.last(ofDays: last - enter)
                            reached[cell * days + Int(enter - frame.firstDay)] += weight
                            if exit < frame.today { left[cell * (days + 1) + Int(exit - frame.firstDay) + 1] += weight }
                        }
                    }
                }
            }
        }
        self.reached = reached
        self.left = left
    }

    /// Writes exposure by cell and day. A spell that began on day e is in the cell of ages a…b on days e + 1 + a … e + 1 + b,
    /// until it leaves; on the day of its exit it was at risk for half a day, so that an intensity, not a probability, is
    /// counted.
    func fill(_ exposure: UnsafeMutableBufferPointer<Float>, at base: Int, drive: Int, from start: Int) {
        // By day of entry: spells that reach the cell in hand.
        var reaching = [Double](repeating: 0, count: days)
        var change = [Double](repeating: 0, count: days + 1)
        for cell in stride(from: AgeCells.count - 1, through: 0, by: -1) {
            for day in change.indices { change[day] = 0 }
            // Those who went on to the next cell leave this one when they come there.
            let end = cell + 1 < AgeCells.count ? AgeCells.starts[cell + 1] : days
            for entry in 0..<days where reaching[entry] != 0 {
                let day = entry + 1 + end
                if day < days { change[day] -= reaching[entry] }
            }
            for entry in 0..<days {
                reaching[entry] += reached[cell * days + entry][drive]
                let day = entry + 1 + AgeCells.starts[cell]
                if day < days { change[day] += reaching[entry] }
            }
            var atRisk = 0.0
            let row = base + cell * days
            for day in 0..<days {
                let leaving = left[cell * (days + 1) + day + 1][drive]
                atRisk += change[day] - left[cell * (days + 1) + day][drive]
                if day >= start {
                    exposure[row + day] = Float(atRisk - leaving / 2)
                } else if leaving != 0 {
                    exposure[row + day] = Float(-leaving / 2)
                }
            }
        }
    }
}
