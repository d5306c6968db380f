internal import Synchronization

/// Past windows, for those who ask about many moments of one book one after another, as a backtest does: a window is taken
/// again wherever everything that went into it is the same (`BookPrint`), so that no figure depends on what was asked before.
package final class PastFits: Sendable {
    private let kept = Mutex(Kept())
    /// One that outlives this one and is told everything: windows alone, which are small.
    private let lasting: PastFits?
    private let isLasting: Bool

    /// Windows that a lasting one holds; then it begins anew.
    private static let most = 1_500

    struct Key: Hashable, Sendable {
        let origin: Int32
        let start: Int32
        /// Of what was known before the origin; of the period's days and the periods before it.
        let book: UInt64
        let days: UInt64
        /// Made of what was known then, because the book says something else of it now.
        let isLate: Bool
    }

    private struct Kept {
        var windows: [Key: PastWindow] = [:]
        /// By the day on which their groups were learned; of the latest books that were asked.
        var processes: [Int32: [(process: Process, print: BookPrint)]] = [:]
    }

    /// - Parameters:
    ///   - lasting: where windows are looked for and kept too.
    ///   - isLasting: for as long as the program runs: no processes, which are large, and not too many windows.
    package init(in lasting: PastFits? = nil, isLasting: Bool = false) {
        self.lasting = lasting
        self.isLasting = isLasting
    }

    var windowCount: Int { kept.withLock { $0.windows.count } }

    func window(_ key: Key) -> PastWindow? { kept.withLock { $0.windows[key] } ?? lasting?.window(key) }

    func keep(_ window: PastWindow, for key: Key) {
        kept.withLock { kept in
            if isLasting, kept.windows.count >= PastFits.most { kept.windows = [:] }
            kept.windows[key] = window
        }
        lasting?.keep(window, for: key)
    }

    /// One of a book that says the same of everything before all these days.
    func process(at anchor: Int32, _ print: BookPrint, origins: [Int32]) -> Process? {
        let candidates = kept.withLock { $0.processes[anchor] ?? [] }
        return candidates.first { known in
            known.process.today >= origins.max() ?? 0 && origins.allSatisfy { known.print[$0] == print[$0] }
        }?.process
    }

    func keep(_ process: Process, _ print: BookPrint) {
        if isLasting { return }
        kept.withLock { kept in
            kept.processes[process.since, default: []].append((process, print))
            let surplus = kept.processes[process.since]!.count - 2
            if surplus > 0 { kept.processes[process.since]!.removeFirst(surplus) }
        }
    }
}
