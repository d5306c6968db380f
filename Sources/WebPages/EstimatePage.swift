internal import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// The revenue of a period by three methods, stage by stage, and why they differ.
package struct EstimatePage: Sendable {
    private let report: EstimateReport
    private let mayChoose: Bool
    private let frame: Frame
    private let whatIf: WhatIfSection.Content?

    package init(
        _ report: EstimateReport, mayChoose: Bool = false, frame: Frame, whatIf: WhatIfSection.Content? = nil
    ) {
        self.whatIf = whatIf
        self.report = report
        self.mayChoose = mayChoose
        self.frame = frame
    }

    package func html() -> String { Templates.render("estimate", values) }

    var values: Values {
        var values: Values = [
            "sentence_html": texts.capital(sentence), "open_href": page.openDeals(), "won_href": page.wonDeals(),
            "wide_svg": EstimatePicture(report: report, page: page, width: 620, scale: table.scale).svg("wide"),
            "narrow_svg": EstimatePicture(report: report, page: page, width: 360, scale: table.scale).svg("narrow"),
            "headline": texts("estimate.headline", ["method": .text(texts("method." + report.headline.rawValue))]),
            "sums": EstimateSums(report: report, texts: texts).values,
            "choice": mayChoose ? choice : false as Any,
        ]
        let supposed: Values =
            page.isRunning ? WhatIfSection.values(whatIf, frame: frame) : WhatIfSection.nothing
        for part in [page.values, supposed, table.values] {
            values.merge(part) { $1 }
        }
        return frame.values(page.heading, values)
    }

    private var page: ReportPage { ReportPage(name: .estimate, head: report.head, frame: frame) }
    private var table: EstimateTable { EstimateTable(report: report, page: page) }
    private var texts: Texts { frame.texts }

    /// The three methods, each a button that makes it what the company reads first.
    private var choice: Values {
        [
            "action": Route.report(.estimate, page.filter).target, "csrf": frame.csrf,
            "methods": Headline.Method.allCases.map { method in
                [
                    "value": method.rawValue, "label": texts("method." + method.rawValue),
                    "current": method == report.headline,
                ] as Values
            },
        ]
    }

    private var sentence: String {
        let currency = report.head.currency
        func money(_ minor: Int64?) -> Texts.Argument {
            .text(minor.map { texts.amount($0, currency) } ?? texts("none"))
        }
        if !page.isRunning {
            let late = report.totals.template.map { $0 - report.wonToDate } ?? 0
            return texts.html(
                late > 0 ? "estimate.sentence.over.late" : "estimate.sentence.over",
                [
                    "subject": .text(page.subject), "period": .text(page.period(.locative)),
                    "model": money(report.totals.model), "late": money(late),
                ])
        }
        let main = texts.html(
            report.totals.template == nil ? "estimate.sentence.no_template" : "estimate.sentence",
            [
                "subject": .text(page.subject), "period": .text(page.period(.locative)),
                "template": money(report.totals.template), "statistical": money(report.totals.statistical),
                "model": money(report.totals.model),
            ])
        return [main, gap].compactMap(\.self).joined(separator: " ")
    }

    /// The stage at which model and template differ most, and why.
    private var gap: String? {
        let widest = report.stages.max { abs($0.gap) < abs($1.gap) }
        guard let stage = widest, abs(stage.gap) > 0, let chance = stage.gapOfChance else { return nil }
        var given: [String: Texts.Argument] = [
            "stage": .text(page.stage(stage.stage)), "gap": .text(texts.signedAmount(stage.gap, report.head.currency)),
            "href": .text(page.openDeals(at: stage.stage)),
        ]
        guard abs(chance) >= abs(stage.gapOfDates), stage.dueAmount > 0 else {
            given["amount"] = .text(texts.amount(stage.gapOfDates, report.head.currency))
            return texts.html("estimate.sentence.dates", given)
        }
        given["template"] = .text(stage.probability.map { texts.percent($0) } ?? texts("none"))
        given["model"] = .text(texts.probability(Double(stage.modelOfDue) / Double(stage.dueAmount)))
        return texts.html("estimate.sentence.chance", given)
    }
}

extension EstimateReport.Stage {
    /// Model against template, minor units; 0 when the template says nothing.
    var gap: Int64 { methods.template.map { methods.model - $0 } ?? 0 }
}
