package import SalesDomain

package struct Products {
    let transaction: any Transaction

    package func find(_ name: String) throws -> (id: Product.ID, row: ProductRow)? {
        try transaction.first(ProductSQL.find, [.text(name)]) { ($0.key(0), ProductRow($0)) }
    }

    package func put(_ row: ProductRow, by telling: Telling) throws -> Put<Product.ID> {
        try transaction.put(
            row, over: try find(row.name), by: telling, told: (ProductSQL.told, ProductSQL.tell),
            changes: { row.changes(of: $0, since: $1) },
            add: { Key(try transaction.insert(ProductSQL.add, row.values)) },
            change: { try transaction.run(ProductSQL.change, row.values + [Value($0)]) })
    }

    /// The product of that name; it is added, with nothing but its name, when there is none.
    package func id(of name: String) throws -> Product.ID {
        try find(name)?.id ?? Key(try transaction.insert(ProductSQL.add, ProductRow(name: name).values))
    }

    /// When the file was made that told of it last; nil: none did.
    package func toldAt(_ id: Product.ID) throws -> Instant? {
        try transaction.first(ProductSQL.told, [Value(id)]) { $0.maybeInstant(0) } ?? nil
    }

    /// In the order of names.
    package func all() throws -> [(id: Product.ID, row: ProductRow)] {
        try transaction.all(ProductSQL.all) { ($0.key(0), ProductRow($0)) }
    }
}

package struct ProductRow: Sendable, Equatable {
    package let name: String
    /// Minor units of `currency`, as is `cost`.
    package var price: Int64?
    package var cost: Int64?
    package var currency: Currency?

    package init(name: String, price: Int64? = nil, cost: Int64? = nil, currency: Currency? = nil) {
        self.name = name
        self.price = price
        self.cost = cost
        self.currency = currency
    }

    fileprivate init(_ row: Row) {
        self.init(
            name: row.text(1), price: row.maybeInt(2), cost: row.maybeInt(3),
            currency: row.maybeText(4).flatMap { Currency(code: $0) })
    }

    fileprivate var values: [Value] {
        [.text(name), .bytes(TextKey.order(name)), Value(price), Value(cost), Value(currency?.code)]
    }

    package func product(_ id: Product.ID) -> Product {
        Product(id: id, name: name, price: money(price), cost: money(cost))
    }

    fileprivate func changes(of id: Product.ID, since old: ProductRow) -> [CompanyChange.What] {
        let (was, now) = (old.product(id), product(id))
        let price = CompanyChange.What.price(id, .init(old: was.price, new: now.price))
        let cost = CompanyChange.What.cost(id, .init(old: was.cost, new: now.cost))
        return (was.price == now.price ? [] : [price]) + (was.cost == now.cost ? [] : [cost])
    }

    private func money(_ units: Int64?) -> Money? {
        units.flatMap { units in currency.map { Money(minorUnits: units, currency: $0) } }
    }
}

extension Transaction {
    package var products: Products { Products(transaction: self) }
}

private enum ProductSQL {
    static let add: SQL = """
        INSERT INTO products (name, sort_key, price, cost, currency) VALUES ($1, $2, $3, $4, $5) RETURNING id
        """
    static let change: SQL = """
        UPDATE products SET name = $1, sort_key = $2, price = $3, cost = $4, currency = $5 WHERE id = $6
        """
    static let told: SQL = "SELECT told_at FROM products WHERE id = $1"
    static let tell: SQL = "UPDATE products SET told_at = $2 WHERE id = $1"
    static let find: SQL = "SELECT id, name, price, cost, currency FROM products WHERE name = $1"
    static let all: SQL = "SELECT id, name, price, cost, currency FROM products ORDER BY sort_key, id"
}
