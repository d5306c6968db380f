/// What the company says about itself, by the keys of the exchange format (`name`, `time_zone`, `base_currency`, …).
extension Transaction {
    package func settings() throws -> [String: String] {
        Dictionary(try all(SettingSQL.all) { ($0.text(0), $0.text(1)) }, uniquingKeysWith: { _, last in last })
    }

    package func setSetting(_ key: String, _ value: String) throws {
        try run(SettingSQL.drop, [.text(key)])
        try run(SettingSQL.add, [.text(key), .text(value)])
    }
}

private enum SettingSQL {
    static let all: SQL = "SELECT key, value FROM settings ORDER BY key"
    static let drop: SQL = "DELETE FROM settings WHERE key = $1"
    static let add: SQL = "INSERT INTO settings (key, value) VALUES ($1, $2)"
}
