internal import Synchronization

/// Fits of past moments, for those who ask about many moments of one book one after another, as a backtest does: what was
/// fitted once is taken again wherever everything that went into it is the same (`BookPrint`), so that no figure depends on
/// what was asked before.
package final class PastFits: Sendable {
    private let kept = Mutex(Kept())

    struct Key: Hashable, Sendable {
        /// Day on which the groups were learned, and day of the fit.
        let anchor: Int32
        let origin: Int32
        let start: Int32
        let book: UInt64
        let days: UInt64
    }

    private struct Kept {
        var ways: [Key: WayFit] = [:]
        /// By the day on which their groups were learned; of the latest books that were asked.
        var processes: [Int32: [(process: Process, print: BookPrint)]] = [:]
    }

    package init() {}

    func ways(_ key: Key) -> WayFit? { kept.withLock { $0.ways[key] } }

    func keep(_ ways: WayFit, for key: Key) { kept.withLock { $0.ways[key] = ways } }

    /// One that says the same before all these days as a book with this print.
    func process(at anchor: Int32, _ print: BookPrint, origins: [Int32]) -> Process? {
        let candidates = kept.withLock { $0.processes[anchor] ?? [] }
        return candidates.first { known in
            known.process.today >= origins.max() ?? 0 && known.print[anchor] == print[anchor]
                && origins.allSatisfy { known.print[$0] == print[$0] }
        }?.process
    }

    func keep(_ process: Process, _ print: BookPrint) {
        kept.withLock { kept in
            kept.processes[process.since, default: []].append((process, print))
            let surplus = kept.processes[process.since]!.count - 2
            if surplus > 0 { kept.processes[process.since]!.removeFirst(surplus) }
        }
    }
}
