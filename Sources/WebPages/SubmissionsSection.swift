package import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// What people say of their period beside the model, with a form in place for whoever may say something.
package struct SubmissionsSection: Sendable {
    package struct Content: Sendable {
        package let report: SubmissionsReport
        /// What this reader may say of whom, now.
        package let mine: [Employee.ID: Submission.Kind]
        package let categories: [CategoryTotal]
        package init(
            _ report: SubmissionsReport, mine: [Employee.ID: Submission.Kind], categories: [CategoryTotal] = []
        ) {
            self.report = report
            self.mine = mine
            self.categories = categories
        }
    }

    private let content: Content
    private let frame: Frame
    private let isWhole: Bool

    /// False where there is nothing to show.
    /// - Parameter isWhole: on the page that is about it and has said the sentence above.
    static func values(_ content: Content?, frame: Frame, isWhole: Bool = false) -> Values {
        guard let content, !content.report.rows.isEmpty else { return ["submissions": false] }
        return ["submissions": SubmissionsSection(content: content, frame: frame, isWhole: isWhole).values]
    }

    private var report: SubmissionsReport { content.report }
    private var texts: Texts { frame.texts }
    private var page: ReportPage { ReportPage(name: .submissions, head: report.head, frame: frame) }

    private var scale: AmountScale {
        let largest = report.rows.map { max($0.node.amount.p90, $0.holding?.amount ?? 0) }.max() ?? 0
        return AmountScale(ofColumn: AmountScale.units(largest, report.head.currency))
    }

    private var filter: ReportFilter {
        ReportFilter(
            scope: ScopeName(report.head.scope, in: frame.names.organisation),
            period: PeriodName(report.head.period, in: page.calendar))
    }

    private var values: Values {
        let rows = report.rows.map(row)
        return [
            "sentence_html": SubmissionsSection.sentence(report, page), "unit": texts.unit(scale, report.head.currency),
            "told": !isWhole, "rows": rows, "may_say": rows.contains { $0["form"] is Values },
            "all_href": Route.report(.submissions, filter).target,
            "categories": content.categories.isEmpty
                ? false as Any
                : [
                    "title": texts("submissions.categories", ["period": .text(page.period(.locative))]),
                    "parts": content.categories.map(category),
                ] as Values,
        ]
    }

    /// How much of a category, with a link to its deals.
    private func category(_ total: CategoryTotal) -> Values {
        var filter = DealsFilter(
            scope: ScopeName(report.head.scope, in: frame.names.organisation), status: StatusChoice(.open),
            category: CategoryChoice(rawValue: total.category.rawValue),
            period: PeriodName(report.head.period, in: page.calendar),
            asOf: frame.route.asOfText, sort: .amount)
        filter.pipeline = frame.route.pipelineText
        return [
            "name": texts("deal.category." + total.category.rawValue), "href": Route.deals(filter).target,
            "amount": texts.amount(total.amount, report.head.currency),
            "deals": texts("funnel.tip.deals", ["deals": .count(total.deals)]),
        ]
    }

    static func sentence(_ report: SubmissionsReport, _ page: ReportPage) -> String {
        func money(_ minor: Int64) -> Texts.Argument { .text(page.texts.amount(minor, report.head.currency)) }
        guard !report.saidBy.isEmpty else {
            return page.texts.html("submissions.none", ["period": .text(page.texts.capital(page.period(.nominative)))])
        }
        let key = report.submitted != report.total ? ".adjusted" : report.rows.count == 1 ? ".own" : ""
        return page.texts.html(
            "submissions.sentence" + key,
            [
                "submitted": money(report.submitted), "said": .text(page.texts.integer(report.saidBy.count)),
                "people": .count(report.rows.count),
                "total": money(report.total), "model": money(report.modelOfThose),
                "difference": .text(
                    page.texts.signedAmount(report.total.minus(report.modelOfThose), report.head.currency)),
            ])
    }

    private func row(_ row: SubmissionsReport.Row) -> Values {
        func number(_ minor: Int64?) -> String {
            minor.map { texts.column($0, report.head.currency, scale) } ?? texts("none")
        }
        return [
            "name": frame.name(of: .employee(row.employee)), "model": number(row.node.amount.mean),
            "range": number(row.node.amount.p10) + Signs.enDash + number(row.node.amount.p90),
            "submission": number(row.submission?.amount), "adjustment": number(row.adjustment?.amount),
            "notes": [row.submission, row.adjustment].compactMap(words).map { ["words": $0] as Values },
            "outdated": row.adjustment != nil && row.holding?.kind == .submission,
            "difference": row.holding.map {
                texts.signedColumn($0.amount.minus(row.node.amount.mean), report.head.currency, scale)
            } ?? texts("none"),
            "form": form(row) ?? false as Any,
        ]
    }

    /// When it was said, and the note.
    private func words(_ said: Submission?) -> String? {
        guard let said else { return nil }
        let when = texts.day(frame.zone.day(of: said.made), year: false)
        return said.note.map { "\(when): \($0)" } ?? when
    }

    private func form(_ row: SubmissionsReport.Row) -> Values? {
        guard frame.asOf == nil, let kind = content.mine[row.employee] else { return nil }
        let typed = (row.holding?.amount).map { Money(minorUnits: $0, currency: report.head.currency).decimal } ?? ""
        return [
            "action": Route.report(.submissions, filter).target, "csrf": frame.csrf, "back": frame.route.target,
            "employee": String(row.employee.number), "label": texts("submissions.do." + kind.rawValue),
            "typed": typed, "currency": report.head.currency.code, "longest": String(Submission.longestNote),
            "field": "s\(row.employee.number)",
        ]
    }
}
