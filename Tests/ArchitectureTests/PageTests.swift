import Foundation
import Testing

/// What is written for people: README, the changes and everything in `docs`.
@Suite("Pages about the house") struct PageTests {
    static let methods = [
        "Assumption", "Formula", "When it fails", "Where it is", "Reference", "Checked by", "Measured",
    ]

    @Test("every link between pages leads somewhere, and to a heading that is there")
    func links() throws {
        var anchors: [String: Set<String>] = [:]
        for page in try Self.pages() {
            let folder = House.root.appending(path: page).deletingLastPathComponent()
            for link in Self.links(in: try House.text(page)) {
                let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                let target = parts[0].isEmpty ? House.root.appending(path: page) : folder.appending(path: parts[0])
                guard FileManager.default.fileExists(atPath: target.path()) else {
                    Issue.record("\(page): \(link)")
                    continue
                }
                guard parts.count == 2 else { continue }
                let path = target.standardizedFileURL.path()
                let known = try anchors[path] ?? Set(Self.headings(in: Self.text(target)).map(Self.anchor))
                anchors[path] = known
                let isThere = known.contains(parts[1])
                #expect(isThere, "\(page): \(link)")
            }
        }
    }

    @Test("each method's page has the same headings in the same order, and docs/methods.md leads to it")
    func methodPages() throws {
        let index = Self.links(in: try House.text("docs/methods.md"))
        for page in try Self.pages() where page.hasPrefix("docs/methods/") {
            let headings = Self.headings(in: try House.text(page), level: "## ")
            #expect([Self.methods, Self.methods + ["Tried and left out"]].contains(headings), "\(page): \(headings)")
            #expect(index.contains(String(page.dropFirst("docs/".count))), "\(page)")
        }
    }

    @Test("what a method's page names in the code and in the tests is there")
    func namesInTheCode() throws {
        let names = try Self.names()
        for page in try Self.pages() where page.hasPrefix("docs/methods/") {
            let text = try House.text(page)
            for heading in ["Where it is", "Checked by"] {
                for name in Self.section(heading, of: text).matches(of: #/`([A-Z][A-Za-z]{2,})(?:\.swift)?`/#) {
                    let isThere = names.contains(String(name.1))
                    #expect(isThere, "\(page): \(name.1)")
                }
            }
        }
    }

    /// Paths below the root.
    private static func pages() throws -> [String] {
        let docs = House.root.appending(path: "docs")
        let found = FileManager.default.enumerator(at: docs, includingPropertiesForKeys: nil)
        return ["README.md", "CHANGELOG.md"]
            + (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "md" }
            .map { "docs" + $0.path().dropFirst(docs.path().trimmingSuffix("/").count) }.sorted()
    }

    private static func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }

    /// Relative ones, outside blocks of code.
    private static func links(in text: String) -> [String] {
        text.replacing(#/(?s)```.*?```/#, with: "").matches(of: #/\]\(([^)\s]+)\)/#).map { String($0.1) }
            .filter { !$0.contains("://") }
    }

    private static func headings(in text: String, level: String = "#") -> [String] {
        text.replacing(#/(?s)```.*?```/#, with: "").split(separator: "\n").filter { $0.hasPrefix(level) }
            .map { String($0.drop { $0 == "#" }).trimmingCharacters(in: .whitespaces) }
    }

    /// How a heading is called in a link: small letters and figures, hyphens for spaces, nothing else.
    private static func anchor(_ heading: String) -> String {
        String(
            heading.lowercased().compactMap { sign in
                sign == " " ? "-" : sign.isLetter || sign == "-" || sign == "_" || "0"..."9" ~= sign ? sign : nil
            })
    }

    private static func section(_ heading: String, of page: String) -> String {
        guard let start = page.range(of: "\n## \(heading)\n") else { return "" }
        let rest = page[start.upperBound...]
        return String(rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)])
    }

    /// Files and types of the sources, the tests and the benchmarks.
    private static func names() throws -> Set<String> {
        var names: Set<String> = []
        for folder in ["Sources", "Tests", "Benchmarks"] {
            let found = FileManager.default.enumerator(
                at: House.root.appending(path: folder), includingPropertiesForKeys: nil)
            for case let url as URL in found ?? .init() {
                names.insert(url.deletingPathExtension().lastPathComponent)
                guard url.pathExtension == "swift" else { continue }
                for type in try text(url).matches(of: #/\b(?:struct|enum|class) ([A-Z][A-Za-z]+)/#) {
                    names.insert(String(type.1))
                }
            }
        }
        return names
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
