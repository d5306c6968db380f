package import SalesDomain

/// What was said of the company's own records otherwise before. Never edited.
package struct CompanyLog {
    let transaction: any Transaction

    /// In order of recording; of one instant in the order in which they were entered.
    package func all() throws -> [CompanyChange] {
        try transaction.all(CompanyLogSQL.all) { CompanyChange($0) }.compactMap(\.self)
    }

    package func append(_ change: CompanyChange, in batch: Batch.ID) throws {
        try transaction.run(
            CompanyLogSQL.add, [Value(batch), Value(change.recordedAt), Value(change.field)] + change.values)
    }

    /// Since when deals are known to have stood at a stage; nil: none ever did.
    package func firstStanding(at stage: Stage.ID) throws -> Instant? {
        try transaction.first(
            CompanyLogSQL.firstStanding, [Value(stage), .int(Int64(Deal.Field.stage.rawValue))]
        ) { $0.maybeInstant(0) } ?? nil
    }
}

extension Transaction {
    package var companyLog: CompanyLog { CompanyLog(transaction: self) }
}

extension CompanyChange {
    /// Nil for a row that this program cannot have written.
    fileprivate init?(_ row: Row) {
        let (old, new) = (row.maybeText(6), row.maybeText(7))
        func pair<Said: Sendable & Equatable>(_ read: (String?) -> Said) -> Pair<Said> {
            Pair(old: read(old), new: read(new))
        }
        let what: What
        switch Field(rawValue: row.text(1)) {
        case .basis: what = .basis(pair { $0.flatMap { Company.Basis(rawValue: $0) } ?? .won })
        case .parent: what = .parent(of: row.key(2), pair { $0.flatMap { Int64($0) }.map { Key($0) } })
        case .active: what = .active(row.key(3), pair { $0 == CompanyChange.yes })
        case .price: what = .price(row.key(4), pair { $0.flatMap(CompanyChange.money) })
        case .cost: what = .cost(row.key(4), pair { $0.flatMap(CompanyChange.money) })
        case .stage: what = .stage(row.key(5))
        case nil: return nil
        }
        self.init(what, recordedAt: row.instant(0))
    }

    /// Department, employee, product, stage, and what was said before and now.
    fileprivate var values: [Value] {
        func record(_ place: Int, _ number: Int64?) -> [Value] {
            (0..<4).map { $0 == place ? Value(number) : .null }
        }
        switch what {
        case .basis(let pair): return record(0, nil) + [.text(pair.old.rawValue), .text(pair.new.rawValue)]
        case .parent(let department, let pair):
            return record(0, department.number)
                + [pair.old, pair.new].map { Value($0.map { String($0.number) }) }
        case .active(let person, let pair):
            return record(1, person.number)
                + [pair.old, pair.new].map { .text($0 ? CompanyChange.yes : CompanyChange.no) }
        case .price(let product, let pair), .cost(let product, let pair):
            return record(2, product.number) + [pair.old, pair.new].map { Value($0.map(CompanyChange.text)) }
        case .stage(let stage): return record(3, stage.number) + [.null, .null]
        }
    }

    private static let (yes, no) = ("1", "0")

    /// Minor units and currency: `12000 UAH`.
    private static func text(_ money: Money) -> String { "\(money.minorUnits) \(money.currency.code)" }

    private static func money(_ text: String) -> Money? {
        let words = text.split(separator: " ")
        guard words.count == 2, let units = Int64(words[0]), let currency = Currency(code: String(words[1])) else {
            return nil
        }
        return Money(minorUnits: units, currency: currency)
    }
}

private enum CompanyLogSQL {
    static let add: SQL = """
        INSERT INTO company_log (batch, recorded_at, field, department, employee, product, stage, old, new)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """
    static let all: SQL = """
        SELECT recorded_at, field, department, employee, product, stage, old, new FROM company_log
        ORDER BY recorded_at, id
        """
    static let firstStanding: SQL = """
        SELECT MIN(first) FROM (
            SELECT MIN(recorded_at) AS first FROM deals WHERE stage = $1
            UNION ALL SELECT MIN(recorded_at) FROM deals_retold WHERE stage = $1
            UNION ALL SELECT MIN(recorded_at) FROM deal_log WHERE field = $2 AND (new = $1 OR old = $1)
        ) AS known
        """
}
