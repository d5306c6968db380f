internal import Foundation
package import SalesDomain

/// Somebody who signs in. An employee's account sees what the employee may see; an account without one, what its role may.
package struct User: Hashable, Sendable {
    package typealias ID = Key<User>
    package let id: ID
    /// What is typed at signing in.
    package let name: String
    package let role: Role
    package let employee: Employee.ID?
    /// The person's own name, where no employee's record has it.
    package let called: String?
    /// Nil: nobody has chosen yet.
    package let language: Company.Language?
    package let active: Bool

    /// Names that differ in case or in composition only are one name.
    package static func folded(_ name: String) -> String {
        TextKey.folded(name.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping)
    }
}

/// A password as it is stored: what scrypt made of it, and with which cost.
package struct PasswordHash: Sendable, Equatable {
    package let salt: [UInt8]
    package let hash: [UInt8]
    package let rounds: Int
    package let blockSize: Int
    package let parallelism: Int
    package init(salt: [UInt8], hash: [UInt8], rounds: Int, blockSize: Int, parallelism: Int) {
        self.salt = salt
        self.hash = hash
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }
}

extension Transaction {
    package func hasUsers() throws -> Bool { try number(UserSQL.any) > 0 }

    /// In order of name as stored; the caller sorts for people.
    package func users() throws -> [User] { try all(UserSQL.list) { User($0) } }

    package func user(named name: String) throws -> (user: User, password: PasswordHash)? {
        try first(UserSQL.named, [.text(User.folded(name))]) { row in
            (
                User(row),
                PasswordHash(
                    salt: row.bytes(7), hash: row.bytes(8), rounds: Int(row.int(9)), blockSize: Int(row.int(10)),
                    parallelism: Int(row.int(11)))
            )
        }
    }

    /// Throws `broken(.unique)` when the name is taken.
    @discardableResult
    package func addUser(
        named name: String, password: PasswordHash, role: Role, employee: Employee.ID?, called: String? = nil,
        language: Company.Language?, at now: Instant
    ) throws -> User.ID {
        Key(
            try insert(
                UserSQL.add,
                [
                    .text(name.trimmingCharacters(in: .whitespacesAndNewlines)), .text(User.folded(name)),
                    .bytes(password.salt), .bytes(password.hash), Value(password.rounds), Value(password.blockSize),
                    Value(password.parallelism), Value(role), Value(employee), Value(called), Value(language),
                    Value(now),
                ]))
    }

    /// Ends the user's sessions too: whoever knew the old password is out.
    package func setPassword(_ password: PasswordHash, of user: User.ID) throws {
        try run(
            UserSQL.password,
            [
                .bytes(password.salt), .bytes(password.hash), Value(password.rounds), Value(password.blockSize),
                Value(password.parallelism), Value(user),
            ])
        try endSessions(of: user)
    }

    package func setLanguage(_ language: Company.Language, of user: User.ID) throws {
        try run(UserSQL.language, [Value(language), Value(user)])
    }

    /// Closes an account, and ends its sessions and its tokens, or opens it again.
    package func setActive(_ active: Bool, of user: User.ID, at now: Instant) throws {
        try run(UserSQL.active, [Value(active), Value(user)])
        guard !active else { return }
        try endSessions(of: user)
        try withdrawTokens(of: user, at: now)
    }

    /// Whether it is the account of an employee who no longer works here.
    package func hasLeft(_ user: User) throws -> Bool {
        guard let employee = user.employee else { return false }
        return try number(UserSQL.left, [Value(employee)]) > 0
    }

    /// When a deed of this kind was done last; nil: never.
    package func last(_ deed: String) throws -> Instant? {
        try first(UserSQL.lastDeed, [.text(deed)]) { $0.maybeInstant(0) } ?? nil
    }

    /// Writes who did what and when; `subject` is a kind and a number (`user:3`).
    package func note(_ deed: String, on subject: String, by user: User.ID?, at now: Instant) throws {
        try run(UserSQL.note, [Value(now), Value(user), .text(deed), .text(subject)])
    }
}

extension User {
    init(_ row: Row) {
        self.init(
            id: row.key(0), name: row.text(1), role: row.name(2), employee: row.maybeKey(3), called: row.maybeText(4),
            language: row.maybeName(5), active: row.bool(6))
    }
}

private enum UserSQL {
    static let any: SQL = "SELECT count(*) FROM (SELECT id FROM users LIMIT 1) found"
    static let list: SQL = "SELECT id, name, role, employee, called, language, active FROM users ORDER BY folded"
    static let named: SQL = """
        SELECT id, name, role, employee, called, language, active, salt, hash, rounds, block_size, parallelism
        FROM users WHERE folded = $1
        """
    static let add: SQL = """
        INSERT INTO users (name, folded, salt, hash, rounds, block_size, parallelism, role, employee, called, language,
            active, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12) RETURNING id
        """
    static let password: SQL = """
        UPDATE users SET salt = $1, hash = $2, rounds = $3, block_size = $4, parallelism = $5 WHERE id = $6
        """
    static let language: SQL = "UPDATE users SET language = $1 WHERE id = $2"
    static let active: SQL = "UPDATE users SET active = $1 WHERE id = $2"
    static let left: SQL = "SELECT count(*) FROM employees WHERE id = $1 AND active = 0"
    static let lastDeed: SQL = "SELECT max(done_at) FROM deeds WHERE deed = $1"
    static let note: SQL = "INSERT INTO deeds (done_at, account, deed, subject) VALUES ($1, $2, $3, $4)"
}
