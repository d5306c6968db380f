import Foundation

/// A file that a command was told to write. A plain file is there whole or not at all; where a link leads, its target is
/// written; a pipe or a device is written to and stays what it is.
struct OutputFile {
    private let url: URL

    init(_ path: String) { url = URL(fileURLWithPath: path).resolvingSymlinksInPath() }

    func replace(with data: Data) throws {
        if isPlain { return try data.write(to: url, options: .atomic) }
        try FileHandle(forWritingTo: url).write(contentsOf: data)
    }

    /// Open for writing, and empty.
    func open() throws -> FileHandle {
        if isPlain { try Data().write(to: url) }
        return try FileHandle(forWritingTo: url)
    }

    /// Nothing yet, or a regular file.
    private var isPlain: Bool {
        let found = try? FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
        return found == nil || found == .typeRegular
    }
}
