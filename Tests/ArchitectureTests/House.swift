import Foundation

/// The house as it stands on disk: every source file with its room, its imports and its code without comments.
struct House {
    struct File {
        let room: String
        let path: String
        let name: String
        let imports: [String]
        /// Line by line, comments and string literals blanked out.
        let code: [String]
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func files() throws -> [File] {
        let sources = root.appending(path: "Sources")
        let found = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        return try (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
            .map { try file(at: $0, below: sources) }.sorted { $0.path < $1.path }
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private static func file(at url: URL, below sources: URL) throws -> File {
        let path = String(url.path().dropFirst(sources.path().count)).trimmingPrefix("/")
        let code = Code.blanked(try String(contentsOf: url, encoding: .utf8))
        return File(
            room: String(path.prefix { $0 != "/" }), path: String(path),
            name: url.deletingPathExtension().lastPathComponent,
            imports: code.compactMap(Code.importedModule), code: code)
    }
}
