import Foundation

/// Dates that move, in a recursion whose lanes are fixed dates: on some days the chance of a lane is mixed with the chances
/// of the dates to which such deals are moved until the next of these days.
struct DueSlips: Sendable {
    private let knots: [Int]
    private let levels: Int
    private let step: Int
    /// By bucket: chance of a move until the next such day; places where it leads.
    private let chance: [Double]
    private let lands: [[Int]]

    /// Every so many days at most.
    private static let longest = 7

    init(_ moves: DueMoves, _ knots: [Int], _ days: Int, levels: Int) {
        self.knots = knots
        self.levels = levels
        let step = min(DueSlips.longest, max(1, days / 8))
        self.step = step
        chance = (0..<DueBucket.count).map { 1 - pow(1 - moves.chance($0), Double(step)) }
        lands = (0..<DueBucket.count).map { moves.lands($0) }
    }

    /// - Parameter table: [cell][place × levels + level] as of the day after `offset`.
    func apply(to table: UnsafeMutableBufferPointer<Double>, _ offset: Int, width: Int) {
        guard offset % step == step / 2 else { return }
        let sources = lands.map { $0.map { source(offset + 1 + $0) } }
        let buckets = knots.map { DueBucket.of(left: $0 - offset) }
        let used = Set(buckets).filter { chance[$0] > 0 && !sources[$0].isEmpty }.sorted()
        if used.isEmpty { return }
        withUnsafeTemporaryAllocation(of: Double.self, capacity: DueBucket.count * levels) { mean in
            for cell in 0..<table.count / width {
                let base = cell * width
                for bucket in used {
                    for level in 0..<levels {
                        mean[bucket * levels + level] =
                            sources[bucket].reduce(0) { sum, source in
                                let low = table[base + source.place * levels + level]
                                let high = table[base + (source.place + 1) * levels + level]
                                return sum + low + (high - low) * source.part
                            } / Double(sources[bucket].count)
                    }
                }
                for (place, bucket) in buckets.enumerated() where chance[bucket] > 0 && !sources[bucket].isEmpty {
                    for level in 0..<levels {
                        let here = base + place * levels + level
                        table[here] += chance[bucket] * (mean[bucket * levels + level] - table[here])
                    }
                }
            }
        }
    }

    private struct Source {
        let place: Int
        let part: Double
    }

    /// Between which knots a date lies that is so many days after the first day.
    private func source(_ left: Int) -> Source {
        let left = min(max(left, knots[0]), knots[knots.count - 1])
        let place = min(knots.count - 2, max(0, (knots.firstIndex { $0 > left } ?? knots.count) - 1))
        return Source(place: place, part: Double(left - knots[place]) / Double(knots[place + 1] - knots[place]))
    }
}
