internal import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// How many are to come by day, week or month, beside what came, and how right that would have been.
package struct SeriesPage: Sendable {
    private let report: SeriesReport
    private let given: [String]
    private let frame: Frame

    /// `given`: names of series that came in numbers.
    package init(_ report: SeriesReport, given: [String] = [], frame: Frame) {
        self.report = report
        self.given = given
        self.frame = frame
    }

    package func html() -> String { Templates.render("series", values) }

    private static let kinds = [
        "deals", "won", "calls", "calls_outbound", "calls_inbound", "emails", "meetings", "messages", "tasks",
    ]

    var values: Values {
        var values: Values = [
            "sentence_html": texts.capital(sentence), "accuracy_html": accuracy ?? false as Any,
            "has_steps": !report.steps.isEmpty, "steps": report.steps.map(step),
            "came": report.rows.suffix(13).reversed().map(past), "has_came": !report.rows.isEmpty,
            "wide_svg": SeriesPicture(report: report, texts: texts, width: 760, shown: 16).svg("wide"),
            "narrow_svg": SeriesPicture(report: report, texts: texts, width: 360, shown: 6).svg("narrow"),
            "grains": Grain.allCases.map(grain),
            "counted": texts("series.by." + report.grain.rawValue, ["what": .text(name(report.counted.name))]),
        ]
        values.merge(page.values) { $1 }
        values["basis"] = texts("series.method." + report.method)
        return frame.values(heading, values)
    }

    private var page: ReportPage {
        ReportPage(
            name: .series,
            head: ReportHead(
                asOf: report.asOf, period: .month(containing: frame.zone.day(of: report.asOf)), scope: report.scope,
                currency: frame.company.baseCurrency, basis: .won), frame: frame)
    }
    private var texts: Texts { frame.texts }

    private var heading: Heading {
        var heading = page.heading
        heading.period = nil
        let choices = (SeriesPage.kinds + given).map { kind in
            [
                "label": name(kind), "depth": "0", "current": kind == report.counted.name,
                "href": asked { $0.count = kind },
            ] as Values
        }
        heading.chips.insert(
            ["label": texts("series.what"), "value": name(report.counted.name), "choices": choices, "common": true],
            at: 0)
        return heading
    }

    private func asked(_ change: (inout ReportFilter) -> Void) -> String {
        var filter = page.filter
        change(&filter)
        return Route.report(.series, filter).target
    }

    /// A series that was given in numbers is called as its file calls it.
    private func name(_ kind: String) -> String {
        SeriesPage.kinds.contains(kind) ? texts("series.kind." + kind) : kind
    }

    private func grain(_ grain: Grain) -> Values {
        [
            "label": texts("series.grain." + grain.rawValue), "current": grain.rawValue == report.grain.rawValue,
            "href": asked { $0.grain = grain },
        ]
    }

    private var sentence: String {
        let what = Texts.Argument.text(page.subject + name(report.counted.name))
        guard let present = report.steps.first else { return texts.html("series.sentence.none", ["what": what]) }
        if report.isFew {
            return texts.html(
                "series.few." + report.grain.rawValue,
                [
                    "what": what, "periods": .count(report.rows.suffix(SeriesReport.periods).count),
                    "all": .text(number(report.came)),
                ])
        }
        let later = report.steps.dropFirst().reduce(0) { $0 + $1.mean }
        return texts.html(
            "series.sentence." + report.grain.rawValue,
            [
                "what": what, "mean": .text(number(present.mean)), "low": .text(low(present.low)),
                "high": .text(high(present.high)), "to_date": .text(number(present.toDate)),
                "later": .text(number(later)), "periods": .count(report.steps.count - 1),
            ])
    }

    private var accuracy: String? {
        guard let model = report.accuracy.model, !report.rows.isEmpty, !report.isFew else { return nil }
        func percent(_ share: Double?) -> Texts.Argument {
            .text(
                share.map { $0 < 0 ? texts("accuracy.below_zero") + texts.percentSign : texts.percent($0) }
                    ?? texts("none"))
        }
        return texts.html(
            "series.accuracy",
            [
                "periods": .count(report.rows.count), "model": percent(model),
                "last": percent(report.accuracy.naiveLast),
                "mean3": percent(report.accuracy.naiveMean3), "coverage": percent(report.accuracy.coverage80),
            ])
    }

    private func number(_ value: Double) -> String { texts.decimal(value, places: 0) }
    private func low(_ value: Double) -> String { number(report.low(value)) }
    private func high(_ value: Double) -> String { number(report.high(value)) }

    private func days(_ start: Day, _ end: Day) -> String {
        if report.grain == .month {
            return texts.capital(texts.period(.month(containing: start), in: frame.company.calendar))
        }
        return end == start + 1 ? texts.day(start) : texts.days(from: start, through: end + -1)
    }

    private func step(_ step: SeriesReport.Step) -> Values {
        [
            "days": days(step.start, step.end), "href": drill(step.start, step.end) ?? "",
            "to_date": number(step.toDate),
            "linked": drill(step.start, step.end) != nil && step.toDate > 0, "mean": number(step.mean),
            "range": low(step.low) + Signs.enDash + high(step.high),
        ]
    }

    private func past(_ row: SeriesReport.Row) -> Values {
        [
            "days": days(row.start, row.end), "href": drill(row.start, row.end) ?? "",
            "linked": drill(row.start, row.end) != nil && row.actual > 0, "actual": number(row.actual),
            "model": number(row.model), "range": low(row.low) + Signs.enDash + high(row.high),
            "outside": row.actual < report.low(row.low) || row.actual > report.high(row.high),
        ]
    }

    /// The very deals or calls of some days; nil where no page lists them.
    private func drill(_ start: Day, _ end: Day) -> String? {
        let period = PeriodName(queryText: "\(start)..\(end + -1)")
        let scope = ScopeName(report.scope, in: frame.names.organisation)
        switch report.counted {
        case .won:
            return Route.deals(
                DealsFilter(
                    scope: scope, pipeline: page.filter.pipeline, status: .won, period: period,
                    asOf: frame.route.asOfText, counted: true)
            ).target
        case .activity:
            return Route.report(
                .events, ReportFilter(scope: scope, period: period, asOf: frame.route.asOfText)
            ).target
        case .created, .points: return nil
        }
    }
}

extension SeriesReport {
    private static let few = 10.0
    /// So many periods back it is counted whether there are few.
    fileprivate static let periods = 52

    /// Whole things are counted; what was given in numbers may be anything.
    var isCount: Bool { if case .points = counted { false } else { true } }

    /// How many came in the periods that are shown, at most the last 52.
    var came: Double { rows.suffix(SeriesReport.periods).reduce(0) { $0 + $1.actual } }

    /// Too few to say what is to come.
    var isFew: Bool { isCount && !rows.isEmpty && came < SeriesReport.few }

    /// The ends of a range as they are shown: of things whole ones that hold it.
    func low(_ value: Double) -> Double { isCount ? value.rounded(.down) : value }
    func high(_ value: Double) -> Double { isCount ? value.rounded(.up) : value }
}
