internal import Foundation
package import Ledger

/// A company in one schema of a PostgreSQL database: one writer at a time, in whatever process, several readers beside it.
package final class PostgresStore: Store {
    package var dialect: Dialect { .postgres }
    let pool: PostgresPool
    /// Writers of this process wait here, not each on a connection of its own.
    private let writing = NSLock()

    /// Opens a schema of ours, or one with nothing in it; with `create`, an absent one is made. Any other is left untouched.
    package convenience init(url: String, create: Bool) throws(LedgerError) {
        try self.init(at: PostgresAddress(url), create: create)
    }

    init(at address: PostgresAddress, create: Bool) throws(LedgerError) {
        pool = PostgresPool(address)
        try LedgerError.only {
            try pool.with { connection in
                switch try PostgresSchema.kind(connection, address.schema) {
                case .ours: break
                case .foreign: throw LedgerError.foreign(cause: "\(address.shown) holds what is another application's")
                case .blank: break
                case .closed:
                    throw LedgerError.unwritable(.denied, cause: "no right to use the schema of \(address.shown)")
                case .absent: if create { try PostgresStore.make(address.schema, connection) }
                }
            }
        }
    }

    /// A reader sees one instant: that of its first question.
    package func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        try pool.with { connection in
            try connection.transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", lock: nil, body)
        }
    }

    package func write<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        try writing.withLock {
            try pool.with { connection in
                let lock = PostgresSchema.key("writing", of: pool.address.schema)
                return try connection.transaction("BEGIN ISOLATION LEVEL READ COMMITTED", lock: lock, body)
            }
        }
    }

    /// The lock hangs on a connection of its own: it ends with the process, however that ends.
    package func alone<Result>(_ body: () throws -> Result) throws -> Result {
        let connection = try PostgresConnection(to: pool.address)
        let key = PostgresSchema.key("importing", of: pool.address.schema)
        let answer = try connection.askText("SELECT pg_try_advisory_lock($1)", [.int(key)])
        guard try answer.step(), answer.int(0) == 1 else { throw LedgerError.importing }
        try answer.end()
        defer {
            // Whoever comes next need not wait until the server has seen that the connection is gone.
            try? connection.sendText("SELECT pg_advisory_unlock($1)", [.int(key)])
            _ = try? connection.finish()
        }
        let result = try body()
        // What an import has brought the server's planner must know of, or it reads whole tables; the server finds out by
        // itself in time, so that the import is done without it too.
        try? connection.send(UpkeepSQL.statistics, [])
        _ = try? connection.finish()
        return result
    }

    /// References are held by the server itself; what it has been told not to hold is a fault.
    package func faults() throws(LedgerError) -> [String] {
        try LedgerError.only {
            try pool.with { connection in
                var found: [String] = []
                let answer = try connection.askText(PostgresStore.unsound, [.text(pool.address.schema)])
                while try answer.step() { found.append("\(answer.text(0)) of \(answer.text(1)) is not held") }
                return found
            }
        }
    }

    package func copy(toFile path: String) throws(LedgerError) { throw .notHere }

    package func close() throws(LedgerError) { pool.close() }

    private static func make(_ schema: String, _ connection: PostgresConnection) throws(LedgerError) {
        do {
            try connection.sendText("CREATE SCHEMA IF NOT EXISTS \(PostgresSchema.quoted(schema))")
            try connection.finish()
        } catch {
            // Somebody else makes it at this very moment.
            if case .broken(.unique, _) = error { throw .importing }
            throw error
        }
    }

    private static let unsound = """
        SELECT c.conname, t.relname FROM pg_catalog.pg_constraint c
        JOIN pg_catalog.pg_class t ON t.oid = c.conrelid JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
        WHERE n.nspname = $1 AND NOT c.convalidated
        UNION ALL
        SELECT i.relname, t.relname FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
        JOIN pg_catalog.pg_class t ON t.oid = x.indrelid JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
        WHERE n.nspname = $1 AND NOT x.indisvalid ORDER BY 2, 1
        """
}

extension PostgresConnection {
    /// All of it is kept, or, when anything is thrown, nothing.
    /// - Parameter lock: is waited for first, and comes free at the end.
    func transaction<Result>(
        _ begin: String, lock: Int64?, _ body: (any Transaction) throws -> Result
    ) throws -> Result {
        do {
            try sendText(begin)
            if let lock { try sendText("SELECT pg_advisory_xact_lock($1)", [.int(lock)]) }
            defer { forgetAll() }
            let result = try body(PostgresTransaction(self))
            try commit()
            return result
        } catch {
            try? rollBack()
            throw error
        }
    }

    private func commit() throws(LedgerError) {
        try sendText("COMMIT")
        try finish()
        // The server calls it a success when it has undone what had gone wrong before.
        guard lastTag == "COMMIT" else { throw .misused(cause: "what went wrong inside was not told outside") }
    }

    private func rollBack() throws(LedgerError) {
        guard !isBroken else { return }
        abandon()
        try sendText("ROLLBACK")
        try finish()
    }
}

extension LedgerError {
    /// Runs what throws errors of the ledger and no others.
    static func only<Result>(_ body: () throws -> Result) throws(LedgerError) -> Result {
        do { return try body() } catch let error as LedgerError { throw error } catch {
            throw .misused(cause: "\(error)")
        }
    }
}
