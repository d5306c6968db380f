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
    let deal: [Int32]
    let stage: [Int16]
    let enter: [Int32]
    let exit: [Int32]
    let next: [Int16]

    // By deal.
    /// State at the end of the day it was created: a state, `won` or `lost`.
    let firstState: [Int16]

    /// First day of any spell; nil without one.
    let firstEnter: Int32?
    /// First recorded exit by pipeline, `never` where there was none.
    let firstExit: [Int32]

    var stateCount: Int { statePipeline.count }

    init(_ history: History, hasStageHistory: Bool) {
        self.hasStageHistory = hasStageHistory
        let pipelines = Int((history.stages.pipeline.max() ?? 0)) + 1
        let pipelineCount = max(pipelines, Int((history.pipeline.greatest ?? 0)) + 1)
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
        let unknownBase = hasStageHistory ? history.stages.pipeline.count : 0
        var tracing = Tracing(deals: history.created.count, steps: history.stepDay.count)
        tracing.trace(history, unknownBase: unknownBase, hasStageHistory: hasStageHistory)
        (deal, stage, enter, exit, next, firstState) = tracing.finished()
        firstEnter = enter.least
        var firstExit = [Int32](repeating: Paths.never, count: Int(statePipeline.max() ?? 0) + 1)
        for spell in exit.indices where exit[spell] != Paths.never {
            let pipeline = Int(statePipeline[Int(stage[spell])])
            firstExit[pipeline] = min(firstExit[pipeline], exit[spell])
        }
        self.firstExit = firstExit
    }

    private init(_ all: Paths, spells: Spells) {
        (hasStageHistory, statePipeline, stateProbability) = (
            all.hasStageHistory, all.statePipeline, all.stateProbability
        )
        (deal, stage, enter, exit, next) = (spells.deal, spells.stage, spells.enter, spells.exit, spells.next)
        (firstState, firstEnter, firstExit) = (all.firstState, all.firstEnter, all.firstExit)
    }

    private struct Spells {
        var deal: [Int32] = []
        var stage: [Int16] = []
        var enter: [Int32] = []
        var exit: [Int32] = []
        var next: [Int16] = []
    }

    /// The spells of every `stride`-th deal alone, close together; all else as it is, deals by their own numbers.
    func thinned(_ stride: Int) -> Paths {
        guard stride > 1 else { return self }
        var spells = Spells()
        reading { all in
            // The next deal that is taken: a division for each spell costs more than all the rest.
            var taken: Int32 = 0
            for spell in deal.indices {
                let own = all.deal[spell]
                while taken < own { taken += Int32(stride) }
                guard taken == own else { continue }
                spells.deal.append(own)
                spells.stage.append(all.stage[spell])
                spells.enter.append(all.enter[spell])
                spells.exit.append(all.exit[spell])
                spells.next.append(all.next[spell])
            }
        }
        return Paths(self, spells: spells)
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

/// Spells without a check for each read; valid only within `reading`.
struct SpellView {
    let deal: UnsafePointer<Int32>
    let stage: UnsafePointer<Int16>
    let enter: UnsafePointer<Int32>
    let exit: UnsafePointer<Int32>
    let next: UnsafePointer<Int16>
}

extension Paths {
    func reading(_ body: (SpellView) -> Void) {
        guard !deal.isEmpty else { return }
        deal.withUnsafeBufferPointer { deal in
            stage.withUnsafeBufferPointer { stage in
                enter.withUnsafeBufferPointer { enter in
                    exit.withUnsafeBufferPointer { exit in
                        next.withUnsafeBufferPointer { next in
                            guard let deal = deal.baseAddress, let stage = stage.baseAddress,
                                let enter = enter.baseAddress, let exit = exit.baseAddress, let next = next.baseAddress
                            else { return }
                            body(SpellView(deal: deal, stage: stage, enter: enter, exit: exit, next: next))
                        }
                    }
                }
            }
        }
    }
}
