package import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// A person's own period: what is won, what will be, what bonus, which deals decide it, and what only the person knows.
package struct PeriodPage: Sendable {
    private let report: PeriodReport
    private let frame: Frame
    /// How many entries the log of each asked deal has: an answer to an older page is refused.
    private let versions: [Deal.ID: Int]
    /// Whether this reader may answer for the deals.
    private let answers: Bool
    private let whatIf: WhatIfSection.Content?
    private let submissions: SubmissionsSection.Content?
    private let own: OwnFunnel.Content?
    private let pending: [CommissionLine]

    /// - Parameter pending: what the person's next statement puts right of earlier ones.
    package init(
        _ report: PeriodReport, frame: Frame, versions: [Deal.ID: Int], answers: Bool,
        whatIf: WhatIfSection.Content? = nil, submissions: SubmissionsSection.Content? = nil,
        own: OwnFunnel.Content? = nil, pending: [CommissionLine] = []
    ) {
        self.pending = pending
        self.own = own
        self.submissions = submissions
        self.whatIf = whatIf
        self.report = report
        self.frame = frame
        self.versions = versions
        self.answers = answers
    }

    package func html() -> String { Templates.render("period", values) }

    var values: Values {
        var page: Values = [
            "sentence_html": sentence.html, "key": keyFigures, "running": page.isRunning,
            "open_href": page.openDeals(), "won_href": page.wonDeals(),
            "counted": texts(
                "period.counted",
                ["won": .count(report.whole.count.wonToDate), "open": .count(report.openDeals)]),
            "basis": frame.basisWords, "csv_href": self.page.file(.csv),
            "xlsx_href": self.page.file(.xlsx),
        ]
        let fan = FanSection(curve: report.curve, asOf: report.head.asOf, frame: frame)
        let questions = QuestionCards(
            report: report, frame: frame, versions: answers && frame.asOf == nil ? versions : [:])
        page.merge(
            self.page.isRunning
                ? WhatIfSection.values(whatIf, frame: frame) : WhatIfSection.nothing
        ) { $1 }
        page.merge(OwnFunnel.values(own, frame: frame)) { $1 }
        page.merge(SubmissionsSection.values(submissions, frame: frame)) { $1 }
        for part in [
            fan.values, composition.values, DecidingTable(report: report, frame: frame, next: own?.next).values,
            questions.values,
            BonusSection(
                bonus: report.bonus, frame: frame, currency: frame.company.baseCurrency, pending: pending
            ).values,
        ] { page.merge(part) { $1 } }
        return frame.values(heading, page)
    }

    private var texts: Texts { frame.texts }
    private var page: ReportPage { ReportPage(name: .period, head: report.head, frame: frame) }
    private var sentence: PeriodSentence { PeriodSentence(report: report, frame: frame) }

    private var heading: Heading {
        let own = report.head.scope == frame.home ? texts("page.home.own") : frame.name(of: report.head.scope)
        return Heading(
            title: own, scope: report.head.scope, period: report.head.period,
            chips: [frame.basisChip(.report(.period, page.filter))].compactMap(\.self), drawsCharts: true,
            action: .report)
    }

    private var composition: Composition {
        Composition(
            amounts: report.whole.amount, quota: report.whole.plan.quota, currency: report.head.currency, texts: texts)
    }

    private var keyFigures: [Values] {
        func money(_ minor: Int64?, _ currency: Currency) -> String {
            minor.map { texts.amount($0, currency) } ?? texts("none")
        }
        return [
            ["label": texts("company.key.missing"), "value": money(report.missing, report.head.currency)],
            [
                "label": texts("company.key.probability"),
                "value": report.whole.plan.probability.map(texts.probability) ?? texts("none"),
            ],
            [
                "label": texts("period.bonus.expected"),
                "value": money(
                    report.bonus.flatMap { $0.accruals.isEmpty ? nil : $0.expected }, frame.company.baseCurrency),
            ],
        ]
    }
}
