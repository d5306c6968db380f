import Foundation
import Testing

@testable import Exchange

@Suite("The page of the exchange format") struct FormatPageTests {
    @Test("says each file with its columns in their order, those that must be there in bold")
    func columns() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/exchange.md"), encoding: .utf8)
        for file in ExchangeFile.allCases {
            let row = try #require(
                page.split(separator: "\n").first { $0.hasPrefix("| `\(file.rawValue)` | ") }, "\(file.fileName)")
            let said = row.dropFirst("| `\(file.rawValue)` | ".count).replacing(#/\([^)]*\)/#, with: "")
                .prefix { $0 != ":" && $0 != "|" }.split(separator: ",")
                .map { $0.trimmingCharacters(in: .whitespaces) }
            #expect(said.map { $0.replacing("**", with: "") } == file.columns.map(\.name), "\(file.fileName)")
            let needed = said.filter { $0.hasPrefix("**") }.map { $0.replacing("**", with: "") }
            #expect(Set(needed) == Set(file.required.map(\.name)), "\(file.fileName)")
        }
    }
}
