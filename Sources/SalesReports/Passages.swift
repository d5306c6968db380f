internal import SalesDomain
internal import SalesFacts

/// Every deal's way forward through the stages of its pipeline. A deal comes to a stage once: when it first stands there
/// or farther on. Going back, and passing a stage again, change nothing; a stage that is skipped is passed in no time; a
/// deal that was lost and taken up again goes on from where it was. It leaves a stage by coming farther (or being won),
/// or by being lost for good, as far as is known.
struct Passages: Sendable {
    struct Row: Sendable {
        let deal: Int32
        let state: Int16
        let enter: Int32
        /// `Passages.never` while it is there.
        var exit: Int32
        var end: End
        /// The deal began here.
        let isFirst: Bool
    }

    enum End: Sendable { case moved, failed, open }

    static let never = Int32.max

    /// In order of deal, each deal's in order of stage.
    private(set) var rows: [Row] = []
    /// The last day that is over, or that today is, as far as it has gone: open deals were watched to its end.
    let watched: Int32
    /// By state: the last one of its pipeline.
    private let lastOf: [Int16]

    init(_ cut: Cut, watched: Int32) {
        self.watched = watched
        let pipelines = cut.stages.pipelineOfState
        lastOf = pipelines.map { pipeline in Int16(pipelines.lastIndex(of: pipeline) ?? 0) }
        let (start, day, value) = (cut.steps.start, cut.steps.day, cut.steps.value)
        rows.reserveCapacity(value.count)
        let pipeline = cut.pipeline
        for deal in 0..<cut.count {
            var highest: Int16 = -1
            var closing: (state: Int16, day: Int32)?
            for step in Int(start[deal])..<Int(start[deal + 1]) {
                let state = value[step]
                if !StageTable.isOpen(state) {
                    closing = (state, day[step])
                    continue
                }
                closing = nil
                guard state > highest, pipelines[Int(state)] == pipeline[deal] else { continue }
                advance(deal, from: highest, to: state, on: day[step])
                highest = state
            }
            guard let closing, highest >= 0 else { continue }
            if closing.state == StageTable.won {
                close(.moved, on: closing.day)
                pass(deal, after: highest, upTo: lastOf[Int(highest)], on: closing.day)
            } else {
                close(.failed, on: closing.day)
            }
        }
    }

    private mutating func advance(_ deal: Int, from highest: Int16, to state: Int16, on day: Int32) {
        if highest >= 0 {
            close(.moved, on: day)
            pass(deal, after: highest, upTo: state - 1, on: day)
        }
        rows.append(
            Row(
                deal: Int32(deal), state: state, enter: day, exit: Passages.never, end: .open, isFirst: highest < 0))
    }

    private mutating func close(_ end: End, on day: Int32) {
        rows[rows.count - 1].exit = day
        rows[rows.count - 1].end = end
    }

    /// Stages that were skipped: come to and left on one day.
    private mutating func pass(_ deal: Int, after highest: Int16, upTo last: Int16, on day: Int32) {
        guard last > highest else { return }
        for state in (highest + 1)...last {
            rows.append(
                Row(deal: Int32(deal), state: state, enter: day, exit: day, end: .moved, isFirst: false))
        }
    }
}

extension Passages.Row {
    /// Days at the stage: to the exit, or to the last day on which it was watched.
    func days(_ watched: Int32) -> Int { Int((end == .open ? watched : exit) - enter) }
}
