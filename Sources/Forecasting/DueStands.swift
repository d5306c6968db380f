/// How far off expected closes were of deals in each state and age, counted by deals and days.
struct DueStands: Sendable {
    /// [(state × cells + cell) × slots + slot]; the last slot is that of deals without a date.
    private(set) var days: [Int32]

    /// Further off counts as the end.
    static let lefts = -31...130
    static let slots = lefts.count + 1

    init(cells: Int) { days = [Int32](repeating: 0, count: cells * DueStands.slots) }

    init(_ days: DueDays) { self.days = days.bySlot }

    init(_ parts: [DueStands]) { days = parts.flatMap(\.days) }

    /// [state][bin][slot], each bin's adding up to one; empty where nobody stood.
    func mix(_ fit: Intensities) -> [[[Double]]] {
        guard days.count == fit.states * AgeCells.count * DueStands.slots else {
            return fit.binCount.map { [[Double]](repeating: [], count: $0) }
        }
        return (0..<fit.states).map { state in
            var bins = [[Double]](
                repeating: [Double](repeating: 0, count: DueStands.slots), count: fit.binCount[state])
            for (cell, bin) in fit.bins(of: state).enumerated() {
                let from = (state * AgeCells.count + cell) * DueStands.slots
                for slot in 0..<DueStands.slots { bins[bin][slot] += Double(days[from + slot]) }
            }
            return bins.map { slots in
                let all = slots.reduce(0, +)
                return all > 0 ? slots.map { $0 / all } : []
            }
        }
    }
}
