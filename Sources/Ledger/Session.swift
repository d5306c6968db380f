package import SalesDomain

/// Sessions and the set-up code are kept as digests: whoever reads the database cannot sign in with what is in it.
extension Transaction {
    package func openSession(_ digest: [UInt8], of user: User.ID, at now: Instant, until end: Instant) throws {
        try run(SessionSQL.sweep, [Value(now)])
        try run(SessionSQL.open, [.bytes(digest), Value(user), Value(now), Value(end)])
    }

    /// Nil when there is no such session, when it has run out, when the account is closed, or when whose it is has left.
    package func user(ofSession digest: [UInt8], at now: Instant) throws -> User? {
        try first(SessionSQL.find, [.bytes(digest), Value(now)]) { User($0) }
    }

    package func endSession(_ digest: [UInt8]) throws { try run(SessionSQL.end, [.bytes(digest)]) }
    package func endSessions(of user: User.ID) throws { try run(SessionSQL.endAll, [Value(user)]) }

    /// Replaces the code that opens the first run.
    package func setSetUpCode(_ digest: [UInt8], at now: Instant) throws {
        try dropSetUpCode()
        try run(SessionSQL.setCode, [.bytes(digest), Value(now)])
    }

    package func setUpCode() throws -> [UInt8]? { try first(SessionSQL.code) { $0.bytes(0) } }
    package func dropSetUpCode() throws { try run(SessionSQL.dropCode) }
}

private enum SessionSQL {
    static let sweep: SQL = "DELETE FROM sessions WHERE expires_at <= $1"
    static let open: SQL = "INSERT INTO sessions (digest, account, created_at, expires_at) VALUES ($1, $2, $3, $4)"
    static let find: SQL = """
        SELECT users.id, users.name, users.role, users.employee, users.called, users.language, users.active
        FROM sessions JOIN users ON users.id = sessions.account LEFT JOIN employees ON employees.id = users.employee
        WHERE sessions.digest = $1 AND sessions.expires_at > $2 AND users.active = 1
            AND coalesce(employees.active, 1) = 1
        """
    static let end: SQL = "DELETE FROM sessions WHERE digest = $1"
    static let endAll: SQL = "DELETE FROM sessions WHERE account = $1"
    static let setCode: SQL = "INSERT INTO setup_codes (id, digest, created_at) VALUES (1, $1, $2)"
    static let code: SQL = "SELECT digest FROM setup_codes WHERE id = 1"
    static let dropCode: SQL = "DELETE FROM setup_codes"
}
