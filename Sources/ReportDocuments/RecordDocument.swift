internal import SalesDomain
internal import SalesReports

/// The live record beside a backtest.
struct RecordDocument {
    let record: RecordReport
    let naming: Naming

    var json: JSONValue {
        .object([
            ("scope", .string(naming.name(record.scope))), ("begun", .day(record.begun)), ("days", .int(record.days)),
            ("rows", .array(record.rows.map(row))), ("summary", .array(record.summary.map(summary))),
        ])
    }

    private func row(_ row: RecordReport.Row) -> JSONValue {
        let said = row.snapshot
        func money(_ minor: Int64?) -> JSONValue { .money(minor, record.currency) }
        return .object([
            ("day", .day(said.day)), ("recorded_at", .string(naming.text(said.recordedAt))),
            ("period", .string(said.period.name(in: naming.calendar))), ("won_to_date", money(said.won)),
            ("model", money(said.mean)), ("p10", money(said.p10)), ("p50", money(said.p50)), ("p90", money(said.p90)),
            ("template", money(said.template)), ("statistical", money(said.statistical)), ("quota", money(said.quota)),
            ("actual", money(row.actual)),
        ])
    }

    private func summary(_ line: RecordReport.Summary) -> JSONValue {
        .object([
            ("period", .string(line.kind.rawValue)), ("horizon", .number((line.horizon * 100).rounded() / 100)),
            ("periods", .int(line.periods)),
            (
                "accuracy",
                .object(
                    [BacktestReport.MethodName.template, .statistical, .model].map {
                        ($0.rawValue, .fraction(line.accuracy[$0]))
                    })
            ),
            ("coverage80", .fraction(line.coverage80)),
        ])
    }
}
