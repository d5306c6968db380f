import Foundation
import Testing

@testable import WebPages

/// Small pages, and those of reports in both languages, full and empty, word for word. Recorded on purpose: `LIYKA_RECORD=1 swift test --filter SnapshotTests`, then read the change.
struct SnapshotTests {
    private static let kept = [
        "sign-in-uk", "sign-in-en", "set-up-uk", "problem-uk", "empty-uk", "empty-en", "deals-none", "deal-won",
        "today-all-en", "today-all-uk", "today-empty-uk", "today-empty-en", "actions-uk", "actions-en-dark",
        "actions-empty", "actions-empty-en", "team-uk", "team-en-dark", "team-empty", "team-empty-en",
        "submissions-uk", "submissions-en-dark", "submissions-none", "submissions-none-en", "revive-uk",
        "revive-en-dark", "revive-empty", "revive-empty-en", "what-changed-uk", "what-changed-en-dark",
        "what-changed-empty", "what-changed-empty-en", "series-uk", "series-en-dark", "series-empty", "series-empty-en",
        "period-supposed-uk", "period-supposed-en",
        "alerts-uk", "alerts-en-dark", "alerts-empty", "alerts-empty-en",
    ]

    /// Of these the whole, with their frame; of the others what is their own, so that a new page in the menu changes few.
    private static let whole = kept.prefix(8)

    /// What stands between the menu and the end.
    private static func own(_ html: String) -> String {
        guard let start = html.range(of: "<main"), let end = html.range(of: "</main>") else { return html }
        return html[start.lowerBound..<end.upperBound] + "\n"
    }

    @Test("small pages are as they were when somebody last looked at them", arguments: kept)
    func pages(name: String) throws {
        let page = try #require(Sample.all.first { $0.name == name }).html()
            .replacing(Look.style, with: "liyka.css").replacing(Look.script, with: "liyka.js")
            .replacing(Look.icon, with: "liyka.svg")
        let html = Self.whole.contains(name) ? page : Self.own(page)
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = tests.appending(path: "Snapshots/\(name).html")
        if ProcessInfo.processInfo.environment["LIYKA_RECORD"] != nil {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(html.utf8).write(to: file)
        }
        let recorded = try String(contentsOf: file, encoding: .utf8)
        #expect(html == recorded, "differs from Snapshots/\(name).html")
    }
}
