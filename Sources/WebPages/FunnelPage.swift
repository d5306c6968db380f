internal import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// The funnel by amount: how much is open at each stage, what of it may be won in the period, what stands too long.
package struct FunnelPage: Sendable {
    private let report: FunnelReport
    private let comparison: Comparison?
    private let frame: Frame
    private let whatIf: WhatIfSection.Content?

    /// `frame` knows the titles of the problem deals that are shown.
    package init(
        _ report: FunnelReport, _ comparison: Comparison? = nil, frame: Frame, whatIf: WhatIfSection.Content? = nil
    ) {
        self.whatIf = whatIf
        self.report = report
        self.comparison = comparison
        self.frame = frame
    }

    /// So many of the slow and of the dead are shown; the file has them all.
    static let shown = 20

    package static func shown(_ report: FunnelReport) -> [FunnelReport.ProblemDeal] {
        Array(report.slowDeals.prefix(shown) + report.deadDeals.prefix(shown))
    }

    package func html() -> String { Templates.render("funnel", values) }

    var values: Values {
        var values: Values = [
            "sentence_html": texts.capital(sentence), "open_href": page.openDeals(),
            "due_href": page.openDeals(in: report.head.period),
            "wide_svg": FunnelPicture(report: report, page: page, width: 620).svg("wide"),
            "narrow_svg": FunnelPicture(report: report, page: page, width: 360).svg("narrow"),
            "data_html": FunnelChart(report: report, page: page).json,
            "compared": comparison.map { ComparedTable(comparison: $0, page: page).values } ?? false as Any,
        ]
        for part in [
            page.values, FunnelTable(report: report, page: page).values,
            page.isRunning ? WhatIfSection.values(whatIf, frame: frame) : WhatIfSection.nothing,
        ] { values.merge(part) { $1 } }
        return frame.values(page.heading, values)
    }

    private var page: ReportPage { ReportPage(name: .funnel, head: report.head, frame: frame) }
    private var texts: Texts { frame.texts }

    private var sentence: String {
        let currency = report.head.currency
        let main = texts.html(
            "funnel.sentence",
            [
                "subject": .text(page.subject), "period": .text(page.period(.locative)),
                "potential": .text(texts.amount(report.total.inPeriodAmount, currency)),
                "deals": .count(report.total.inPeriodCount),
                "expected": .text(texts.amount(report.total.inPeriodExpected, currency)),
                "all": .text(texts.amount(report.total.amount, currency)), "open": .count(report.total.count),
            ])
        let worst = report.stages.filter(\.isProblem).max { $0.figures.overdueAmount < $1.figures.overdueAmount }
        guard let worst else { return main + " " + texts.html("funnel.sentence.no_problem") }
        return main + " "
            + texts.html(
                "funnel.sentence.problem",
                [
                    "stage": .text(page.stage(worst.stage)), "href": .text(page.openDeals(at: worst.stage)),
                    "amount": .text(texts.amount(worst.figures.overdueAmount, currency)),
                    "deals": .count(worst.figures.overdueCount),
                ])
    }
}
