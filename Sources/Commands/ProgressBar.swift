import Foundation

/// How far a long piece of work is, on a terminal only: nothing is written into a file or a pipe.
final class ProgressBar {
    private let onTerminal = isatty(2) == 1
    private var lastShown = -1
    private var label = ""

    func show(_ label: String, done: Int64, of total: Int64) {
        guard onTerminal, total > 0 else { return }
        let percent = Int(min(100, done * 100 / total))
        guard percent != lastShown || label != self.label else { return }
        lastShown = percent
        self.label = label
        let filled = percent * 30 / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        FileHandle.standardError.write(Data("\r\(bar) \(percent) % \(label)\u{1B}[K".utf8))
    }

    func clear() {
        guard onTerminal, lastShown >= 0 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
