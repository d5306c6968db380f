import Foundation

/// Levels of the group multipliers in each bucket of the expected close, for `DayRates`; and once more as if dates told
/// nothing.
struct DueLanes: Sendable {
    /// 1, or an odd number that spans the levels of progress.
    let levels: Int
    private let ratios: [[[DueTally.Exits]]]
    let moves: DueMoves
    /// [state][bin][slot] of `DueStands`.
    let mix: [[[Double]]]

    static let plain = DueBucket.count

    init(_ effect: DueEffect, _ fit: Intensities, levels: Int) {
        self.levels = levels
        ratios = effect.ratios(fit)
        moves = effect.moves
        mix = effect.stands.mix(fit)
    }

    /// [bucket × levels + level] at a state and bin.
    func rows(_ state: Int, _ bin: Int) -> [WinTable.Level] {
        (ratios[state][bin] + [DueEffect.one]).flatMap { ratio in
            LevelGrid.coarse(levels).map { progress in
                WinTable.Level(win: progress * ratio[0], loss: ratio[1], move: progress * ratio[2])
            }
        }
    }

    var count: Int { (DueBucket.count + 1) * levels }
}

extension LevelGrid {
    /// Multipliers of progress, evenly spread over the grid's; one of one.
    static func coarse(_ count: Int) -> [Double] {
        if count == 1 { return [1] }
        return (0..<count).map { exp(progress[$0 * (progress.count - 1) / (count - 1)]) }
    }
}

extension LevelGrid.Place {
    /// Between which of a few levels of progress.
    @inline(__always) func coarse(_ count: Int) -> (low: Int, right: Float) {
        if count == 1 { return (0, 0) }
        let width = LevelGrid.progress.count
        let place = (Double(low % width) + right) * Double(count - 1) / Double(width - 1)
        let lower = min(count - 2, Int(place))
        return (lower, Float(place - Double(lower)))
    }
}
