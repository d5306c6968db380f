package import SalesDomain

/// Something that somebody did, as it was noted.
package struct LastDeed: Sendable, Equatable {
    package let deed: String
    package let subject: String
    package let at: Instant
    /// Nil: whoever had the database in hand.
    package let by: User?
}

extension Transaction {
    /// What was done last about something; nil: nothing.
    package func lastDeed(on subject: String) throws -> LastDeed? {
        try first(DeedSQL.on, [.text(subject)]) { LastDeed($0) }
    }

    /// What was done about everything whose subject begins so, the latest first, at most fifty.
    package func deeds(onSubjectsFrom beginning: String) throws -> [LastDeed] {
        try all(DeedSQL.from, [.text(beginning)]) { LastDeed($0) }
    }

    /// When something was written by a deed last, such as `import quotas`; nil: never.
    package func lastBatch(_ deed: String) throws -> Instant? {
        try first(DeedSQL.lastBatch, [.text(deed)]) { $0.maybeInstant(0) } ?? nil
    }
}

extension LastDeed {
    fileprivate init(_ row: Row) {
        self.init(
            deed: row.text(7), subject: row.text(8), at: row.instant(9), by: row.maybeInt(0) == nil ? nil : User(row))
    }
}

private enum DeedSQL {
    static let on: SQL = """
        SELECT users.id, users.name, users.role, users.employee, users.called, users.language, users.active,
            deeds.deed, deeds.subject, deeds.done_at
        FROM deeds LEFT JOIN users ON users.id = deeds.account
        WHERE deeds.subject = $1 ORDER BY deeds.id DESC LIMIT 1
        """
    static let from: SQL = """
        SELECT users.id, users.name, users.role, users.employee, users.called, users.language, users.active,
            deeds.deed, deeds.subject, deeds.done_at
        FROM deeds LEFT JOIN users ON users.id = deeds.account
        WHERE substr(deeds.subject, 1, length($1)) = $1 ORDER BY deeds.id DESC LIMIT 50
        """
    static let lastBatch: SQL = "SELECT max(recorded_at) FROM batches WHERE deed = $1"
}
