internal import SalesDomain
internal import SalesReports
internal import Texts

/// Won so far + likely by stage + new business + correction = forecast.
struct BridgeSection {
    let bridge: ForecastReport.Bridge
    let currency: Currency
    let frame: Frame

    private var texts: Texts { frame.texts }

    var values: Values {
        let chart = chart
        func row(_ name: String, _ amount: String, count: Int? = nil) -> Values {
            ["name": name, "amount": amount, "count": count.map { texts.integer($0) } ?? ""]
        }
        func signed(_ minor: Int64) -> String { texts.signedColumn(minor, currency, chart.scale) }
        let said = texts("bridge.said")
        return [
            "unit": chart.unit, "data_html": chart.json,
            "wide_svg": WaterfallPicture(chart: chart, width: 620).svg("wide", said: said),
            "narrow_svg": WaterfallPicture(chart: chart, width: 360).svg("narrow", said: said),
            "rows": [row(texts("bridge.won"), texts.column(bridge.wonToDate, currency, chart.scale))]
                + bridge.stages.map { row(stage($0), signed($0.likely), count: $0.count) } + [
                    row(texts("bridge.new"), signed(bridge.newBusiness)),
                    row(texts("bridge.correction"), signed(bridge.correction)),
                ],
            "total": texts.column(bridge.mean, currency, chart.scale),
        ]
    }

    private var chart: Waterfall {
        Waterfall(
            first: (texts("bridge.won"), bridge.wonToDate, "won"),
            steps: bridge.stages.map { .init(name: stage($0), amount: $0.likely, colour: "open") } + [
                .init(name: texts("bridge.new"), amount: bridge.newBusiness, colour: "new-hatch"),
                .init(name: texts("bridge.correction"), amount: bridge.correction, colour: "slate2"),
            ], last: texts("bridge.mean"), currency: currency, texts: texts)
    }

    private func stage(_ stage: ForecastReport.Bridge.Stage) -> String {
        stage.stage.flatMap(frame.names.stage)?.name ?? texts("report.no_stage")
    }
}
