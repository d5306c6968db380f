internal import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// How right the forecasts of past periods would have been.
package struct AccuracyPage: Sendable {
    private let backtest: Backtest
    private let record: RecordReport?
    private let frame: Frame

    /// `report`: the scope of the frame's route; all horizons, and whatever levels the page should compare.
    package init(_ report: BacktestReport, record: RecordReport? = nil, frame: Frame) {
        self.record = record
        backtest = Backtest(report: report, frame: frame)
        self.frame = frame
    }

    package func html() -> String { Templates.render("accuracy", values) }

    var values: Values {
        let table = AccuracyTable(backtest: backtest)
        var page: Values = [
            "sentence_html": AccuracySentence(backtest: backtest).html,
            "basis": frame.basisWords,
            "csv_href": fileHref(.csv), "xlsx_href": fileHref(.xlsx),
            "segments": segments,
            "horizons": moments,
            "verdicts": verdicts, "has_verdicts": !verdicts.isEmpty,
            "formula": texts("accuracy.formula"),
            "ceiling": ceilingWords,
            "record": record.map {
                RecordSection(record: $0, kind: backtest.report.kind, frame: frame).values
            } ?? false as Any,
        ]
        for part in [bands, lines, table.values] { page.merge(part) { $1 } }
        return frame.values(heading, page)
    }

    private var texts: Texts { frame.texts }
    private var verdicts: [Values] { AccuracyVerdict(backtest: backtest).lines }

    private var heading: Heading {
        Heading(
            title: texts("page.accuracy"), scope: backtest.scope, period: nil,
            chips: [frame.basisChip()].compactMap(\.self), drawsCharts: true, action: .accuracy)
    }

    private var bands: Values {
        let rows = backtest.rows
        guard !rows.isEmpty, !backtest.report.isCounted else { return ["bands": false] }
        let chart = BandChart(rows: rows, backtest: backtest)
        let said = texts("accuracy.bands.said")
        return [
            "bands": [
                "unit": chart.unit, "table_unit": chart.tableUnit, "data_html": chart.json, "rows": chart.tableRows,
                "missed": rows.contains(where: chart.isOutside),
                "wide_svg": BandPicture(chart: chart, width: 700, height: 270).svg("wide", said: said),
                "narrow_svg": BandPicture(chart: chart, width: 360, height: 250).svg("narrow", said: said),
            ] as Values
        ]
    }

    private var lines: Values {
        let chart = HorizonChart(backtest: backtest)
        guard chart.isWorthDrawing else { return ["lines": false] }
        return [
            "lines": [
                "data_html": chart.json,
                "picture_svg": HorizonPicture(chart: chart, width: 380, height: 270).svg(
                    "both", said: texts("accuracy.lines.said")),
            ] as Values
        ]
    }

    private var segments: [Values] {
        Repeating.allCases.map { kind in
            [
                "label": texts("period.kind." + kind.rawValue), "current": kind.kind == backtest.report.kind,
                "href": backtest.asked { $0.period = kind }.target,
            ]
        }
    }

    private var moments: [Values] {
        guard backtest.horizons.count > 1 else { return [] }
        return Horizon.allCases.map { horizon in
            [
                "label": texts("accuracy.moment." + backtest.key(of: horizon)), "current": horizon == backtest.horizon,
                "href": backtest.asked { $0.horizon = horizon }.target,
            ]
        }
    }

    /// Why no method can do better, with the number of wins that it follows from.
    private var ceilingWords: String {
        guard let level = backtest.levels.first, let ceiling = backtest.summary(level, .start)?.ceiling else {
            return texts("accuracy.ceiling")
        }
        let wins = backtest.typicalWins(level)
        return texts(
            "accuracy.ceiling.wins",
            [
                "level": .text(texts.capital(texts("accuracy.level." + level.rawValue))), "wins": .count(wins),
                "ceiling": .text(texts.percent(max(0, ceiling), places: 0)),
            ])
    }

    private func fileHref(_ format: Format) -> String {
        guard case .accuracy(var filter) = backtest.asked({ _ in }) else { return "" }
        filter.format = format
        return Route.apiBacktest(filter).target
    }
}
