import Foundation

/// Levels of the group multipliers at which a chance is computed for every bucket of the expected close: some of progress,
/// and, at the middle one of them, the ends of losing. They are gone through in fours.
struct DueGrid: Sendable {
    typealias Four = SIMD4<Float>

    /// Evenly spread over the stretch of `LevelGrid`.
    private let progress: Int
    private let hasLosing: Bool
    /// Which of the crossings of `DueKnots` are looked at: all of them, or every second one.
    let every: Int

    /// For chances within a period.
    static let period = DueGrid(progress: 6, hasLosing: true, every: 1)
    /// For the curve of the expected close, which has a table for every horizon.
    static let curve = DueGrid(progress: 4, hasLosing: false, every: 2)

    var fours: Int { levels.count / 4 }

    let levels: [WinTable.Level]

    private init(progress: Int, hasLosing: Bool, every: Int) {
        self.progress = progress
        self.hasLosing = hasLosing
        self.every = every
        let (first, last) = (LevelGrid.progress[0], LevelGrid.progress[LevelGrid.progress.count - 1])
        let places = (0..<progress).map { exp(first + (last - first) * Double($0) / Double(progress - 1)) }
        let ends = hasLosing ? [LevelGrid.losing[0], LevelGrid.losing[LevelGrid.losing.count - 1]] : []
        levels =
            places.map { WinTable.Level(win: $0, loss: 1, move: $0) }
            + ends.map { WinTable.Level(win: places[progress / 2], loss: exp($0), move: places[progress / 2]) }
    }

    /// Where a deal's multipliers lie.
    struct Place {
        let low: Int
        let right: Float
        /// At which end of losing, and how far on the way there.
        let end: Int
        let out: Float

        /// - Parameter value: by level, those at the ends of losing as multiples of the middle.
        @inline(__always) func mix(_ value: (Int) -> Float) -> Float {
            let left = value(low)
            let middle = left + (value(low + 1) - left) * right
            return out == 0 ? middle : middle * (1 + (value(end) - 1) * out)
        }
    }

    @inline(__always) func place(_ place: LevelGrid.Place) -> Place {
        let width = LevelGrid.progress.count
        let x = (Double(place.low) + place.right) * Double(progress - 1) / Double(width - 1)
        let low = min(progress - 2, Int(x))
        guard hasLosing else { return Place(low: low, right: Float(x - Double(low)), end: 0, out: 0) }
        // From −1 to 1.
        let y = place.height * 2 / Double(LevelGrid.losing.count - 1) - 1
        return Place(
            low: low, right: Float(x - Double(low)), end: y < 0 ? progress : progress + 1, out: Float(abs(y)))
    }

    /// What is told at the ends of losing, as a multiple of what is told in their middle.
    @inline(__always) func relate(_ row: UnsafeMutablePointer<Four>) {
        guard hasLosing else { return }
        let middle = row[progress / 2 / 4][progress / 2 % 4]
        for end in progress...progress + 1 { row[end / 4][end % 4] /= middle }
    }
}
