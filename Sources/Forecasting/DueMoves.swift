/// How often a day expected closes are moved while deals are open, by how far off they were; and how far off they are then.
///
/// Dates slip: whoever took today's for the last ones would have every deal overdue before long.
struct DueMoves: Sendable {
    private var days = [Int](repeating: 0, count: DueBucket.count)
    private var moved = [Int](repeating: 0, count: DueBucket.count)
    /// [bucket][left − first]
    private var landed = [[Int]](repeating: [Int](repeating: 0, count: DueMoves.lefts.count), count: DueBucket.count)

    private static let lefts = -31...240
    /// Places for which a move stands, as ranks among all from one bucket.
    private static let ranks = [1.0 / 6, 1.0 / 2, 5.0 / 6]

    mutating func stand(_ bucket: Int) { days[bucket] += 1 }

    mutating func stand(_ days: DueDays) {
        for (bucket, number) in days.byBucket.enumerated() { self.days[bucket] += number }
    }

    /// - Parameter left: days left on the day after.
    mutating func move(from bucket: Int, left: Int, isDated: Bool) {
        guard isDated else { return }
        moved[bucket] += 1
        landed[bucket][
            min(max(left, DueMoves.lefts.lowerBound), DueMoves.lefts.upperBound) - DueMoves.lefts.lowerBound] += 1
    }

    mutating func add(_ other: DueMoves) {
        for bucket in days.indices {
            days[bucket] += other.days[bucket]
            moved[bucket] += other.moved[bucket]
            for place in landed[bucket].indices { landed[bucket][place] += other.landed[bucket][place] }
        }
    }

    /// A day's chance of being moved.
    func chance(_ bucket: Int) -> Double {
        days[bucket] > 0 ? min(1, Double(moved[bucket]) / Double(days[bucket])) : 0
    }

    /// Days left on the day after a move, equally likely; empty without moves.
    func lands(_ bucket: Int) -> [Int] {
        guard moved[bucket] > 0 else { return [] }
        return DueMoves.ranks.map { rank in
            var before = 0
            let place = landed[bucket].firstIndex { number in
                before += number
                return Double(before) >= rank * Double(moved[bucket])
            }
            return (place ?? 0) + DueMoves.lefts.lowerBound
        }
    }
}
