package import SalesDomain
package import SalesReports

/// Bonuses of a period. As a table, a row for each person and time of accrual, or for each line of which they are made: by
/// rule and deal, of the statement where there is one, and what the next statement puts right.
package struct BonusesDocument: ReportDocument {
    /// A person's bonus, and what was kept of it.
    package struct Row: Sendable {
        package let bonus: BonusReport
        package let statement: CommissionStatement?
        /// What the next statement puts right of earlier ones; nil: not asked.
        package let pending: [CommissionLine]?
        package init(bonus: BonusReport, statement: CommissionStatement?, pending: [CommissionLine]? = nil) {
            self.bonus = bonus
            self.statement = statement
            self.pending = pending
        }
    }

    private let rows: [Row]
    private let head: ReportHead
    private let naming: Naming
    private let byDeal: Bool

    package init(_ rows: [Row], head: ReportHead, _ naming: Naming, byDeal: Bool = false) {
        self.byDeal = byDeal
        self.rows = rows
        self.head = head
        self.naming = naming
    }

    package var json: JSONValue {
        .object(
            naming.head(head) + [
                (
                    "rows",
                    .array(
                        rows.map { row in
                            let bonus = BonusDocument(bonus: row.bonus, naming: naming, currency: head.currency)
                            return .object([
                                ("employee_id", .string(naming.name(row.bonus.employee))), ("bonus", bonus.json),
                                ("statement", .money(row.statement?.total, head.currency)),
                                ("state", .string(row.statement?.state.rawValue)),
                                ("statement_lines", row.statement.map { bonus.lines($0.lines) } ?? .null),
                                ("pending_corrections", row.pending.map(bonus.lines) ?? .null),
                            ])
                        })
                )
            ])
    }

    package var table: ReportTable { byDeal ? BonusLinesTable(rows: rows, head: head, naming: naming).table : people }

    private var people: ReportTable {
        let currency = head.currency
        var table = ReportTable(header: [
            "employee_id", "plan", "period", "to_date", "expected", "p10", "p90", "statement", "state", "currency",
        ])
        for row in rows {
            for accrual in row.bonus.accruals {
                let kept = row.statement.flatMap { $0.plan == accrual.plan ? $0 : nil }
                table.row([
                    .text(naming.name(row.bonus.employee)), .text(accrual.plan),
                    .text(accrual.period.name(in: naming.calendar)), .money(accrual.toDate, currency),
                    .money(accrual.expected, currency), .money(accrual.p10, currency), .money(accrual.p90, currency),
                    .money(kept?.total, currency), .text(kept?.state.rawValue), .text(currency.code),
                ])
            }
        }
        return table
    }
}
