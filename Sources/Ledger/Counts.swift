/// How many records of each kind are in the books, in the order of the exchange format.
package struct Counts: Sendable, Equatable {
    package let rows: [(kind: String, count: Int)]

    package init(_ ledger: any Transaction) throws {
        rows = try CountSQL.all.map { (kind: $0.kind, count: Int(try ledger.number($0.question))) }
    }

    package static func == (left: Counts, right: Counts) -> Bool {
        left.rows.elementsEqual(right.rows) { $0 == $1 }
    }

    package subscript(kind: String) -> Int? { rows.first { $0.kind == kind }?.count }
}

private enum CountSQL {
    static let all: [(kind: String, question: SQL)] = [
        ("departments", "SELECT count(*) FROM departments"),
        ("employees", "SELECT count(*) FROM employees"),
        ("memberships", "SELECT count(*) FROM memberships"),
        ("absences", "SELECT count(*) FROM absences"),
        ("calendar_days", "SELECT count(*) FROM calendar_days"),
        ("pipelines", "SELECT count(*) FROM pipelines"),
        ("stages", "SELECT count(*) FROM stages"),
        ("products", "SELECT count(*) FROM products"),
        ("company_log", "SELECT count(*) FROM company_log"),
        ("accounts", "SELECT count(*) FROM accounts"),
        ("contacts", "SELECT count(*) FROM contacts"),
        ("deals", "SELECT count(*) FROM deals"),
        ("deal_lines", "SELECT count(*) FROM deal_lines"),
        ("splits", "SELECT count(*) FROM splits"),
        ("deal_log", "SELECT count(*) FROM deal_log"),
        ("payments", "SELECT count(*) FROM payments"),
        ("activities", "SELECT count(*) FROM activities"),
        ("quotas", "SELECT count(*) FROM quotas"),
        ("rates", "SELECT count(*) FROM rates"),
        ("series_points", "SELECT count(*) FROM series_points"),
        ("commission_plans", "SELECT count(*) FROM commission_plans"),
        ("commission_rules", "SELECT count(*) FROM commission_rules"),
        ("commission_members", "SELECT count(*) FROM commission_members"),
        ("commission_statements", "SELECT count(*) FROM commission_statements"),
        ("commission_lines", "SELECT count(*) FROM commission_lines"),
        ("grants", "SELECT count(*) FROM grants"),
        ("reference_funnels", "SELECT count(*) FROM reference_funnels"),
        ("headlines", "SELECT count(*) FROM headlines"),
        ("forecast_record", "SELECT count(*) FROM forecast_record"),
        ("submissions", "SELECT count(*) FROM submissions"),
        ("corrective_actions", "SELECT count(*) FROM corrective_actions"),
        ("alert_snoozes", "SELECT count(*) FROM alert_snoozes"),
        ("imports", "SELECT count(*) FROM imports"),
        ("users", "SELECT count(*) FROM users"),
    ]
}
