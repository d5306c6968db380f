import Foundation
import Ledger
import SQLiteDriver
import TestDatabase

/// A folder of one test; it goes with the test.
final class Folder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("liyka-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }

    /// On the engine that the tests run on.
    func store(_ name: String = "company.sqlite", migrated: Bool = true) throws -> any Store {
        let database = TestDatabase(path(name))
        return try migrated ? database.made() : database.open(create: true)
    }

    /// A file, on whatever engine the tests run.
    func file(_ name: String = "company.sqlite") throws -> SQLiteStore {
        let store = try SQLiteStore(path: path(name), create: true)
        try store.migrate()
        return store
    }
}
