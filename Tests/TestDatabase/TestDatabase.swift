import Foundation
package import Ledger
import PostgresDriver
import SQLiteDriver

/// A company's database of one test: an SQLite file in a folder of the test's own, or, where `LIYKA_TEST_POSTGRES` is the
/// address of a server, a schema of its own there. Schemas go with the server.
package struct TestDatabase: Sendable {
    private let place: Place

    private enum Place: Sendable {
        case file(path: String)
        case schema(url: String)
    }

    /// Of the server; nil: tests run on SQLite.
    package static let server = ProcessInfo.processInfo.environment["LIYKA_TEST_POSTGRES"].flatMap {
        $0.isEmpty ? nil : $0
    }
    package static var isOnPostgres: Bool { server != nil }
    package static var isOnSQLite: Bool { server == nil }

    /// - Parameter path: of the file; where it would be tells one schema from another.
    package init(_ path: String) {
        place = TestDatabase.server.map { .schema(url: TestDatabase.url($0, schema: path)) } ?? .file(path: path)
    }

    /// Another handle on the same database each time.
    package func open(create: Bool = false) throws -> any Store {
        switch place {
        case .file(let path): try SQLiteStore(path: path, create: create)
        case .schema(let url): try PostgresStore(url: url, create: create)
        }
    }

    /// Made, and brought to this version's schema.
    package func made() throws -> any Store {
        let store = try open(create: true)
        try store.migrate()
        return store
    }

    /// The address of a schema on the tests' server.
    package static func url(_ server: String, schema: String) -> String {
        let name = String(schema.suffix(60)).replacing("/", with: "_")
        return server + (server.contains("?") ? "&" : "?") + "schema=" + name
    }
}
