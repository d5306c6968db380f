/// Spells by state, in order of the paths.
struct SpellOrder: Sendable {
    /// Index of the spell.
    let rows: [Int32]
    /// Rows of state `k` stand at `start[k]..<start[k + 1]`.
    let start: [Int]

    init(_ paths: Paths) {
        var start = [Int](repeating: 0, count: paths.stateCount + 1)
        for spell in paths.stage.indices { start[Int(paths.stage[spell]) + 1] += 1 }
        for state in 1..<start.count { start[state] += start[state - 1] }
        var place = start
        rows = [Int32](unsafeUninitializedCapacity: start[start.count - 1]) { rows, filled in
            for spell in paths.stage.indices {
                let state = Int(paths.stage[spell])
                rows[place[state]] = Int32(spell)
                place[state] += 1
            }
            filled = rows.count
        }
        self.start = start
    }
}
