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
        switch key {
        case .name: self = .name(value)
        case .timeZone:
            guard let zone = Zone(identifier: value) else { throw fields.refusal(.value, .notAZone(value)) }
            self = .timeZone(zone)
        case .baseCurrency:
            guard let currency = try fields.currency(.value) else { throw fields.refusal(.value, .valueMissing) }
            self = .baseCurrency(currency)
        case .fiscalYearStart:
            guard let start = CompanyCalendar.FiscalStart(text: value) else {
                throw fields.refusal(.value, .notADay(value))
            }
            self = .fiscalYearStart(start)
        case .language: self = .language(try CompanyRecord.choice(fields))
        case .basis: self = .basis(try CompanyRecord.choice(fields))
        case .amounts: self = .amounts(try CompanyRecord.choice(fields))
        }
    }

    private static func choice<Choice: RawRepresentable<String> & CaseIterable>(_ fields: Fields) throws(Refusal)
        -> Choice
    {
        guard let choice = try fields.choice(.value, Choice.self) else { throw fields.refusal(.value, .valueMissing) }
        return choice
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
