import SalesDomain

/// One change of one of the company's own records: what was said before, and what from an instant on.
package struct CompanyLogRecord: ExchangeRecord {
    package static let file = ExchangeFile.companyLog
    package let recordedAt: Instant
    package let what: What

    /// Of whom or what, by name.
    package enum What: Sendable, Equatable {
        case basis(CompanyChange.Pair<Company.Basis>)
        case parent(of: String, CompanyChange.Pair<String?>)
        case active(String, CompanyChange.Pair<Bool>)
        case price(String, CompanyChange.Pair<Money?>)
        case cost(String, CompanyChange.Pair<Money?>)
        case stage(String, pipeline: String)
    }

    package init(recordedAt: Instant, what: What) {
        self.recordedAt = recordedAt
        self.what = what
    }

    package init(_ fields: Fields) throws(Refusal) {
        recordedAt = try fields.neededRecorded(.recorded_at)
        guard let field = try fields.choice(.field, CompanyChange.Field.self) else {
            throw fields.refusal(.field, .valueMissing)
        }
        switch field {
        case .basis:
            guard let old = try fields.choice(.old, Company.Basis.self) else {
                throw fields.refusal(.old, .valueMissing)
            }
            guard let new = try fields.choice(.new, Company.Basis.self) else {
                throw fields.refusal(.new, .valueMissing)
            }
            what = .basis(.init(old: old, new: new))
        case .parent:
            what = .parent(
                of: try fields.needed(.department), .init(old: try fields.text(.old), new: try fields.text(.new)))
        case .active:
            guard let old = try fields.flag(.old) else { throw fields.refusal(.old, .valueMissing) }
            guard let new = try fields.flag(.new) else { throw fields.refusal(.new, .valueMissing) }
            what = .active(try fields.needed(.employee_id), .init(old: old, new: new))
        case .price: what = .price(try fields.needed(.product), try fields.prices())
        case .cost: what = .cost(try fields.needed(.product), try fields.prices())
        case .stage: what = .stage(try fields.needed(.stage), pipeline: try fields.needed(.pipeline))
        }
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(recordedAt, in: calendar)
        switch what {
        case .basis(let pair):
            line.add(.basis, old: pair.old.rawValue, new: pair.new.rawValue)
        case .parent(let department, let pair):
            line.add(.parent, department: department, old: pair.old, new: pair.new)
        case .active(let person, let pair):
            line.add(.active, employee: person, old: YesNo(pair.old).rawValue, new: YesNo(pair.new).rawValue)
        case .price(let product, let pair):
            line.add(.price, product: product, old: pair.old?.withCurrency, new: pair.new?.withCurrency)
        case .cost(let product, let pair):
            line.add(.cost, product: product, old: pair.old?.withCurrency, new: pair.new?.withCurrency)
        case .stage(let stage, let pipeline):
            line.add(.stage, pipeline: pipeline, stage: stage, old: nil, new: nil)
        }
    }
}

extension Fields {
    fileprivate func prices() throws(Refusal) -> CompanyChange.Pair<Money?> {
        .init(old: try moneyWithCurrency(.old), new: try moneyWithCurrency(.new))
    }

    /// Reads `120.00 UAH`.
    private func moneyWithCurrency(_ column: Column) throws(Refusal) -> Money? {
        guard let text = try text(column) else { return nil }
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 2 else { throw refusal(column, .notANumber(text)) }
        guard let currency = Currency(code: words[1]) else { throw refusal(column, .currencyUnknown(words[1])) }
        return try Amount(text: words[0]).money(in: currency) { (reason) in refusal(column, reason) }
    }
}

extension Money {
    /// `120.00 UAH`.
    fileprivate var withCurrency: String { "\(decimal) \(currency.code)" }
}

extension CSVWriter {
    fileprivate mutating func add(
        _ field: CompanyChange.Field, department: String? = nil, employee: String? = nil, product: String? = nil,
        pipeline: String? = nil, stage: String? = nil, old: String?, new: String?
    ) {
        add(field.rawValue)
        for value in [department, employee, product, pipeline, stage, old, new] { add(value) }
    }
}
