package import SalesDomain

package struct Accounts {
    let transaction: any Transaction

    package func find(_ name: String) throws -> (id: Account.ID, row: AccountRow)? {
        try transaction.first(AccountSQL.find, [.text(name)]) { ($0.key(0), AccountRow($0)) }
    }

    package func row(_ id: Account.ID) throws -> AccountRow? {
        try transaction.first(AccountSQL.row, [Value(id)]) { AccountRow($0) }
    }

    package func put(_ row: AccountRow) throws -> Put<Account.ID> {
        try transaction.put(
            row, over: try find(row.name), add: { Key(try transaction.insert(AccountSQL.add, row.values)) },
            change: { try transaction.run(AccountSQL.change, row.values + [Value($0)]) })
    }

    /// In the order of names.
    package func each(_ body: (Account.ID, AccountRow) throws -> Void) throws {
        try transaction.each(AccountSQL.all) { try body($0.key(0), AccountRow($0)) }
    }
}

package struct AccountRow: Sendable, Equatable {
    package let name: String
    package var industry: String?
    package var country: String?
    package var owner: Employee.ID?
    package var taxID: String?
    package var phone: String?

    package init(
        name: String, industry: String? = nil, country: String? = nil, owner: Employee.ID? = nil,
        taxID: String? = nil, phone: String? = nil
    ) {
        self.name = name
        self.industry = industry
        self.country = country
        self.owner = owner
        self.taxID = taxID
        self.phone = phone
    }

    fileprivate init(_ row: Row) {
        self.init(
            name: row.text(1), industry: row.maybeText(2), country: row.maybeText(3), owner: row.maybeKey(4),
            taxID: row.maybeText(5), phone: row.maybeText(6))
    }

    fileprivate var values: [Value] {
        [
            .text(name), .text(TextKey.folded(name)), .bytes(TextKey.order(name)), Value(industry), Value(country),
            Value(owner), Value(taxID), Value(phone),
        ]
    }
}

extension Transaction {
    package var accounts: Accounts { Accounts(transaction: self) }
}

private enum AccountSQL {
    static let add: SQL = """
        INSERT INTO accounts (name, folded, sort_key, industry, country, owner, tax_id, phone)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
        """
    static let change: SQL = """
        UPDATE accounts SET name = $1, folded = $2, sort_key = $3, industry = $4, country = $5, owner = $6, tax_id = $7,
            phone = $8
        WHERE id = $9
        """
    static let find: SQL = """
        SELECT id, name, industry, country, owner, tax_id, phone FROM accounts WHERE name = $1
        """
    static let row: SQL = "SELECT id, name, industry, country, owner, tax_id, phone FROM accounts WHERE id = $1"
    static let all: SQL = """
        SELECT id, name, industry, country, owner, tax_id, phone FROM accounts ORDER BY sort_key, id
        """
}
