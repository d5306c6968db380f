import Foundation

/// Dates that move, in a recursion whose lanes are fixed dates: on some days the chance of a lane is mixed with the chances
/// of the dates to which such deals are moved until the next of these days.
struct DueSlips: Sendable {
    private let knots: DueKnots
    private let fours: Int
    private let lands: [[Int]]
    /// By bucket: a day's chance of being moved.
    private let chance: [Double]
    /// Days that a slip stands for, by the day on which it is reckoned with; 0 where there is none.
    private let stretch: [Int]

    init(_ moves: DueMoves, _ knots: DueKnots, days: Int, fours: Int) {
        self.knots = knots
        self.fours = fours
        lands = (0..<DueBucket.count).map { moves.lands($0) }
        chance = lands.enumerated().map { $1.isEmpty ? 0 : moves.chance($0) }
        stretch = DueSlips.stretches(days)
    }

    /// Day by day at first, a week at a time later: what an overdue deal's chance is hangs on how soon its date is moved.
    private static func stretches(_ days: Int) -> [Int] {
        var stretches = [Int](repeating: 0, count: max(0, days))
        var day = 0
        while day < days {
            let next = min(max(1, (day + 1) / 2), 7, days - day)
            stretches[day + next / 2] = next
            day += next
        }
        return stretches
    }

    /// - Parameter table: [cell × stride + lane × fours + four] as of the day after `offset`.
    func apply(to table: UnsafeMutableBufferPointer<DueGrid.Four>, _ offset: Int, _ strands: DueStrands, stride: Int) {
        guard stretch[offset] > 0 else { return }
        let slips = (0..<DueBucket.count).compactMap { slip(from: $0, offset, strands) }
        if slips.isEmpty { return }
        withUnsafeTemporaryAllocation(of: DueGrid.Four.self, capacity: slips.count * fours) { space in
            guard let means = space.baseAddress, let first = table.baseAddress else { return }
            for cell in 0..<table.count / stride {
                let row = first + cell * stride
                // All means are of the day before anything moves.
                for (number, slip) in slips.enumerated() { slip.mean(row, fours, means + number * fours) }
                for (number, slip) in slips.enumerated() { slip.move(row, fours, means + number * fours) }
            }
        }
    }

    private func slip(from bucket: Int, _ offset: Int, _ strands: DueStrands) -> Slip? {
        guard chance[bucket] > 0 else { return nil }
        let lanes = strands.bucket.indices.filter { strands.bucket[$0] == bucket }
        guard !lanes.isEmpty else { return nil }
        var weights = [Int: Float]()
        for land in lands[bucket] {
            let (place, part) = knots.place(of: offset + 1 + land)
            weights[strands.lane[place], default: 0] += (1 - part) / Float(lands[bucket].count)
            weights[strands.lane[place + 1], default: 0] += part / Float(lands[bucket].count)
        }
        let sources = weights.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        let moved = 1 - pow(1 - chance[bucket], Double(stretch[offset]))
        return Slip(chance: Float(moved), lanes: lanes, sources: sources.map { ($0.key, $0.value) })
    }

    private struct Slip {
        let chance: Float
        let lanes: [Int]
        /// Weights add up to 1.
        let sources: [(lane: Int, weight: Float)]

        /// Around the first of them, so that of equal chances the mean is the same to the bit.
        @inline(__always) func mean(
            _ row: UnsafeMutablePointer<DueGrid.Four>, _ fours: Int, _ mean: UnsafeMutablePointer<DueGrid.Four>
        ) {
            let first = row + sources[0].lane * fours
            for four in 0..<fours { mean[four] = first[four] }
            for (lane, weight) in sources.dropFirst() {
                let from = row + lane * fours
                for four in 0..<fours { mean[four] += weight * (from[four] - first[four]) }
            }
        }

        @inline(__always) func move(
            _ row: UnsafeMutablePointer<DueGrid.Four>, _ fours: Int, _ mean: UnsafeMutablePointer<DueGrid.Four>
        ) {
            for lane in lanes {
                let here = row + lane * fours
                for four in 0..<fours { here[four] += chance * (mean[four] - here[four]) }
            }
        }
    }
}
