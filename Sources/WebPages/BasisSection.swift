internal import SalesDomain
internal import SalesReports
internal import Texts

/// To date + promised + won without a date + open + new − refunds + correction = forecast.
struct BasisSection {
    let parts: BasisParts
    let toDate: Int64
    let currency: Currency
    let frame: Frame

    private var texts: Texts { frame.texts }

    /// The same places as `BridgeSection` fills.
    var values: Values {
        let chart = chart
        let said = texts("bridge.said")
        func row(_ name: String, _ amount: String) -> Values { ["name": name, "amount": amount, "count": ""] }
        return [
            "unit": chart.unit, "data_html": chart.json,
            "wide_svg": WaterfallPicture(chart: chart, width: 620).svg("wide", said: said),
            "narrow_svg": WaterfallPicture(chart: chart, width: 360).svg("narrow", said: said),
            "rows": [row(texts("company.table.won"), texts.column(toDate, currency, chart.scale))]
                + steps.map { row($0.0, texts.signedColumn($0.1, currency, chart.scale)) },
            "total": texts.column(toDate + parts.rest, currency, chart.scale), "total_count": "",
        ]
    }

    /// How long money takes, and what never comes.
    var note: String {
        texts(
            "basis.note." + (frame.basis == .shipped ? "shipped" : "paid"),
            ["days": .count(parts.usualDays), "share": .text(texts.percent(parts.neverPaid, places: 1))])
    }

    private var steps: [(String, Int64, String)] {
        [
            ("scheduled", parts.scheduled, "open"), ("unscheduled", parts.unscheduled, "open"),
            ("open", parts.open, "open"), ("new", parts.new, "new-hatch"), ("back", parts.back, "slate2"),
            ("correction", parts.correction, "slate2"),
        ].filter { $0.1 != 0 }.map { (texts("basis.parts." + $0.0), $0.1, $0.2) }
    }

    private var chart: Waterfall {
        Waterfall(
            first: .init(name: texts("company.table.won"), amount: toDate, colour: "won"),
            steps: steps.map { .init(name: $0.0, amount: $0.1, colour: $0.2) },
            last: .init(name: texts("bridge.mean"), colour: "accent"), currency: currency, texts: texts)
    }
}
