internal import Synchronization

/// What was drawn for the nodes of one lesson, taken again where everything that goes into it is the same: a changed deal
/// is drawn anew for its own node and those above, for nobody else. No figure depends on it.
final class DrawnBefore: Sendable {
    private let kept = Mutex<[Place: (print: UInt64, draws: Draws?)]>([:])

    struct Place: Hashable {
        let node: Int
        let isMoney: Bool
    }

    func draws(_ place: Place, _ print: UInt64, draw: () -> Draws?) -> Draws? {
        if let known = kept.withLock({ $0[place] }), known.print == print { return known.draws }
        let draws = draw()
        kept.withLock { $0[place] = (print, draws) }
        return draws
    }

    /// About how many bytes so many nodes take.
    static func size(_ nodes: Int) -> Int { 2 * nodes * (Draws.kept * 8 + 100) }
}
