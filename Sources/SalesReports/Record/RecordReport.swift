package import SalesDomain

/// The live record of one scope: what was really forecast, day by day, and what came. Minor units of `currency`.
package struct RecordReport: Sendable, Equatable {
    package let scope: Scope
    package let currency: Currency
    /// The first day on which anything was recorded; nil: nothing yet.
    package let begun: Day?
    /// On how many days.
    package let days: Int
    /// By period, then by day.
    package let rows: [Row]
    /// Of periods that are over, by kind and moment.
    package let summary: [Summary]

    package struct Row: Sendable, Equatable {
        package let snapshot: ForecastSnapshot
        /// What came; nil while the period runs.
        package let actual: Int64?
        package init(snapshot: ForecastSnapshot, actual: Int64?) {
            self.snapshot = snapshot
            self.actual = actual
        }
    }

    package struct Summary: Sendable, Equatable {
        package let kind: Period.Kind
        /// 0, a third or two thirds: snapshots taken on that day of their period.
        package let horizon: Double
        package let periods: Int
        /// 1 − Σ|actual − forecast| / Σ actual, not clipped; nil with nothing won or the method unknown.
        package let accuracy: [BacktestReport.MethodName: Double]
        /// Share of actuals within P10…P90.
        package let coverage80: Double
        package init(
            kind: Period.Kind, horizon: Double, periods: Int, accuracy: [BacktestReport.MethodName: Double],
            coverage80: Double
        ) {
            self.kind = kind
            self.horizon = horizon
            self.periods = periods
            self.accuracy = accuracy
            self.coverage80 = coverage80
        }
    }

    package init(scope: Scope, currency: Currency, begun: Day?, days: Int, rows: [Row], summary: [Summary]) {
        self.scope = scope
        self.currency = currency
        self.begun = begun
        self.days = days
        self.rows = rows
        self.summary = summary
    }
}

extension RecordReport.Summary {
    static func all(_ rows: [RecordReport.Row]) -> [RecordReport.Summary] {
        [Period.Kind.month, .quarter].flatMap { kind in
            [0, 1.0 / 3, 2.0 / 3].compactMap { horizon in
                let chosen = rows.filter {
                    let said = $0.snapshot
                    return $0.actual != nil && said.period.kind == kind
                        && said.day == said.period.origin(horizon: horizon)
                }
                return chosen.isEmpty ? nil : RecordReport.Summary(chosen, kind, horizon)
            }
        }
    }

    private init(_ rows: [RecordReport.Row], _ kind: Period.Kind, _ horizon: Double) {
        let total = rows.reduce(0) { $0 + Double($1.actual ?? 0) }
        var accuracy = [BacktestReport.MethodName: Double]()
        func measure(_ method: BacktestReport.MethodName, _ of: (ForecastSnapshot) -> Int64?) {
            let errors = rows.compactMap { row in of(row.snapshot).map { abs(Double((row.actual ?? 0) - $0)) } }
            if total > 0, errors.count == rows.count { accuracy[method] = 1 - errors.reduce(0, +) / total }
        }
        measure(.model, \.mean)
        measure(.statistical, \.statistical)
        measure(.template, \.template)
        let held = rows.count { row in
            row.actual.map { row.snapshot.p10 <= $0 && $0 <= row.snapshot.p90 } ?? false
        }
        self.init(
            kind: kind, horizon: horizon, periods: rows.count, accuracy: accuracy,
            coverage80: Double(held) / Double(rows.count))
    }
}
