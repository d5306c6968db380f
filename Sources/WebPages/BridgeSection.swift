internal import SalesDomain
internal import SalesReports
internal import Texts

/// Won so far + likely by stage + new business + correction = forecast, each with the deals that stand behind it.
struct BridgeSection {
    let bridge: ForecastReport.Bridge
    let counts: ForecastReport.Counts
    let currency: Currency
    let frame: Frame

    private var texts: Texts { frame.texts }

    var values: Values {
        let chart = chart
        func row(_ name: String, _ amount: String, _ deals: String) -> Values {
            ["name": name, "amount": amount, "count": deals]
        }
        func signed(_ minor: Int64) -> String { texts.signedColumn(minor, currency, chart.scale) }
        let said = texts("bridge.said")
        return [
            "unit": chart.unit, "data_html": chart.json,
            "wide_svg": WaterfallPicture(chart: chart, width: 620).svg("wide", said: said),
            "narrow_svg": WaterfallPicture(chart: chart, width: 360).svg("narrow", said: said),
            "rows": [row(texts("bridge.won"), texts.column(bridge.wonToDate, currency, chart.scale), won)]
                + bridge.stages.map { row(stage($0), signed($0.likely), deals($0)) } + [
                    row(texts("bridge.new"), signed(bridge.newBusiness), new),
                    row(texts("bridge.correction"), signed(bridge.correction), ""),
                ],
            "total": texts.column(bridge.mean, currency, chart.scale), "total_count": all,
        ]
    }

    private var chart: Waterfall {
        Waterfall(
            first: .init(name: texts("bridge.won"), amount: bridge.wonToDate, colour: "won", deals: won),
            steps: bridge.stages.map {
                .init(name: stage($0), amount: $0.likely, colour: "open", deals: deals($0))
            } + [
                .init(name: texts("bridge.new"), amount: bridge.newBusiness, colour: "new-hatch", deals: new),
                .init(name: texts("bridge.correction"), amount: bridge.correction, colour: "slate2"),
            ], last: .init(name: texts("bridge.mean"), colour: "accent", deals: all), currency: currency, texts: texts)
    }

    private var won: String { texts("bridge.count.won", ["deals": .count(counts.wonToDate)]) }
    private var new: String { expected(counts.fromNew) }
    private var all: String { expected(counts.mean) }

    private func deals(_ stage: ForecastReport.Bridge.Stage) -> String {
        texts("bridge.count.open", ["deals": .count(stage.count)])
    }

    /// A mean of counts is no whole number.
    private func expected(_ wins: Double) -> String {
        texts("bridge.count.expected", ["deals": .text(texts.decimal(wins, places: wins < 10 ? 1 : 0))])
    }

    private func stage(_ stage: ForecastReport.Bridge.Stage) -> String {
        stage.stage.flatMap(frame.names.stage)?.name ?? texts("report.no_stage")
    }
}
