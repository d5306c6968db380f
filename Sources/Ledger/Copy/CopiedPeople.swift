extension CopiedTable {
    /// Who signs in, and what they did.
    static let people: [CopiedTable] = [
        CopiedTable(
            "users", columns: 14, count: "SELECT count(*) FROM users",
            read: """
                SELECT id, name, folded, salt, hash, rounds, block_size, parallelism, role,
                    employee, called, language, active, created_at FROM users ORDER BY id
                """,
            write: """
                INSERT INTO users (id, name, folded, salt, hash, rounds, block_size, parallelism,
                    role, employee, called, language, active, created_at) VALUES ($1, $2, $3, $4,
                    $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
                """),
        CopiedTable(
            "sessions", columns: 4, count: "SELECT count(*) FROM sessions",
            read: "SELECT digest, account, created_at, expires_at FROM sessions ORDER BY digest",
            write: "INSERT INTO sessions (digest, account, created_at, expires_at) VALUES ($1, $2, $3, $4)"),
        CopiedTable(
            "tokens", columns: 8, count: "SELECT count(*) FROM tokens",
            read: """
                SELECT id, digest, account, name, created_at, expires_at, revoked_at, used_day FROM tokens ORDER BY id
                """,
            write: """
                INSERT INTO tokens (id, digest, account, name, created_at, expires_at, revoked_at, used_day)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """),
        CopiedTable(
            "setup_codes", columns: 3, count: "SELECT count(*) FROM setup_codes",
            read: "SELECT id, digest, created_at FROM setup_codes ORDER BY id",
            write: "INSERT INTO setup_codes (id, digest, created_at) VALUES ($1, $2, $3)"),
        CopiedTable(
            "deeds", columns: 6, count: "SELECT count(*) FROM deeds",
            read: "SELECT id, done_at, account, deed, subject, batch FROM deeds ORDER BY id",
            write: "INSERT INTO deeds (id, done_at, account, deed, subject, batch) VALUES ($1, $2, $3, $4, $5, $6)"),
    ]
}
