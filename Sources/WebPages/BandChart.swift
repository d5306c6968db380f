internal import SalesDomain
internal import SalesReports
internal import Texts

/// Forecast bands against what came, period by period.
struct BandChart {
    let rows: [BacktestReport.Row]
    let axis: Axis
    private let scale: AmountScale
    private let backtest: Backtest
    private var texts: Texts { backtest.texts }
    private var currency: Currency { backtest.report.currency }

    init(rows: [BacktestReport.Row], backtest: Backtest) {
        self.rows = rows
        self.backtest = backtest
        let currency = backtest.report.currency
        let high = AmountScale.units(rows.map { max($0.p90, $0.actual) }.max() ?? 1, currency)
        let low = AmountScale.units(rows.map { min($0.p10, $0.actual) }.min() ?? 0, currency)
        scale = AmountScale(ofSentence: max(high, 1))
        // Bands and dots need no zero; a little room below keeps them off the edge.
        let floor = max(0, low - (high - low) * 0.35)
        axis = Axis(from: floor / scale.units, to: max(high, 1) / scale.units, ticks: 5)
    }

    var unit: String { texts.unit(scale, currency) }
    func value(_ minor: Int64) -> Double { AmountScale.units(minor, currency) / scale.units }
    func tick(_ value: Double) -> String { texts.decimal(value, places: axis.places) }
    func isOutside(_ row: BacktestReport.Row) -> Bool { row.actual < row.p10 || row.actual > row.p90 }
    func forecast(_ row: BacktestReport.Row) -> Int64 { row.methods[.model] ?? row.p10 }

    func label(_ row: BacktestReport.Row) -> String {
        texts.shortPeriod(row.period, in: backtest.frame.company.calendar)
    }

    /// Forecast against fact.
    func miss(_ row: BacktestReport.Row) -> String {
        guard row.actual > 0 else { return texts("none") }
        return texts.signedPercent(Double(forecast(row) - row.actual) / Double(row.actual))
    }

    var json: String {
        JSON.object([
            "kind": "bands",
            "axis": .object(["low": .number(axis.low), "high": .number(axis.high), "step": .number(axis.step)]),
            "ticks": .strings(axis.ticks.map(tick)),
            "rows": .array(
                rows.map { row in
                    .object([
                        "label": .string(label(row)), "low": .number(value(row.p10)), "high": .number(value(row.p90)),
                        "forecast": .number(value(forecast(row))), "actual": .number(value(row.actual)),
                        "miss": .string(miss(row)), "tip": .string(tip(row)),
                    ])
                }),
        ]).text
    }

    private func tip(_ row: BacktestReport.Row) -> String {
        let ends = texts.amounts(from: row.p10, to: row.p90, currency)
        return [
            texts.capital(texts.period(row.period, in: backtest.frame.company.calendar)),
            texts("accuracy.tip.actual", ["value": .text(texts.amount(row.actual, currency))]),
            texts(
                "accuracy.tip.forecast",
                ["value": .text(texts.amount(forecast(row), currency)), "miss": .text(miss(row))]),
            texts("fan.tip.range", ["low": .text(ends.low), "high": .text(ends.high)]),
        ].joined(separator: "\n")
    }

    private var tableScale: AmountScale {
        AmountScale(ofColumn: AmountScale.units(rows.map { max($0.p90, $0.actual) }.max() ?? 0, currency))
    }
    var tableUnit: String { texts.unit(tableScale, currency) }

    /// Newest first.
    var tableRows: [Values] {
        rows.reversed().map { row in
            func number(_ minor: Int64) -> String { texts.column(minor, currency, tableScale) }
            return [
                "period": texts.capital(texts.period(row.period, in: backtest.frame.company.calendar)),
                "actual": number(row.actual), "forecast": number(forecast(row)),
                "range": number(row.p10) + Signs.enDash + number(row.p90), "miss": miss(row),
                "outside": isOutside(row), "wins": texts.integer(row.wonCount),
            ]
        }
    }
}
