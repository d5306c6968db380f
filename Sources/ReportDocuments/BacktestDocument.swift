internal import SalesDomain
package import SalesReports

/// `backtest --json`, and its rows as CSV.
package struct BacktestDocument: ReportDocument {
    private let report: BacktestReport
    private let naming: Naming
    private let record: RecordReport?

    /// - Parameter record: what was really forecast of the same scope.
    package init(_ report: BacktestReport, _ naming: Naming, record: RecordReport? = nil) {
        self.record = record
        self.report = report
        self.naming = naming
    }

    package var json: JSONValue {
        .object([
            ("period", .string(report.kind.rawValue)), ("currency", .string(report.currency.code)),
            ("basis", .string(report.basis.rawValue)),
            ("measure", .string(report.isCounted ? "count" : "amount")),
            ("rows", .array(report.rows.map(row))), ("summary", .array(report.summary.map(summary))),
            ("live", record.map { RecordDocument(record: $0, naming: naming).json } ?? .null),
        ])
    }

    private func row(_ row: BacktestReport.Row) -> JSONValue {
        .object([
            ("origin", .string(naming.text(row.origin))), ("period", .string(row.period.name(in: naming.calendar))),
            ("horizon", horizon(row.horizon)), ("scope", .string(naming.name(row.subject))),
            ("level", .string(row.level.rawValue)), ("actual", .money(row.actual, report.currency)),
            ("won_count", .int(row.wonCount)),
            (
                "methods",
                .object(
                    BacktestReport.MethodName.allCases.map { ($0.rawValue, .money(row.methods[$0], report.currency)) })
            ),
            ("p10", .money(row.p10, report.currency)), ("p90", .money(row.p90, report.currency)),
        ])
    }

    private func summary(_ summary: BacktestReport.Summary) -> JSONValue {
        .object([
            ("horizon", horizon(summary.horizon)), ("level", .string(summary.level.rawValue)),
            ("periods", .int(summary.periods)),
            (
                "accuracy",
                .object(BacktestReport.MethodName.allCases.map { ($0.rawValue, .fraction(summary.accuracy[$0])) })
            ),
            ("coverage80", .fraction(summary.coverage80)), ("ceiling", .fraction(summary.ceiling)),
            ("winner", .string(summary.winner?.rawValue)),
            ("better_baseline", .string(summary.betterBaseline?.rawValue)),
        ])
    }

    /// 0.33 and 0.67 stand for exactly a third and two thirds.
    private func horizon(_ value: Double) -> JSONValue { .number((value * 100).rounded() / 100) }

    package var table: ReportTable {
        var table = ReportTable(
            header: ["origin", "period", "horizon", "level", "scope", "actual"]
                + BacktestReport.MethodName.allCases.map(\.rawValue) + ["p10", "p90", "currency", "name"])
        for row in report.rows {
            let methods = BacktestReport.MethodName.allCases.map {
                ReportTable.Cell.money(row.methods[$0], report.currency)
            }
            table.row(
                [
                    .text(naming.text(row.origin)), .text(row.period.name(in: naming.calendar)),
                    .number((row.horizon * 100).rounded() / 100), .text(row.level.rawValue),
                    .text(naming.name(row.subject)), .money(row.actual, report.currency),
                ] + methods + [
                    .money(row.p10, report.currency), .money(row.p90, report.currency), .text(report.currency.code),
                    .text(naming.called(row.subject)),
                ])
        }
        return table
    }
}
