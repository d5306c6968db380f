/// What multiplies the intensities in each bucket of the expected close at some levels of the groups, for `DayRates`; and
/// once more as if dates told nothing.
struct DueLanes: Sendable {
    let grid: DueGrid
    private let ratios: [[[DueTally.Exits]]]
    let moves: DueMoves
    /// [state][bin][slot] of `DueStands`.
    let mix: [[[Double]]]

    static let plain = DueBucket.count

    init(_ effect: DueEffect, _ fit: Intensities, _ grid: DueGrid) {
        self.grid = grid
        ratios = effect.ratios(fit)
        moves = effect.moves
        mix = effect.stands.mix(fit)
    }

    /// [bucket × levels + level] at a state and bin.
    func rows(_ state: Int, _ bin: Int) -> [WinTable.Level] {
        (ratios[state][bin] + [DueEffect.one]).flatMap { ratio in
            grid.levels.map { level in
                WinTable.Level(win: level.win * ratio[0], loss: level.loss * ratio[1], move: level.move * ratio[2])
            }
        }
    }

    var count: Int { (DueBucket.count + 1) * grid.levels.count }
}
