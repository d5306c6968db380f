/// The door of this room: history in, answer out. Deterministic; no clock, no randomness but a fixed seed.
package struct Forecaster: Sendable {
    package init() {}

    /// - Parameters:
    ///   - history: the pipeline as known at its `today`.
    ///   - question: `period.end` after `today` for a forecast; a period already over gives what was won.
    ///   - deals: whether to answer for each open deal too.
    package func answer(_ history: History, nodes: Nodes, question: Question, deals: Bool = false) -> Answer {
        fatalError("being built")
    }
}
