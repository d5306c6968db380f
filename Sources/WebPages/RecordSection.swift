internal import SalesDomain
internal import SalesReports
internal import Texts

/// What was really forecast, day by day: the newest period of the kind as a picture and a table, and how right it was.
struct RecordSection {
    let record: RecordReport
    let kind: Period.Kind
    let frame: Frame

    private var texts: Texts { frame.texts }

    var values: Values {
        let own = record.rows.filter { $0.snapshot.period.kind == kind }
        let period = own.map(\.snapshot.period).max { $0.start < $1.start }
        let rows = own.filter { $0.snapshot.period == period }
        let picture = rows.count > 1
        return [
            "begun": begun, "some": !rows.isEmpty,
            "period": period.map { texts.capital(texts.period($0, in: frame.company.calendar)) } ?? "",
            "unit": texts.unit(scale(rows), record.currency), "rows": rows.map { row($0, scale(rows)) },
            "picture": picture, "wide_svg": picture ? svg(rows, 860, "wide") : "",
            "narrow_svg": picture ? svg(rows, 360, "narrow") : "", "scores": scores,
            "scored": !scores.isEmpty,
        ]
    }

    private var begun: String {
        guard let day = record.begun else { return texts("record.nothing") }
        return texts("record.begun", ["day": .text(texts.day(day)), "days": .count(record.days)])
    }

    private func scale(_ rows: [RecordReport.Row]) -> AmountScale {
        AmountScale(ofColumn: AmountScale.units(rows.map(\.snapshot.p90).max() ?? 0, record.currency))
    }

    private func row(_ row: RecordReport.Row, _ scale: AmountScale) -> Values {
        func number(_ minor: Int64?) -> String {
            minor.map { texts.column($0, record.currency, scale) } ?? texts("none")
        }
        let said = row.snapshot
        return [
            "day": texts.day(said.day), "won": number(said.won), "mean": number(said.mean),
            "range": number(said.p10) + Signs.enDash + number(said.p90), "template": number(said.template),
            "statistical": number(said.statistical), "plan": number(said.quota), "actual": number(row.actual),
        ]
    }

    private var scores: [Values] {
        record.summary.filter { $0.kind == kind }.map { line in
            func percent(_ method: BacktestReport.MethodName) -> String {
                line.accuracy[method].map { $0 < 0 ? texts("accuracy.below_zero") : texts.decimal($0 * 100, places: 1) }
                    ?? texts("none")
            }
            let moment = line.horizon < 0.1 ? "start" : line.horizon < 0.5 ? "third" : "two_thirds"
            return [
                "moment": texts("accuracy.moment." + moment), "periods": texts.integer(line.periods),
                "model": percent(.model), "statistical": percent(.statistical), "template": percent(.template),
                "coverage": texts.decimal(line.coverage80 * 100, places: 0),
            ]
        }
    }

    /// Band, forecast, what was won by then, plan: by the day on which it was said.
    private func svg(_ rows: [RecordReport.Row], _ width: Double, _ style: String) -> String {
        var drawing = Drawing(width: width)
        let (height, left, right, top, bottom) = (220.0, 44.0, 12.0, 10.0, 24.0)
        func units(_ minor: Int64) -> Double { AmountScale.units(minor, record.currency) }
        let most = rows.map { max($0.snapshot.p90, $0.snapshot.quota ?? 0, $0.actual ?? 0) }.max() ?? 1
        let axis = Axis(upTo: units(max(1, most)), ticks: 4)
        let scale = scale(rows)
        let first = rows[0].snapshot.day
        let span = Double(max(1, rows[rows.count - 1].snapshot.day - first))
        func x(_ day: Day) -> Double { left + (width - left - right) * Double(day - first) / span }
        func y(_ minor: Int64) -> Double {
            height - bottom - (height - top - bottom) * units(minor) / max(axis.high, 1e-9)
        }
        for tick in axis.ticks {
            let level = height - bottom - (height - top - bottom) * tick / max(axis.high, 1e-9)
            drawing.line(.init(left), level, .init(width - right), level, "s-line")
            drawing.text(.init(left - 6), level + 4, texts.decimal(tick / scale.units, places: 0), "t-end t-note")
        }
        func line(_ of: (ForecastSnapshot) -> Int64?) -> [Drawing.Point] {
            rows.compactMap { row in of(row.snapshot).map { Drawing.Point(x: x(row.snapshot.day), y: y($0)) } }
        }
        drawing.band(line(\.p10), line(\.p90), "f-band80")
        drawing.path(line(\.quota), "s-plan s-dash")
        drawing.path(line(\.mean), "s-accent")
        drawing.path(line(\.won), "s-won")
        if let actual = rows[rows.count - 1].actual {
            drawing.circle(.init(width - right), y(actual), 5, "f-won")
        }
        drawing.text(.init(left), height - 6, texts.shortDay(first), "t-note")
        drawing.text(
            .init(width - right), height - 6, texts.shortDay(rows[rows.count - 1].snapshot.day), "t-end t-note")
        return drawing.svg(width: width, height: height, style, said: texts("record.said"))
    }
}
