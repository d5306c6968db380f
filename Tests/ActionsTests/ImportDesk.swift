import Actions
import Exchange
import Foundation
import Ledger
import SalesDomain
import TestDatabase

/// A desk for trying imports: a new database in a folder of its own, and a clock that stands still.
final class ImportDesk {
    let store: any Store
    let folder: URL
    static let now = Instant(seconds: 1_764_000_000)
    private let now: Instant

    init(now: Instant = ImportDesk.now) throws {
        self.now = now
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("liyka-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try TestDatabase(folder.appendingPathComponent("company.sqlite").path).made()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private var imports: ImportRecords { ImportRecords(store: store, clock: Clock { [now] in now }) }

    @discardableResult
    func take(_ files: [String: String], options: ImportOptions = ImportOptions()) throws -> ImportReport {
        let sources = files.sorted { $0.key < $1.key }.map {
            ImportSource.memory(name: $0.key, bytes: Array($0.value.utf8))
        }
        return try imports.run(sources, options: options)
    }

    @discardableResult
    func take(_ files: [String: String], dry: Bool, progress: (ImportProgress) throws -> Void = { _ in }) throws
        -> ImportReport
    {
        var options = ImportOptions()
        options.dryRun = dry
        let sources = files.sorted { $0.key < $1.key }.map {
            ImportSource.memory(name: $0.key, bytes: Array($0.value.utf8))
        }
        return try imports.run(sources, options: options, progress: progress)
    }

    @discardableResult
    func take(folder path: String, options: ImportOptions = ImportOptions()) throws -> ImportReport {
        try imports.run(try ImportSource.files(at: [path]), options: options)
    }

    /// The files of an export, by name.
    func export() throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        _ = try ExportRecords(store: store).run { bytes, name in files[name, default: []] += bytes }
        return files
    }

    @discardableResult
    func take(_ files: [String: [UInt8]]) throws -> ImportReport {
        let sources = files.sorted { $0.key > $1.key }.map { ImportSource.memory(name: $0.key, bytes: $0.value) }
        return try imports.run(sources)
    }

    /// Every table but those of the journal and of imports, row by row, names in place of our numbers.
    func everything() throws -> [String] { try store.read { try Contents.of($0) } }

    func position() throws -> Int64 { try store.read { try $0.position() } }
}

/// Data that lies beside the project, if it does.
enum SharedData {
    static func folder(_ name: String) -> String? {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        for place in ["../shared/data", "../../shared/data", "shared/data"] {
            let path = root.appendingPathComponent(place).appendingPathComponent(name).standardized.path
            if FileManager.default.fileExists(atPath: path) { return path }
        }
        print("skipped: \(name) is not beside the project")
        return nil
    }
}
