/// Whether the log tells how expected closes were changed while deals went on: quick to see, before any exit is counted.
struct DueChanges: Sendable {
    /// Deals that had a date, and those whose date was moved.
    private var dated = 0
    private var moved = 0

    /// - Parameter stride: every so many deals are looked at.
    init(_ history: History, before until: Int32, stride: Int) {
        for deal in Swift.stride(from: 0, to: history.created.count, by: stride) {
            var known = 0
            for row in history.dueRows(of: deal) where history.dueDay[row] < until { known += 1 }
            if known > 0 { dated += 1 }
            if known > 1 { moved += 1 }
        }
    }

    /// Books in which no date ever moves hold the last ones only, which were not known on the way.
    var areTold: Bool { moved >= 3 && moved * 50 >= dated }
}
