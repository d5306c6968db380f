extension DueOdds {
    typealias Four = DueGrid.Four

    /// Against the chance of the last place: [(cell × places + place) × fours + four].
    /// - Parameter mix: [state][bin][place] of the deals that were there.
    static func odds(_ pass: DueRecursion, _ rates: DayRates, mix: [[[Float]]], _ grid: DueGrid) -> [Four] {
        let (places, fours) = (pass.lane.count - 1, grid.fours)
        let count = rates.states * rates.ages * places * fours
        return [Four](unsafeUninitializedCapacity: count) { odds, filled in
            odds.initialize(repeating: .one)
            filled = count
            withUnsafeTemporaryAllocation(of: Four.self, capacity: 3 * fours) { space in
                guard let odds = odds.baseAddress, let space = space.baseAddress else { return }
                for state in 0..<rates.states {
                    for bin in 0..<rates.starts[state].count - 1 {
                        for age in rates.starts[state][bin]..<rates.starts[state][bin + 1] {
                            let cell = state * rates.ages + age
                            let row = odds + cell * places * fours
                            ratios(pass, cell, row, fours, plain: space)
                            even(row, mix[state][bin], fours, plain: space)
                            for place in 0..<places { grid.relate(row + place * fours) }
                        }
                    }
                }
            }
        }
    }

    /// By place and level, and the chance as if dates told nothing by level.
    private static func ratios(
        _ pass: DueRecursion, _ cell: Int, _ row: UnsafeMutablePointer<Four>, _ fours: Int,
        plain: UnsafeMutablePointer<Four>
    ) {
        let places = pass.lane.count - 1
        plain.initialize(repeating: .zero, count: fours)
        row.update(repeating: .zero, count: places * fours)
        pass.table.withUnsafeBufferPointer { table in
            guard let from = table.baseAddress.map({ $0 + cell * pass.stride }) else { return }
            for (place, lane) in pass.lane.enumerated() {
                (place < places ? row + place * fours : plain).update(from: from + lane * fours, count: fours)
            }
        }
        for place in 0..<places {
            for four in 0..<fours { row[place * fours + four] = ratio(row[place * fours + four], plain[four]) }
        }
    }

    /// So much more or less for all that the deals which were there have the chance that is known of them together.
    /// - Parameter plain: with room for twice as much after it.
    private static func even(
        _ row: UnsafeMutablePointer<Four>, _ mix: [Float], _ fours: Int, plain: UnsafeMutablePointer<Four>
    ) {
        if mix.isEmpty { return }
        let (mean, factor) = (plain + fours, plain + 2 * fours)
        factor.initialize(repeating: .one, count: fours)
        for _ in 0..<3 {
            mean.initialize(repeating: .zero, count: fours)
            for (place, share) in mix.enumerated() where share > 0 {
                for four in 0..<fours {
                    let told = plain[four] * row[place * fours + four] * factor[four]
                    mean[four] += share * told / (1 - plain[four] + told)
                }
            }
            for four in 0..<fours { factor[four] *= ratio(plain[four], mean[four]) }
        }
        for place in mix.indices {
            for four in 0..<fours { row[place * fours + four] *= factor[four] }
        }
    }

    /// Of odds; one of what hardly ever happens and of what is sure.
    @inline(__always) private static func ratio(_ chance: Four, _ plain: Four) -> Four {
        (chance * (1 - plain) + tiny) / ((1 - chance) * plain + tiny)
    }

    private static let tiny: Float = 1e-6
}
