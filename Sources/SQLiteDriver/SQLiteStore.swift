internal import Foundation
internal import GRDB
package import Ledger

/// A company in one SQLite file: one writer, several readers beside it (WAL). One that is opened for a trial has a single
/// connection, because to open several GRDB writes into the file.
package final class SQLiteStore: Store {
    package let path: String
    package var dialect: Dialect { .sqlite }
    private let pool: any DatabaseWriter

    /// Opens a database of ours. With `create`, an absent or empty file becomes one; any other file is left untouched.
    /// For a `trial`, which is undone, nothing is written at all.
    package init(path: String, create: Bool, trial: Bool = false) throws(LedgerError) {
        self.path = path
        switch SQLiteFile.kind(of: path) {
        case .ours: break
        case .blank where create: try SQLiteStore.patiently { () throws(LedgerError) in try SQLiteFile.stamp(path) }
        case .blank: throw .cannotOpen(cause: "no database at \(path)")
        case .unreadable(let cause): throw .cannotOpen(cause: cause)
        case .foreign(let cause): throw .foreign(cause: cause)
        }
        pool = try SQLiteStore.patiently { () throws(LedgerError) in
            try LedgerError.translating(path) { () -> any DatabaseWriter in
                guard !trial else { return try DatabaseQueue(path: path, configuration: SQLiteStore.configuration) }
                return try DatabasePool(path: path, configuration: SQLiteStore.configuration)
            }
        }
    }

    /// Two who make one database at once: SQLite lets neither wait for the other while it is given its write-ahead log.
    private static func patiently<Result>(_ body: () throws(LedgerError) -> Result) throws(LedgerError) -> Result {
        for _ in 0..<100 {
            do { return try body() } catch {
                guard case .busy = error else { throw error }
                Thread.sleep(forTimeInterval: 0.05)
            }
        }
        return try body()
    }

    package func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        try LedgerError.passing(path) { try pool.read { try body(SQLiteTransaction($0)) } }
    }

    package func write<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        try LedgerError.passing(path) { try pool.write { try body(SQLiteTransaction($0)) } }
    }

    package func alone<Result>(_ body: () throws -> Result) throws -> Result {
        let sole = try SoleUse(of: path)
        // Whoever works alone reads and writes much: it would stay in the writer's memory for good.
        defer { try? pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA shrink_memory") } }
        return try withExtendedLifetime(sole) { try body() }
    }

    package func faults() throws(LedgerError) -> [String] {
        try LedgerError.translating(path) {
            try pool.read { database in
                let file = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
                let references = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map {
                    "row \($0[1] as Int64? ?? 0) of \($0[0] as String) refers to nothing in \($0[2] as String)"
                }
                return file + references
            }
        }
    }

    package func leftovers() throws(LedgerError) -> [String] {
        let restoring = path + NameEnding.restoring
        return FileManager.default.fileExists(atPath: restoring) ? [restoring] : []
    }

    package func copy(toFile target: String) throws(LedgerError) {
        guard SQLiteFile.kind(of: target) == .blank else { throw .cannotOpen(cause: "\(target) is there already") }
        try LedgerError.translating(target) {
            let queue = try DatabaseQueue(path: target)
            try pool.backup(to: queue)
            // A copy carries the mark of a write-ahead log; as a single file it must be whole without one.
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try queue.close()
        }
    }

    /// The writer goes last, because only a writer can put the log into the file and clear it away.
    package func close() throws(LedgerError) {
        try LedgerError.translating(path) {
            (pool as? DatabasePool)?.invalidateReadOnlyConnections()
            try pool.close()
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        configuration.maximumReaderCount = 12
        configuration.prepareDatabase { database in
            // A confirmed write survives a power cut; replacing a row fires the triggers that keep the log.
            try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA recursive_triggers = ON")
            let kibibytes = database.configuration.readonly ? 16_384 : 65_536
            try database.execute(sql: "PRAGMA cache_size = -\(kibibytes)")
        }
        return configuration
    }
}
