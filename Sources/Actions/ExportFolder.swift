internal import Foundation

/// Files under temporary names until all of them are whole.
final class ExportFolder {
    private let path: String
    private var open: (name: String, handle: FileHandle)?
    private var written: [String] = []

    init(_ path: String) throws {
        self.path = path
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw ExportProblem.cannotWrite(path: path)
        }
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        if open?.name != name { try begin(name) }
        do { try open?.handle.write(contentsOf: Data(bytes)) } catch { throw problem(name) }
    }

    private func begin(_ name: String) throws {
        try end()
        let partial = place(name) + ".partial"
        guard FileManager.default.createFile(atPath: partial, contents: nil),
            let handle = FileHandle(forWritingAtPath: partial)
        else { throw problem(name) }
        open = (name, handle)
        written.append(name)
    }

    private func end() throws {
        guard let (name, handle) = open else { return }
        do {
            try handle.synchronize()
            try handle.close()
        } catch { throw problem(name) }
        open = nil
    }

    /// Gives the files their names, over what had them before.
    func keep() throws {
        try end()
        for name in written {
            guard rename(place(name) + ".partial", place(name)) == 0 else { throw problem(name) }
        }
        written = []
    }

    deinit {
        try? open?.handle.close()
        for name in written { unlink(place(name) + ".partial") }
    }

    private func place(_ name: String) -> String { path + "/" + name }
    private func problem(_ name: String) -> ExportProblem { .cannotWrite(path: place(name)) }
}
