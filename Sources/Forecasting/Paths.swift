/// Every deal's way through the open stages, day end by day end: moves within a day collapse to the last.
///
/// A spell is a stay in one open state: at the end of days `enter ..< exit` the deal stood in `stage`.
struct Paths: Sendable {
    static let won: Int16 = 10_000
    static let lost: Int16 = 10_001
    /// The spell has not ended.
    static let none: Int16 = -1
    static let never = Int32.max

    let hasStageHistory: Bool
    /// Pipeline of each state: the open stages, then one "stage not recorded" per pipeline when there is such; without a
    /// stage history one state per pipeline.
    let statePipeline: [Int32]
    /// Template probability of each state, NaN where not said.
    let stateProbability: [Double]

    // Spells, ordered by deal and day.
    private(set) var deal: [Int32] = []
    private(set) var stage: [Int16] = []
    private(set) var enter: [Int32] = []
    private(set) var exit: [Int32] = []
    private(set) var next: [Int16] = []

    // By deal.
    /// State at the end of the day it was created: a state, `won` or `lost`.
    private(set) var firstState: [Int16]

    var stateCount: Int { statePipeline.count }

    init(_ history: History, hasStageHistory: Bool) {
        self.hasStageHistory = hasStageHistory
        let pipelines = Int((history.stages.pipeline.max() ?? 0)) + 1
        let pipelineCount = max(pipelines, Int((history.pipeline.max() ?? 0)) + 1)
        if hasStageHistory {
            statePipeline = history.stages.pipeline + (0..<Int32(pipelineCount))
            stateProbability =
                history.stages.probability + [Double](repeating: .nan, count: pipelineCount)
        } else {
            statePipeline = Array(0..<Int32(pipelineCount))
            stateProbability = (0..<Int32(pipelineCount)).map { pipeline in
                history.stages.pipeline.firstIndex(of: pipeline).map { history.stages.probability[$0] } ?? .nan
            }
        }
        firstState = [Int16](repeating: 0, count: history.created.count)
        let unknownBase = hasStageHistory ? history.stages.pipeline.count : 0
        let rows = history.stepDay.count
        deal.reserveCapacity(rows)
        stage.reserveCapacity(rows)
        enter.reserveCapacity(rows)
        exit.reserveCapacity(rows)
        next.reserveCapacity(rows)
        for index in 0..<history.created.count {
            trace(index, history, unknown: Int16(unknownBase + Int(history.pipeline[index])))
        }
    }

    private mutating func trace(_ index: Int, _ history: History, unknown: Int16) {
        let created = history.created[index]
        let end = Int(history.stepStart[index + 1])
        var row = Int(history.stepStart[index])
        var state = unknown
        var since = created
        // What stood at the end of the first day.
        while row < end, history.stepDay[row] <= created {
            state = inner(history.stepState[row], unknown)
            row += 1
        }
        firstState[index] = state
        while row < end {
            let day = history.stepDay[row]
            var new = inner(history.stepState[row], unknown)
            row += 1
            while row < end, history.stepDay[row] == day {
                new = inner(history.stepState[row], unknown)
                row += 1
            }
            if new == state { continue }
            if state < Paths.won { append(index, state, since, day, new) }
            state = new
            since = day
        }
        if state < Paths.won { append(index, state, since, Paths.never, Paths.none) }
    }

    @inline(__always) private func inner(_ state: Int16, _ unknown: Int16) -> Int16 {
        if state >= Paths.won { return state }
        return state < 0 || !hasStageHistory ? unknown : state
    }

    private mutating func append(_ index: Int, _ state: Int16, _ since: Int32, _ until: Int32, _ new: Int16) {
        deal.append(Int32(index))
        stage.append(state)
        enter.append(since)
        exit.append(until)
        next.append(new)
    }

    /// Whether at least a fifth of the closed deals ever stood in two open stages.
    static func hasStageHistory(_ history: History) -> Bool {
        var closed = 0
        var moved = 0
        for index in 0..<history.created.count {
            let rows = Int(history.stepStart[index])..<Int(history.stepStart[index + 1])
            guard let last = rows.last, history.stepState[last] >= Paths.won else { continue }
            closed += 1
            var seen: Int16 = -2
            for row in rows where history.stepState[row] >= 0 && history.stepState[row] < Paths.won {
                if seen >= 0, history.stepState[row] != seen {
                    moved += 1
                    break
                }
                seen = history.stepState[row]
            }
        }
        return closed == 0 ? history.stages.probability.count > 0 : 5 * moved >= closed
    }
}
