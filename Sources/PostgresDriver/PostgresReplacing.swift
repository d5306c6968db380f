package import Ledger

extension PostgresStore {
    /// Makes a new schema beside a company's, has it filled, and puts it in the company's place in one step; answers the name
    /// under which the former one is kept (nil: there was none). Throws `LedgerError.inUse` when somebody has it open; whatever
    /// goes wrong, the company's schema is as it was.
    package static func replace(_ url: String, with fill: (any Store) throws -> Void) throws -> String? {
        let address = PostgresAddress(url)
        let connection = try PostgresConnection(to: address)
        if try PostgresSchema.kind(connection, address.schema) == .foreign {
            throw LedgerError.foreign(cause: "\(address.shown) holds what is another application's")
        }
        let beside = try PostgresSchema.beside(address.schema, connection)
        try PostgresSchema.drop(beside, connection)
        do {
            try make(url, address.with(schema: beside), fill)
            return try PostgresSchema.exchange(address.schema, for: beside, connection)
        } catch {
            try? PostgresSchema.drop(beside, connection)
            throw error
        }
    }

    private static func make(_ url: String, _ beside: PostgresAddress, _ fill: (any Store) throws -> Void) throws {
        let store = try PostgresStore(at: beside, create: true)
        defer { try? store.close() }
        try store.migrate()
        try fill(store)
    }
}

extension PostgresStore {
    package func leftovers() throws(LedgerError) -> [String] {
        try LedgerError.only {
            try pool.with { connection in try PostgresSchema.leftovers(pool.address.schema, connection) }
        }
    }
}

extension PostgresSchema {
    /// Names under which a company is restored, in the order in which they are tried.
    private static func besides(_ name: String) -> some Sequence<String> {
        (1...).lazy.map { self.name(name, $0 == 1 ? "_restoring" : "_restoring_\($0)") }
    }

    /// The first of these names that is nobody else's.
    fileprivate static func beside(_ name: String, _ connection: PostgresConnection) throws(LedgerError) -> String {
        for one in besides(name) where try isFree(one, connection) { return one }
        return name
    }

    private static func isFree(_ name: String, _ connection: PostgresConnection) throws(LedgerError) -> Bool {
        switch try kind(connection, name) {
        case .absent, .blank, .ours: true
        case .foreign, .closed: false
        }
    }

    fileprivate static func leftovers(_ name: String, _ connection: PostgresConnection) throws(LedgerError)
        -> [String]
    {
        var found: [String] = []
        for one in besides(name) {
            switch try kind(connection, one) {
            case .absent: return found
            case .blank, .ours: found.append(one)
            case .foreign, .closed: continue
            }
        }
        return found
    }

    /// Takes away what a restoration that was cut short has left.
    fileprivate static func drop(_ name: String, _ connection: PostgresConnection) throws(LedgerError) {
        guard try kind(connection, name) != .absent else { return }
        try connection.sendText("DROP SCHEMA \(quoted(name)) CASCADE")
        try connection.finish()
    }

    fileprivate static func exchange(_ name: String, for other: String, _ connection: PostgresConnection)
        throws(LedgerError) -> String?
    {
        try LedgerError.only {
            try connection.transaction("BEGIN", lock: nil) { _ in
                let answer = try connection.askText(
                    "SELECT pg_try_advisory_xact_lock($1)", [.int(key("open", of: name))])
                let isFree = try answer.step() && answer.int(0) == 1
                try answer.end()
                guard isFree else { throw LedgerError.inUse }
                let kept = try setAside(name, connection)
                try connection.sendText("ALTER SCHEMA \(quoted(other)) RENAME TO \(quoted(name))")
                return kept
            }
        }
    }

    /// With an ending, in the 63 bytes that a name may have.
    static func name(_ name: String, _ ending: String) -> String {
        var name = name
        while name.utf8.count + ending.utf8.count > 63 { name.removeLast() }
        return name + ending
    }

    private static func setAside(_ name: String, _ connection: PostgresConnection) throws(LedgerError) -> String? {
        guard try kind(connection, name) != .absent else { return nil }
        var (kept, number) = (self.name(name, "_before_restore"), 1)
        while try kind(connection, kept) != .absent {
            number += 1
            kept = self.name(name, "_before_restore_\(number)")
        }
        try connection.sendText("ALTER SCHEMA \(quoted(name)) RENAME TO \(quoted(kept))")
        return kept
    }
}
