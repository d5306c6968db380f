internal import Parallel

/// Exposure and exits by state, age cell and day, for a whole company: after it is built, no fit looks at a deal again.
///
/// A deal that stood in state k at the end of day d − 1, having entered on day e, is at risk on day d at age d − 1 − e.
struct Lexis: Sendable {
    enum Exit: Int, CaseIterable {
        case win, loss, move
        /// - Parameter next: where a spell led, as `Paths` has it.
        @inline(__always) init(to next: Int16) {
            self = next == Paths.won ? .win : next == Paths.lost ? .loss : .move
        }
        /// Which group multiplier drives it.
        var drive: Drive { self == .loss ? .losing : .progress }
    }

    /// Owners, products and sizes multiply every step towards the win alike, and losses in their own way.
    enum Drive: Int, CaseIterable { case progress, losing }

    let firstDay: Int32
    /// Days `firstDay ..< firstDay + days` are in the table.
    let days: Int
    let states: Int
    /// Whether progress and losing are at different risks.
    let isWeighted: Bool
    /// Deal-days at risk, each weighted by its deal's group multiplier. [drive][state][cell][day]
    let exposure: DayTable
    /// Exits, and where moves led.
    let exits: LexisExits

    /// The row of a table by drive or exit, state and cell.
    @inline(__always) func row(_ kind: Int, _ state: Int, _ cell: Int) -> Int {
        (kind * states + state) * AgeCells.count + cell
    }

    /// Of spells of which risks and exits were counted before.
    /// - Parameters:
    ///   - exits: of the same spells until the same day.
    ///   - weights: of deals; nil for 1.
    init(_ risks: Risks, _ exits: LexisExits, weights: DealWeights? = nil) {
        firstDay = risks.frame.firstDay
        days = risks.frame.days
        states = risks.ofState.count
        isWeighted = weights != nil
        let (blocks, days) = (exits.blocks, risks.frame.days)
        let fade = DayRows.Fading(blocks, days: days)
        let rows = spread(states) { Risk(risks.ofState[$0], days: days, weights: weights).rows(blocks, fade) }
        exposure = DayTable(
            Drive.allCases.flatMap { drive in rows.map { $0[drive.rawValue] } }, rowsOfPart: AgeCells.count, blocks,
            days: days)
        self.exits = exits
    }

    /// - Parameter today: first day that is not in the table.
    init(_ paths: Paths, _ order: SpellOrder, _ calendar: History.Calendar, today: Int32) {
        let frame = Frame(paths, today: today)
        let blocks = DayBlocks(calendar, firstDay: frame.firstDay, days: frame.days)
        let (risks, next) = Risks.read(paths, order, frame)
        self.init(risks, LexisExits(risks, next, blocks))
    }

    /// The days of the table.
    struct Frame: Sendable {
        let firstDay: Int32
        let today: Int32
        let days: Int

        init(_ paths: Paths, today: Int32) {
            // By half years, so that books of neighbouring days count from the same day on.
            firstDay = max(paths.firstEnter ?? today, (today - 2200) / 182 * 182)
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
    let table: RareDays
    /// Moves before each day. [(from × states + to) × (days + 1) + day]
    private let moves: [Int32]
    private let states: Int
    var blocks: DayBlocks { table.blocks }

    func moves(from: Int, to: Int, before day: Int) -> Int32 {
        moves[(from * states + to) * (table.days + 1) + min(day, table.days)]
    }

    /// Exits of one state. [(class of exit × cells + cell) × days + day]
    /// - Parameter move: for each move, where it leads and on which day.
    private static func counts(
        _ risks: Risks.State, _ next: [Int16], days: Int, move: (Int, Int) -> Void
    ) -> [Float] {
        let cells = risks.cells
        var counts = [Float](repeating: 0, count: 3 * cells * days)
        counts.withUnsafeMutableBufferPointer { counts in
            risks.spells.withUnsafeBufferPointer { spells in
                next.withUnsafeBufferPointer { next in
                    for place in spells.indices {
                        guard let dayAfter = spells[place].leaving else { continue }
                        let kind = Lexis.Exit(to: next[place])
                        counts[(kind.rawValue * cells + spells[place].cell) * days + dayAfter - 1] += 1
                        if kind == .move { move(Int(next[place]), dayAfter - 1) }
                    }
                }
            }
        }
        return counts
    }

    /// - Parameter next: where each spell led, by state.
    init(_ risks: Risks, _ next: [[Int16]], _ blocks: DayBlocks) {
        let states = risks.ofState.count
        let days = risks.frame.days
        self.states = states
        let fade = DayRows.Fading(blocks, days: days)
        var moves = [Int32](repeating: 0, count: states * states * (days + 1))
        let rows = moves.withUnsafeMutableBufferPointer { moveBuffer in
            // Each state writes only its own rows.
            nonisolated(unsafe) let moves = moveBuffer
            return spread(states) { state in
                // As many cells as were lived through.
                let cells = risks.ofState[state].cells
                let counts = LexisExits.counts(risks.ofState[state], next[state], days: days) { next, day in
                    moves[(state * states + next) * (days + 1) + day + 1] += 1
                }
                return Lexis.Exit.allCases.map { kind in
                    counts[kind.rawValue * cells * days..<(kind.rawValue + 1) * cells * days].withUnsafeBufferPointer {
                        RareRows(
                            $0, rows: AgeCells.count, events: risks.ofState[state].spells.count, days: days, blocks,
                            fade)
                    }
                }
            }
        }
        for row in 0..<states * states {
            for place in row * (days + 1) + 1..<(row + 1) * (days + 1) { moves[place] += moves[place - 1] }
        }
        self.moves = moves
        table = RareDays(
            Lexis.Exit.allCases.flatMap { kind in rows.map { $0[kind.rawValue] } }, rowsOfPart: AgeCells.count, blocks,
            days: days)
    }
}

/// The deals of one state at risk, counted by where their risk begins and ends; both drives side by side.
///
/// Weights are such (`DealWeights`) that every sum is exact and does not depend on the order of adding.
private struct Risk {
    /// [cell × days + entry]: spells by the last cell that they reached.
    private var reached: [SIMD2<Double>]
    /// [cell × (days + 1) + day after the exit]: those that left in it.
    private var left: [SIMD2<Double>]
    private let days: Int
    /// Cells that were lived through.
    private let cells: Int
    /// From which day on there is risk.
    private let start: Int
    private let isWeighted: Bool

    init(_ risks: Risks.State, days: Int, weights: DealWeights?) {
        self.days = days
        isWeighted = weights != nil
        start = risks.start
        cells = risks.cells
        var reached = [SIMD2<Double>](repeating: .zero, count: cells * days)
        var left = [SIMD2<Double>](repeating: .zero, count: cells * (days + 1))
        reached.withUnsafeMutableBufferPointer { reached in
            left.withUnsafeMutableBufferPointer { left in
                risks.spells.withUnsafeBufferPointer { spells in
                    @inline(__always) func count(_ weightOf: (Int) -> SIMD2<Double>) {
                        for spell in spells {
                            let weight = weightOf(Int(spell.deal))
                            reached[spell.cell * days + spell.entry] += weight
                            if let day = spell.leaving { left[spell.cell * (days + 1) + day] += weight }
                        }
                    }
                    if let weights { weights.reading { view in count { view[$0] } } } else { count { _ in .one } }
                }
            }
        }
        self.reached = reached
        self.left = left
    }

    /// Exposure by drive, cell and day. A spell that began on day e is in the cell of ages a…b on days e + 1 + a … e + 1 + b,
    /// until it leaves; on the day of its exit it was at risk for half a day, so that an intensity, not a probability, is
    /// counted.
    func rows(_ blocks: DayBlocks, _ fade: DayRows.Fading) -> [DayRows] {
        var rows = [DayRows](repeating: DayRows(rows: AgeCells.count), count: 2)
        // Without weights both drives are the same.
        for drive in 0..<(isWeighted ? 2 : 1) { rows[drive].reserve(cells, days: days, blocks) }
        // By day of entry: spells that reach the cell in hand.
        var reaching = [SIMD2<Double>](repeating: .zero, count: days)
        var change = [SIMD2<Double>](repeating: .zero, count: days + 1)
        var progress = [Float](repeating: 0, count: days)
        var losing = progress
        for cell in stride(from: cells - 1, through: 0, by: -1) {
            fill(cell, &reaching, &change, &progress, &losing)
            progress.withUnsafeBufferPointer { rows[Lexis.Drive.progress.rawValue].take(cell, $0, blocks, fade) }
            if isWeighted {
                losing.withUnsafeBufferPointer { rows[Lexis.Drive.losing.rawValue].take(cell, $0, blocks, fade) }
            }
        }
        if !isWeighted { rows[Lexis.Drive.losing.rawValue] = rows[Lexis.Drive.progress.rawValue] }
        return rows
    }

    private func fill(
        _ cell: Int, _ reaching: inout [SIMD2<Double>], _ change: inout [SIMD2<Double>], _ progress: inout [Float],
        _ losing: inout [Float]
    ) {
        // Those who went on to the next cell leave this one when they come there.
        let end = cell + 1 < AgeCells.count ? AgeCells.starts[cell + 1] : days
        let begin = AgeCells.starts[cell]
        let (reached, left) = (self.reached, self.left)
        reached.withUnsafeBufferPointer { reached in
            left.withUnsafeBufferPointer { left in
                reaching.withUnsafeMutableBufferPointer { reaching in
                    change.withUnsafeMutableBufferPointer { change in
                        change.update(repeating: .zero)
                        for entry in 0..<max(0, days - 1 - end) { change[entry + 1 + end] -= reaching[entry] }
                        for entry in 0..<days { reaching[entry] += reached[cell * days + entry] }
                        for entry in 0..<max(0, days - 1 - begin) { change[entry + 1 + begin] += reaching[entry] }
                        progress.withUnsafeMutableBufferPointer { progress in
                            losing.withUnsafeMutableBufferPointer { losing in
                                var atRisk = SIMD2<Double>.zero
                                let left = left.baseAddress! + cell * (days + 1)
                                for day in 0..<days {
                                    let leaving = left[day + 1]
                                    atRisk += change[day] - left[day]
                                    let seen = day >= start ? atRisk - leaving / 2 : -leaving / 2
                                    progress[day] = Float(seen.x)
                                    losing[day] = Float(seen.y)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
