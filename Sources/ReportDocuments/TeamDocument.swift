internal import SalesDomain
package import SalesReports

/// `report team --json`, and one row for each person as CSV.
package struct TeamDocument: ReportDocument {
    private let report: TeamReport
    private let naming: Naming

    package init(_ report: TeamReport, _ naming: Naming) {
        self.report = report
        self.naming = naming
    }

    package var json: JSONValue {
        .object(
            naming.head(report.head) + ForecastFigures(currency: report.head.currency).of(report.whole) + [
                ("off_plan", .int(report.offPlan.count)), ("planned", .int(report.planned)),
                ("calls", calls(report.calls)), ("people", .array(report.rows.map(person))),
            ])
    }

    private func person(_ row: TeamReport.Row) -> JSONValue {
        .object(
            [
                ("employee_id", .string(naming.name(row.employee))), ("name", .string(naming.called(row.employee))),
                ("off_plan", .bool(row.isOffPlan)), ("missing", .money(row.missing, report.head.currency)),
            ] + ForecastFigures(currency: report.head.currency).of(row.node) + [
                ("weak_stage", row.weak.map(weak) ?? .null), ("calls", calls(row.calls)),
            ])
    }

    private func weak(_ weak: TeamReport.Weak) -> JSONValue {
        .object([
            ("stage", .string(naming.name(weak.stage))), ("conversion", .fraction(weak.conversion)),
            ("reference", .fraction(weak.reference)), ("confidence", .fraction(weak.confidence)),
            ("money", .money(weak.money, report.head.currency)),
            ("missed", .money(weak.missed, report.head.currency)), ("since", .string(weak.since.description)),
        ])
    }

    private func calls(_ calls: TeamReport.Calls) -> JSONValue {
        .object([
            ("outbound", .int(calls.outbound)), ("inbound", .int(calls.inbound)), ("missed", .int(calls.missed)),
            ("norm", .fraction(calls.norm)),
        ])
    }

    package var table: ReportTable {
        let currency = report.head.currency
        var table = ReportTable(header: [
            "employee_id", "name", "won_to_date", "model", "p10", "p90", "quota", "probability", "missing", "off_plan",
            "weak_stage", "weak_money", "outbound", "inbound", "missed", "calls_norm", "currency",
        ])
        for row in report.rows {
            let (amount, plan, calls) = (row.node.amount, row.node.plan, row.calls)
            table.row([
                .text(naming.name(row.employee)), .text(naming.called(row.employee)),
                .money(amount.wonToDate, currency), .money(amount.mean, currency), .money(amount.p10, currency),
                .money(amount.p90, currency), .money(plan.quota, currency), .fraction(plan.probability),
                .money(row.missing, currency), .text(row.isOffPlan ? "yes" : "no"),
                .text(row.weak.flatMap { naming.name($0.stage) }), .money(row.weak?.money, currency),
                .int(calls.outbound), .int(calls.inbound), .int(calls.missed), .number(calls.norm),
                .text(currency.code),
            ])
        }
        return table
    }
}
