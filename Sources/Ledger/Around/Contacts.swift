package import SalesDomain

package struct Contacts {
    let transaction: any Transaction

    package func find(_ externalID: String, of source: Source.ID) throws -> (id: Contact.ID, row: ContactRow)? {
        try transaction.first(ContactSQL.find, [Value(source), .text(externalID)]) { ($0.key(0), ContactRow($0)) }
    }

    /// Says that these will be looked for.
    package func foresee(_ externalIDs: [String], of source: Source.ID) throws {
        try transaction.foresee(ContactSQL.find) { externalIDs.map { [Value(source), .text($0)] } }
    }

    package func put(_ row: ContactRow) throws -> Put<Contact.ID> {
        defer { transaction.forget(ContactSQL.find, [Value(row.source), .text(row.externalID)]) }
        return try transaction.put(
            row, over: try find(row.externalID, of: row.source),
            add: { Key(try transaction.insert(ContactSQL.add, row.values)) },
            change: { try transaction.run(ContactSQL.change, row.values + [Value($0)]) })
    }

    /// In ascending order of id.
    package func each(_ body: (Contact.ID, ContactRow) throws -> Void) throws {
        try transaction.each(ContactSQL.all) { try body($0.key(0), ContactRow($0)) }
    }
}

package struct ContactRow: Sendable, Equatable {
    package let source: Source.ID
    package let externalID: String
    package var account: Account.ID?
    package var name: String?
    package var email: String?
    package var phone: String?
    package var job: String?

    package init(
        source: Source.ID, externalID: String, account: Account.ID? = nil, name: String? = nil, email: String? = nil,
        phone: String? = nil, job: String? = nil
    ) {
        self.source = source
        self.externalID = externalID
        self.account = account
        self.name = name
        self.email = email
        self.phone = phone
        self.job = job
    }

    fileprivate init(_ row: Row) {
        self.init(
            source: row.key(1), externalID: row.text(2), account: row.maybeKey(3), name: row.maybeText(4),
            email: row.maybeText(5), phone: row.maybeText(6), job: row.maybeText(7))
    }

    fileprivate var values: [Value] {
        [
            Value(source), .text(externalID), Value(account), Value(name), .text(TextKey.folded(name ?? "")),
            .bytes(TextKey.order(name ?? "")), Value(email), Value(phone), Value(job),
        ]
    }
}

extension Transaction {
    package var contacts: Contacts { Contacts(transaction: self) }
}

private enum ContactSQL {
    static let add: SQL = """
        INSERT INTO contacts (source, external_id, account, name, folded, sort_key, email, phone, job)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id
        """
    static let change: SQL = """
        UPDATE contacts SET source = $1, external_id = $2, account = $3, name = $4, folded = $5, sort_key = $6,
            email = $7, phone = $8, job = $9
        WHERE id = $10
        """
    static let find: SQL = """
        SELECT id, source, external_id, account, name, email, phone, job
        FROM contacts WHERE source = $1 AND external_id = $2
        """
    static let all: SQL = "SELECT id, source, external_id, account, name, email, phone, job FROM contacts ORDER BY id"
}
