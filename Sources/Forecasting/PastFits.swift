internal import Synchronization

/// Past windows, for those who ask about many moments of one book one after another, as a backtest does: a window is taken
/// again wherever everything that went into it is the same (`BookPrint`), so that no figure depends on what was asked before.
package final class PastFits: Sendable {
    private let kept = Mutex(Kept())
    /// One that outlives this one and is told everything: windows alone, which are small.
    private let lasting: PastFits?
    private let hasWindowsOnly: Bool

    /// Windows that one without processes holds; then it begins anew.
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
        var processes: [Int32: [Begun]] = [:]
    }

    /// A process that somebody learns or has learned.
    final class Begun: Sendable {
        fileprivate let print: BookPrint
        /// The book's own day.
        fileprivate let today: Int32
        private let made = Mutex<Process?>(nil)

        fileprivate init(_ print: BookPrint, today: Int32) {
            self.print = print
            self.today = today
        }

        /// - Parameter begin: called when nobody can be answered any more before it is learned.
        fileprivate func learn(_ begin: () -> Void, _ make: () -> Process) {
            made.withLock { process in
                begin()
                process = make()
            }
        }

        /// Waits for whoever learns it.
        var process: Process { made.withLock { $0! } }
    }

    /// - Parameters:
    ///   - lasting: where windows are looked for and kept too.
    ///   - windowsOnly: no processes, which are large, and not too many windows: of large books, or for as long as the
    ///     program runs.
    package init(in lasting: PastFits? = nil, windowsOnly: Bool = false) {
        self.lasting = lasting
        hasWindowsOnly = windowsOnly
    }

    var windowCount: Int { kept.withLock { $0.windows.count } }

    func window(_ key: Key) -> PastWindow? { kept.withLock { $0.windows[key] } ?? lasting?.window(key) }

    func keep(_ window: PastWindow, for key: Key) {
        kept.withLock { kept in
            if hasWindowsOnly, kept.windows.count >= PastFits.most { kept.windows = [:] }
            kept.windows[key] = window
        }
        lasting?.keep(window, for: key)
    }

    /// One of a book that says the same of everything before all these days, perhaps still being learned by another; learned
    /// now where there is none.
    /// - Parameter today: the book's own day.
    func process(
        at anchor: Int32, _ print: BookPrint, today: Int32, origins: [Int32], make: () -> Process
    ) -> Begun {
        let last = origins.max() ?? 0
        let known = kept.withLock { kept in
            kept.processes[anchor]?.first { known in
                known.today >= last && origins.allSatisfy { known.print[$0] == print[$0] }
            }
        }
        if let known { return known }
        let begun = Begun(print, today: today)
        begun.learn({ if !hasWindowsOnly { keep(begun, at: anchor) } }, make)
        return begun
    }

    private func keep(_ begun: Begun, at anchor: Int32) {
        kept.withLock { kept in
            kept.processes[anchor, default: []].append(begun)
            let surplus = kept.processes[anchor]!.count - 2
            if surplus > 0 { kept.processes[anchor]!.removeFirst(surplus) }
        }
    }
}
