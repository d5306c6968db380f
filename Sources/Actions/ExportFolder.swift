internal import Foundation
internal import Ledger

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
            throw ExportProblem.cannotWrite(path: path, Obstacle(error))
        }
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        if open?.name != name { try begin(name) }
        do { try open?.handle.write(contentsOf: Data(bytes)) } catch {
            throw problem(name, Obstacle(error))
        }
    }

    private func begin(_ name: String) throws {
        try end()
        let partial = place(name) + ".partial"
        let file = Foundation.open(partial, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw problem(name, Obstacle(errno: errno)) }
        open = (name, FileHandle(fileDescriptor: file, closeOnDealloc: true))
        written.append(name)
    }

    private func end() throws {
        guard let (name, handle) = open else { return }
        do {
            try handle.synchronize()
            try handle.close()
        } catch { throw problem(name, Obstacle(error)) }
        open = nil
    }

    /// Gives the files their names, over what had them before.
    func keep() throws {
        try end()
        for name in written {
            guard rename(place(name) + ".partial", place(name)) == 0 else {
                throw problem(name, Obstacle(errno: errno))
            }
        }
        written = []
    }

    deinit {
        try? open?.handle.close()
        for name in written { unlink(place(name) + ".partial") }
    }

    private func place(_ name: String) -> String { path + "/" + name }
    private func problem(_ name: String, _ obstacle: Obstacle) -> ExportProblem {
        .cannotWrite(path: place(name), obstacle)
    }
}
