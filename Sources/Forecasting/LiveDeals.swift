internal import Parallel

/// What stands in the books right now: open deals, and what the period has brought so far.
struct LiveDeals: Sendable {
    /// In order of the history.
    let open: [OpenDeal]
    let toDate: Totals

    init(_ history: History, _ states: PathStates, _ allocation: Allocation, _ period: Window) {
        let (open, won) = history.standing.map { LiveDeals.known($0, period) } ?? LiveDeals.found(history, period)
        self.open = history.open(open, states)
        var totals = Totals(allocation.nodeCount)
        for (row, day) in won {
            let deal = Int(row)
            totals.count[Int(allocation.nodeOfDeal[deal])] += 1
            let value = history.moneyless[deal] ? .nan : history.lastAmount(of: deal, wonOn: day)
            if !value.isNaN { allocation.add(value, of: deal, to: &totals.amount) }
        }
        toDate = totals.rolledUp(allocation)
    }

    /// Open deals, ascending; won ones in order of their day.
    private typealias Deals = (open: [Int32], won: [(deal: Int32, day: Int32)])

    private static func known(_ standing: History.Known, _ period: Window) -> Deals {
        let rows = standing.wonDay.partition(before: period.start)..<standing.wonDay.partition(before: period.end)
        return (standing.open, rows.map { (standing.won[$0], standing.wonDay[$0]) })
    }

    private static func found(_ history: History, _ period: Window) -> Deals {
        let count = history.created.count
        let parts = 8
        let found = spread(parts) { part in
            LiveDeals.read(count * part / parts..<count * (part + 1) / parts, history, period)
        }
        let won = found.flatMap(\.won)
        return (found.flatMap(\.open), DayOrder(won.map(\.day)).rows.map { won[Int($0)] })
    }

    private struct Found: Sendable {
        var open: [Int32] = []
        var won: [(deal: Int32, day: Int32)] = []
    }

    private static func read(_ deals: Range<Int>, _ history: History, _ period: Window) -> Found {
        var found = Found()
        history.stepStart.withUnsafeBufferPointer { start in
            history.stepState.withUnsafeBufferPointer { state in
                for deal in deals {
                    let last = Int(start[deal + 1]) - 1
                    if last < Int(start[deal]) || Standing.isOpen(state[last]) {
                        found.open.append(Int32(deal))
                    } else if state[last] == History.Stages.won, history.stepDay[last] >= period.start {
                        var row = last
                        while row > Int(start[deal]), state[row - 1] == state[last] { row -= 1 }
                        let day = history.stepDay[row]
                        if day >= period.start, day < period.end { found.won.append((Int32(deal), day)) }
                    }
                }
            }
        }
        return found
    }
}

/// How stages are told apart: by the stage history, or all open ones of a pipeline as one.
struct PathStates: Sendable {
    let hasStageHistory: Bool
    /// State of a deal whose stage is not recorded: this + its pipeline.
    let unknownBase: Int
    let count: Int

    init(_ paths: Paths, _ history: History) {
        hasStageHistory = paths.hasStageHistory
        unknownBase = paths.hasStageHistory ? history.stages.pipeline.count : 0
        count = paths.stateCount
    }

    @inline(__always) func state(_ said: Int16, unknown: Int16) -> Int16 {
        if said >= Paths.won { return said }
        return said < 0 || !hasStageHistory ? unknown : said
    }
}

extension History {
    /// In the order of the deals.
    fileprivate func open(_ deals: [Int32], _ states: PathStates) -> [OpenDeal] {
        spread(deals.count, parts: 8) { open(Int(deals[$0]), states) }
    }

    /// The last spell of an open deal, as `Paths` has it: moves within a day collapse.
    func open(_ deal: Int, _ states: PathStates) -> OpenDeal {
        let unknown = Int16(states.unknownBase + Int(pipeline[deal]))
        var state = unknown
        var since = created[deal]
        var row = Int(stepStart[deal])
        let end = Int(stepStart[deal + 1])
        while row < end {
            let day = max(stepDay[row], created[deal])
            while row + 1 < end, max(stepDay[row + 1], created[deal]) == day { row += 1 }
            let new = states.state(stepState[row], unknown: unknown)
            row += 1
            if new == state { continue }
            state = new
            since = day
        }
        return OpenDeal(
            deal: Int32(deal), state: state, enter: since, amount: lastAmount(of: deal, wonOn: nil), due: due(of: deal))
    }
}
