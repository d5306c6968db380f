import Foundation
import Testing

@testable import WebPages

/// Small pages word for word. Recorded on purpose: `LIYKA_RECORD=1 swift test --filter SnapshotTests`, then read the change.
struct SnapshotTests {
    private static let kept = [
        "sign-in-uk", "sign-in-en", "set-up-uk", "problem-uk", "empty-uk", "empty-en", "deals-none", "deal-won",
    ]

    @Test("small pages are as they were when somebody last looked at them", arguments: kept)
    func pages(name: String) throws {
        let html = try #require(Sample.all.first { $0.name == name }).html()
            .replacing(Look.style, with: "liyka.css").replacing(Look.script, with: "liyka.js")
            .replacing(Look.icon, with: "liyka.svg")
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
