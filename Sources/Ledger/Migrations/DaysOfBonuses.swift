extension Migration {
    /// A deal that is paid in parts stands in a statement with each of its days.
    static let daysOfBonuses = Migration(
        number: 8, name: "days of bonuses", statements: [.both("ALTER TABLE commission_lines ADD COLUMN day {int}")])
}
