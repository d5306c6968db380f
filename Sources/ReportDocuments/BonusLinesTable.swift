internal import SalesDomain
internal import SalesReports

/// The lines of bonuses, each with its person, rule and deal. Amounts of the rows that are not pending add up to what each
/// person's statement is, or to what is earned so far.
struct BonusLinesTable {
    let rows: [BonusesDocument.Row]
    let head: ReportHead
    let naming: Naming
    private var currency: Currency { head.currency }

    var table: ReportTable {
        var table = ReportTable(header: [
            "employee_id", "employee", "plan", "period", "state", "kind", "rule", "measure", "deal_id", "deal", "date",
            "of_period", "base", "rate", "amount", "currency",
        ])
        for row in rows {
            let person: [ReportTable.Cell] = [
                .text(naming.name(row.bonus.employee)), .text(naming.called(row.bonus.employee)),
            ]
            for (plan, period, state, lines) in parts(row) {
                for line in lines {
                    table.row(person + [.text(plan), .text(period), .text(state)] + cells(line))
                }
            }
        }
        return table
    }

    /// A statement in place of the accruals of its period; then what is pending.
    private func parts(_ row: BonusesDocument.Row) -> [(plan: String, period: String?, state: String, [CommissionLine])]
    {
        let kept = row.statement
        var parts = row.bonus.accruals.filter { !($0.plan == kept?.plan && $0.period == kept?.period) }
            .map { ($0.plan, name($0.period), "accrued", $0.lines) }
        if let kept { parts.append((kept.plan, name(kept.period), kept.state.rawValue, kept.lines)) }
        if let pending = row.pending, !pending.isEmpty {
            parts.append((kept?.plan ?? row.bonus.accruals.last?.plan ?? "", nil, "pending", pending))
        }
        return parts
    }

    private func name(_ period: Period) -> String? { period.name(in: naming.calendar) }

    private func cells(_ line: CommissionLine) -> [ReportTable.Cell] {
        let isMoney = line.measure.isMoney
        return [
            .text(line.kind.rawValue), .text(line.rule), .text(line.measure.rawValue),
            .text(line.deal.map { naming.name($0) }), .text(line.deal.flatMap { naming.called($0) }), .day(line.day),
            .text(line.period), isMoney ? .money(line.base, currency) : .int(Int(line.base)),
            line.rate.map { isMoney ? .fraction(Double($0) / 1e6) : .money($0, currency) } ?? .empty,
            .money(line.amount, currency), .text(currency.code),
        ]
    }
}
