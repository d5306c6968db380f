package import SalesDomain

/// What the company says about itself, key by key as `company.csv` has it.
package struct Settings {
    let transaction: any Transaction

    /// Answers whether anything changed. By a file: marks what it told of.
    @discardableResult
    package func set(_ key: String, _ value: String, by telling: Telling? = nil) throws -> Bool {
        let isNew = try self.value(key) != value
        if isNew { try transaction.run(SettingSQL.set, [.text(key), .text(value)]) }
        let told = try toldAt(key)
        if let telling, isNew || told == nil {
            try transaction.run(SettingSQL.tell, [.text(key), Value(telling.mark(after: told))])
        }
        return isNew
    }

    /// When the file was made that told of a setting last; nil: none did.
    package func toldAt(_ key: String) throws -> Instant? {
        try transaction.first(SettingSQL.toldAt, [.text(key)]) { $0.maybeInstant(0) } ?? nil
    }

    /// Whether some file has told of the company: then what it does not say has its default, and another word is a change.
    package func areTold() throws -> Bool { try transaction.number(SettingSQL.told) > 0 }

    package func value(_ key: String) throws -> String? {
        try transaction.first(SettingSQL.value, [.text(key)]) { $0.text(0) }
    }

    package func all() throws -> [(key: String, value: String)] {
        try transaction.all(SettingSQL.all) { ($0.text(0), $0.text(1)) }
    }

    /// The company as its settings and calendar make it; what was never said has its default (UTC, UAH, won, net, `uk`).
    package func company() throws -> Company {
        let known = Dictionary(uniqueKeysWithValues: try all().map { ($0.key, $0.value) })
        let zone = known["time_zone"].flatMap { Zone(identifier: $0) } ?? .utc
        return Company(
            name: known["name"] ?? "",
            baseCurrency: known["base_currency"].flatMap { Currency(code: $0) } ?? Settings.hryvnia,
            language: known["language"].flatMap { Company.Language(rawValue: $0) } ?? .uk,
            basis: known["basis"].flatMap { Company.Basis(rawValue: $0) } ?? .won,
            amounts: known["amounts"].flatMap { Company.Amounts(rawValue: $0) } ?? .net,
            calendar: CompanyCalendar(
                zone: zone, fiscalStart: Settings.fiscalStart(known["fiscal_year_start"]),
                exceptions: try transaction.calendarDays.exceptions()))
    }

    /// Reads `04-01`.
    private static func fiscalStart(_ text: String?) -> CompanyCalendar.FiscalStart {
        guard let text, let day = Day(iso: "2001-" + text) else { return .january }
        return CompanyCalendar.FiscalStart(month: day.month, day: day.civil.day) ?? .january
    }

    private static let hryvnia = Currency(code: "UAH")!
}

extension Transaction {
    package var settings: Settings { Settings(transaction: self) }
}

private enum SettingSQL {
    static let set: SQL = """
        INSERT INTO settings (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value
        """
    static let tell: SQL = "UPDATE settings SET told_at = $2 WHERE key = $1"
    static let toldAt: SQL = "SELECT told_at FROM settings WHERE key = $1"
    static let told: SQL = "SELECT count(*) FROM settings WHERE told_at IS NOT NULL"
    static let value: SQL = "SELECT value FROM settings WHERE key = $1"
    static let all: SQL = "SELECT key, value FROM settings ORDER BY key"
}
