/// Where each deal stands at the moment of the history, and what has been won: the last entry of every sequence.
struct Standing: Sendable {
    /// Open stage, `Stages.won`, `Stages.lost` or `Stages.unknown`.
    let state: [Int16]
    /// Day on which the present state began.
    let since: [Int32]
    /// Minor units, NaN where not known.
    let amount: [Double]
    /// Int32.max is "no date".
    let due: [Int32]

    init(_ history: History) {
        let count = history.created.count
        var state = [Int16](repeating: History.Stages.unknown, count: count)
        var since = history.created
        var amount = [Double](repeating: .nan, count: count)
        var due = [Int32](repeating: .max, count: count)
        for deal in 0..<count {
            let first = Int(history.stepStart[deal])
            var row = Int(history.stepStart[deal + 1]) - 1
            if row >= first {
                state[deal] = history.stepState[row]
                while row > first, history.stepState[row - 1] == state[deal] { row -= 1 }
                since[deal] = history.stepDay[row]
            }
            amount[deal] = history.lastAmount(
                of: deal, wonOn: state[deal] == History.Stages.won ? since[deal] : nil)
            let lastDue = Int(history.dueStart[deal + 1]) - 1
            if lastDue >= Int(history.dueStart[deal]) { due[deal] = history.dueValue[lastDue] }
        }
        self.state = state
        self.since = since
        self.amount = amount
        self.due = due
    }

    static func isOpen(_ state: Int16) -> Bool { state != History.Stages.won && state != History.Stages.lost }
}
