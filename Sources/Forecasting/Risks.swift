internal import Parallel

/// Spells at risk by state, as every exposure of them counts: where each one's risk begins and ends, looked up once for all
/// multipliers by which it is weighted. Eight bytes each.
struct Risks: Sendable {
    /// In order of the paths.
    let ofState: [State]
    let frame: Lexis.Frame

    struct State: Sendable {
        /// More cells than any spell lived through.
        let cells: Int
        let spells: [Spell]
        /// From which day on there is risk.
        let start: Int
    }

    struct Spell: Sendable {
        let deal: Int32
        /// Day of entry, day after the exit and cell that was reached last: twelve, twelve and eight bits.
        private let place: UInt32

        /// A table goes back some six years.
        private static let mask: UInt32 = 0xFFF
        /// It has not left before the table's end.
        private static let stays = mask

        @inline(__always) init(deal: Int32, entry: Int, leaving: Int?, cell: Int) {
            self.deal = deal
            place =
                UInt32(truncatingIfNeeded: entry)
                | (leaving.map { UInt32(truncatingIfNeeded: $0) } ?? Spell.stays) << 12
                | UInt32(truncatingIfNeeded: cell) << 24
        }

        /// From the first day of the table on.
        @inline(__always) var entry: Int { Int(place & Spell.mask) }
        /// The day after the exit; nil while it stays.
        @inline(__always) var leaving: Int? {
            let day = place >> 12 & Spell.mask
            return day == Spell.stays ? nil : Int(day)
        }
        @inline(__always) var cell: Int { Int(place >> 24) }
    }

    private init(_ ofState: [State], _ frame: Lexis.Frame) {
        self.ofState = ofState
        self.frame = frame
    }

    /// With where each of them led, by state (`Paths.next`), which is asked for once.
    static func read(_ paths: Paths, _ order: SpellOrder, _ frame: Lexis.Frame) -> (risks: Risks, next: [[Int16]]) {
        let read = spread(paths.stateCount) { State.read(paths, order, frame, state: $0) }
        return (Risks(read.map(\.risks), frame), read.map(\.next))
    }
}

extension Risks.State {
    fileprivate static func read(
        _ paths: Paths, _ order: SpellOrder, _ frame: Lexis.Frame, state: Int
    ) -> (risks: Risks.State, next: [Int16]) {
        let own = order.rows[order.start[state]..<order.start[state + 1]]
        var cells = 0
        var next = [Int16](repeating: 0, count: own.count)
        let spells = [Risks.Spell](unsafeUninitializedCapacity: own.count) { spells, filled in
            paths.reading { read in
                for row in own {
                    let spell = Int(row)
                    let (enter, exit) = (read.enter[spell], read.exit[spell])
                    let last = min(exit, frame.today - 1)
                    if last <= enter || enter < frame.firstDay { continue }
                    let cell = AgeCells.last(ofDays: last - enter)
                    cells = max(cells, cell + 1)
                    (spells.baseAddress! + filled).initialize(
                        to: Risks.Spell(
                            deal: read.deal[spell], entry: Int(enter - frame.firstDay),
                            leaving: exit < frame.today ? Int(exit - frame.firstDay) + 1 : nil, cell: cell))
                    next[filled] = read.next[spell]
                    filled += 1
                }
            }
        }
        let start = frame.riskStart(paths.firstExit[Int(paths.statePipeline[state])])
        return (Risks.State(cells: cells, spells: spells, start: start), next)
    }
}
