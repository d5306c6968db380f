internal import SalesDomain
internal import SalesReports

/// A bonus as programs read it: the total, and every accrual with its rules and lines.
struct BonusDocument {
    let bonus: BonusReport?
    let naming: Naming
    let currency: Currency

    var json: JSONValue {
        guard let bonus, !bonus.accruals.isEmpty else { return .null }
        return .object([
            ("to_date", money(bonus.toDate)), ("expected", money(bonus.expected)), ("p10", money(bonus.p10)),
            ("p90", money(bonus.p90)), ("partial", .bool(bonus.isPartial)),
            ("accruals", .array(bonus.accruals.map(accrual))),
        ])
    }

    private func accrual(_ accrual: BonusReport.Accrual) -> JSONValue {
        .object([
            ("plan", .string(accrual.plan)), ("period", .string(accrual.period.name(in: naming.calendar))),
            ("days_worked", .int(accrual.worked)), ("working_days", .int(accrual.workingDays)),
            ("to_date", money(accrual.toDate)), ("expected", money(accrual.expected)), ("p10", money(accrual.p10)),
            ("p90", money(accrual.p90)), ("rules", .array(accrual.rules.map(rule))),
            ("lines", lines(accrual.lines)),
        ])
    }

    func lines(_ lines: [CommissionLine]) -> JSONValue { .array(lines.map(line)) }

    private func rule(_ rule: BonusReport.Rule) -> JSONValue {
        func total(_ value: Int64?) -> JSONValue {
            value.map { rule.measure.isMoney ? money($0) : .int(Int($0)) } ?? .null
        }
        let expected: JSONValue =
            rule.measure.isMoney
            ? money(Int64(rule.expectedTotal)) : .number((rule.expectedTotal * 10_000).rounded() / 10_000)
        return .object([
            ("rule", .string(rule.name)), ("measure", .string(rule.measure.rawValue)), ("team", .bool(rule.team)),
            ("total", total(rule.total)), ("expected_total", expected), ("quota", total(rule.quota)),
            ("to_date", rule.isHidden ? .null : money(rule.toDate)),
            ("expected", rule.isHidden ? .null : money(rule.expected)),
            ("silence", .string(rule.silence?.rawValue)),
        ])
    }

    private func line(_ line: CommissionLine) -> JSONValue {
        .object([
            ("rule", .string(line.rule)), ("measure", .string(line.measure.rawValue)),
            ("kind", .string(line.kind.rawValue)),
            ("deal_id", .string(line.deal.map { naming.name($0) })), ("date", .day(line.day)),
            ("period", .string(line.period)),
            ("base", line.measure.isMoney ? money(line.base) : .int(Int(line.base))),
            ("rate", line.rate.map { line.measure.isMoney ? .fraction(Double($0) / 1e6) : money($0) } ?? .null),
            ("amount", money(line.amount)),
        ])
    }

    private func money(_ minor: Int64?) -> JSONValue { .money(minor, currency) }
}
