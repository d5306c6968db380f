/// Spells by state, in order of the paths: all of them, or those of every so many deals.
struct SpellOrder: Sendable {
    /// Index of the spell.
    let rows: [Int32]
    /// Rows of state `k` stand at `start[k]..<start[k + 1]`.
    let start: [Int]

    init(_ paths: Paths, stride: Int) {
        var start = [Int](repeating: 0, count: paths.stateCount + 1)
        // By deal: a division for each spell costs more than all the rest.
        var taken = [Bool](repeating: stride == 1, count: Int(paths.deal.last ?? -1) + 1)
        if stride > 1 { for deal in Swift.stride(from: 0, to: taken.count, by: stride) { taken[deal] = true } }
        for spell in paths.stage.indices where taken[Int(paths.deal[spell])] { start[Int(paths.stage[spell]) + 1] += 1 }
        for state in 1..<start.count { start[state] += start[state - 1] }
        var place = start
        rows = [Int32](unsafeUninitializedCapacity: start[start.count - 1]) { rows, filled in
            for spell in paths.stage.indices where taken[Int(paths.deal[spell])] {
                let state = Int(paths.stage[spell])
                rows[place[state]] = Int32(spell)
                place[state] += 1
            }
            filled = rows.count
        }
        self.start = start
    }
}
