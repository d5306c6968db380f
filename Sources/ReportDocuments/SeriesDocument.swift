internal import SalesDomain
package import SalesReports

/// `series --json`, and its coming periods as CSV.
package struct SeriesDocument: ReportDocument {
    private let report: SeriesReport
    private let naming: Naming

    package init(_ report: SeriesReport, _ naming: Naming) {
        self.report = report
        self.naming = naming
    }

    package var json: JSONValue {
        .object([
            ("as_of", .string(naming.text(report.asOf))), ("series", .string(report.counted.name)),
            ("by", .string(report.grain.rawValue)), ("scope", .string(naming.name(report.scope))),
            ("method", .string(report.method)), ("interval", .string(report.interval)),
            ("known_before", .day(report.knownBefore)),
            (
                "untold",
                .array(
                    report.untold.map { .object([("from", .day($0.lowerBound)), ("to", .day($0.upperBound + -1))]) })
            ),
            ("steps", .array(report.steps.map(step))),
            (
                "backtest",
                .object([
                    ("periods", .int(report.rows.count)),
                    (
                        "accuracy",
                        .object([
                            ("model", .fraction(report.accuracy.model)),
                            ("naive_last", .fraction(report.accuracy.naiveLast)),
                            ("naive_mean3", .fraction(report.accuracy.naiveMean3)),
                        ])
                    ),
                    ("coverage80", .fraction(report.accuracy.coverage80)), ("rows", .array(report.rows.map(row))),
                ])
            ),
        ])
    }

    private func step(_ step: SeriesReport.Step) -> JSONValue {
        .object([
            ("start", .day(step.start)), ("end", .day(step.end)), ("to_date", .fraction(step.toDate)),
            ("mean", .fraction(step.mean)), ("low", .fraction(step.low)), ("high", .fraction(step.high)),
        ])
    }

    private func row(_ row: SeriesReport.Row) -> JSONValue {
        .object([
            ("start", .day(row.start)), ("end", .day(row.end)), ("actual", .fraction(row.actual)),
            ("model", .fraction(row.model)), ("naive_last", .fraction(row.naiveLast)),
            ("naive_mean3", .fraction(row.naiveMean3)), ("low", .fraction(row.low)), ("high", .fraction(row.high)),
        ])
    }

    package var table: ReportTable {
        var table = ReportTable(header: ["start", "end", "to_date", "mean", "low", "high"])
        for step in report.steps {
            table.row([
                .day(step.start), .day(step.end), .fraction(step.toDate), .fraction(step.mean), .fraction(step.low),
                .fraction(step.high),
            ])
        }
        return table
    }
}
