import SalesDomain

/// One setting of the company.
package enum CompanyRecord: ExchangeRecord {
    case name(String)
    case timeZone(Zone)
    case baseCurrency(Currency)
    case fiscalYearStart(CompanyCalendar.FiscalStart)
    case language(Company.Language)
    case basis(Company.Basis)
    case amounts(Company.Amounts)

    package enum Key: String, CaseIterable, Sendable {
        case name
        case timeZone = "time_zone"
        case baseCurrency = "base_currency"
        case fiscalYearStart = "fiscal_year_start"
        case language, basis, amounts
    }

    package static let file = ExchangeFile.company

    package init(_ fields: Fields) throws(Refusal) {
        guard let key = try fields.choice(.key, Key.self) else { throw fields.refusal(.key, .valueMissing) }
        let value = try fields.needed(.value)
        guard let record = CompanyRecord(key, value) else {
            throw fields.refusal(.value, CompanyRecord.reason(key, value))
        }
        self = record
    }

    /// Nil when it is no such value.
    package init?(_ key: Key, _ value: String) {
        let record: CompanyRecord? =
            switch key {
            case .name: .name(value)
            case .timeZone: Zone(identifier: value).map { .timeZone($0) }
            case .baseCurrency: Currency(code: value).map { .baseCurrency($0) }
            case .fiscalYearStart: CompanyCalendar.FiscalStart(text: value).map { .fiscalYearStart($0) }
            case .language: Company.Language(rawValue: value).map { .language($0) }
            case .basis: Company.Basis(rawValue: value).map { .basis($0) }
            case .amounts: Company.Amounts(rawValue: value).map { .amounts($0) }
            }
        guard let record else { return nil }
        self = record
    }

    private static func reason(_ key: Key, _ value: String) -> Refusal.Reason {
        switch key {
        case .name: .valueMissing
        case .timeZone: .notAZone(value)
        case .baseCurrency: .currencyUnknown(value)
        case .fiscalYearStart: .notAYearStart(value)
        case .language: .notOneOf(value, allowed: Company.Language.allCases.map(\.rawValue))
        case .basis: .notOneOf(value, allowed: Company.Basis.allCases.map(\.rawValue))
        case .amounts: .notOneOf(value, allowed: Company.Amounts.allCases.map(\.rawValue))
        }
    }

    package var key: Key {
        switch self {
        case .name: .name
        case .timeZone: .timeZone
        case .baseCurrency: .baseCurrency
        case .fiscalYearStart: .fiscalYearStart
        case .language: .language
        case .basis: .basis
        case .amounts: .amounts
        }
    }

    /// As it is written.
    package var value: String {
        switch self {
        case .name(let name): name
        case .timeZone(let zone): zone.identifier
        case .baseCurrency(let currency): currency.code
        case .fiscalYearStart(let start): start.text
        case .language(let language): language.rawValue
        case .basis(let basis): basis.rawValue
        case .amounts(let amounts): amounts.rawValue
        }
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(key.rawValue)
        line.add(value)
    }
}

extension CompanyCalendar.FiscalStart {
    /// Reads `04-01`.
    package init?(text: String) {
        guard let day = Day(iso: "2001-" + text) else { return nil }
        self.init(month: day.month, day: day.civil.day)
    }

    package var text: String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(two(month))-\(two(day))"
    }
}
