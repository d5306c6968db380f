package import SalesDomain

/// What a program shows in the place of a person: it sees what its person may see, and ends with them. Only its digest is
/// stored.
package struct Token: Hashable, Sendable {
    package typealias ID = Key<Token>
    package let id: ID
    package let account: User.ID
    /// As its person calls it.
    package let name: String
    package let createdAt: Instant
    /// From when on it opens nothing; nil: it has no end.
    package let expiresAt: Instant?
    package let withdrawnAt: Instant?
    /// On which it was used last, on the company's clock; nil: never.
    package let usedOn: Day?
}

extension Transaction {
    /// `digest`: what is stored of it.
    package func addToken(
        _ digest: [UInt8], named name: String, of user: User.ID, at now: Instant, until end: Instant?
    ) throws -> Token.ID {
        Key(
            try insert(
                TokenSQL.add, [.bytes(digest), Value(user), .text(name), Value(now), Value(end)]))
    }

    /// Nil when there is no such token, when it is withdrawn or has run out, when the account is closed, or when whose it
    /// is has left.
    package func user(ofToken digest: [UInt8], at now: Instant) throws -> (user: User, token: Token)? {
        try first(TokenSQL.find, [.bytes(digest), Value(now)]) { (User($0), Token($0, from: 7)) }
    }

    /// Everybody's, or one account's, withdrawn ones too, in the order in which they were made.
    package func tokens(of user: User.ID? = nil) throws -> [Token] {
        guard let user else { return try all(TokenSQL.list) { Token($0) } }
        return try all(TokenSQL.ofAccount, [Value(user)]) { Token($0) }
    }

    package func withdraw(_ token: Token.ID, at now: Instant) throws {
        try run(TokenSQL.withdraw, [Value(now), Value(token)])
    }

    /// All that an account has.
    package func withdrawTokens(of user: User.ID, at now: Instant) throws {
        try run(TokenSQL.withdrawAll, [Value(now), Value(user)])
    }

    /// All that the accounts of an employee have; gives how many that was.
    package func withdrawTokens(of employee: Employee.ID, at now: Instant) throws -> Int {
        let live = Int(try number(TokenSQL.live, [Value(employee), Value(now)]))
        try run(TokenSQL.withdrawEmployees, [Value(now), Value(employee)])
        return live
    }

    package func noteUse(of token: Token.ID, on day: Day) throws {
        try run(TokenSQL.used, [Value(day), Value(token)])
    }
}

extension Token {
    fileprivate init(_ row: Row, from first: Int = 0) {
        self.init(
            id: row.key(first), account: row.key(first + 1), name: row.text(first + 2),
            createdAt: row.instant(first + 3), expiresAt: row.maybeInstant(first + 4),
            withdrawnAt: row.maybeInstant(first + 5), usedOn: row.maybeDay(first + 6))
    }
}

private enum TokenSQL {
    static let add: SQL = """
        INSERT INTO tokens (digest, account, name, created_at, expires_at) VALUES ($1, $2, $3, $4, $5) RETURNING id
        """
    static let find: SQL = """
        SELECT users.id, users.name, users.role, users.employee, users.called, users.language, users.active,
            tokens.id, tokens.account, tokens.name, tokens.created_at, tokens.expires_at, tokens.revoked_at,
            tokens.used_day
        FROM tokens JOIN users ON users.id = tokens.account LEFT JOIN employees ON employees.id = users.employee
        WHERE tokens.digest = $1 AND tokens.revoked_at IS NULL
            AND (tokens.expires_at IS NULL OR tokens.expires_at > $2) AND users.active = 1
            AND coalesce(employees.active, 1) = 1
        """
    static let list: SQL = """
        SELECT id, account, name, created_at, expires_at, revoked_at, used_day FROM tokens ORDER BY id
        """
    static let ofAccount: SQL = """
        SELECT id, account, name, created_at, expires_at, revoked_at, used_day FROM tokens
        WHERE account = $1 ORDER BY id
        """
    static let withdraw: SQL = "UPDATE tokens SET revoked_at = $1 WHERE id = $2 AND revoked_at IS NULL"
    static let withdrawAll: SQL = "UPDATE tokens SET revoked_at = $1 WHERE account = $2 AND revoked_at IS NULL"
    static let live: SQL = """
        SELECT count(*) FROM tokens JOIN users ON users.id = tokens.account
        WHERE users.employee = $1 AND tokens.revoked_at IS NULL
            AND (tokens.expires_at IS NULL OR tokens.expires_at > $2)
        """
    static let withdrawEmployees: SQL = """
        UPDATE tokens SET revoked_at = $1
        WHERE revoked_at IS NULL AND account IN (SELECT id FROM users WHERE employee = $2)
        """
    static let used: SQL = "UPDATE tokens SET used_day = $1 WHERE id = $2"
}
