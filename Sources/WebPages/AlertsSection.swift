internal import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// The first few things that call for attention, on the pages where a morning begins; the rest is a link away.
package enum AlertsSection {
    package struct Content: Sendable {
        /// So many are named: of each kind the most at stake first, plans and stages before deals.
        fileprivate static let most = 5
        package let head: ReportHead
        package let shown: [AlertsReport.Matter]
        /// How many stand by themselves, and how many are gathered in lines.
        package let count: Int
        package let gathered: Int
        /// The scope's plan, when it will hardly be met.
        package var danger: PlanDanger?
        package var isEmpty: Bool { shown.isEmpty && danger == nil }

        /// - Parameter waiting: without what the reader has put off, and what somebody has in hand.
        package init(_ waiting: AlertsReport) {
            let matters = waiting.toAct
            head = waiting.head
            count = matters.count
            gathered = waiting.matters.count - count
            let whole = matters.filter { $0.deal == nil }
            let deals = matters.filter { $0.deal != nil }.sorted {
                ($0.stake, $1.deal?.number ?? 0) > ($1.stake, $0.deal?.number ?? 0)
            }
            shown = Array((whole.prefix(3) + deals).prefix(Content.most))
        }
    }

    /// - Parameter across: over the whole width of the page rather than beside something.
    static func values(_ content: Content?, across: Bool = false, frame: Frame) -> Values {
        guard let content else { return ["alerts": false] }
        let page = ReportPage(name: .alerts, head: content.head, frame: frame)
        let filter = ReportFilter(
            scope: ScopeName(content.head.scope, in: frame.names.organisation),
            period: PeriodName(content.head.period, in: page.calendar), pipeline: frame.route.pipelineText)
        return [
            "alerts": [
                "across": across, "all_href": Route.report(.alerts, filter).target,
                "all": frame.texts("alerts.all", ["all": .count(content.count)]),
                "danger": content.danger?.values(page) ?? false as Any,
                "rows": content.shown.prefix(Content.most - (content.danger == nil ? 0 : 1)).map { row($0, page) },
                "gathered": content.gathered > 0
                    ? frame.texts(
                        content.head.scope.isPerson ? "alerts.brief.small" : "alerts.brief.gathered",
                        ["all": .count(content.gathered)]) : false as Any,
            ] as Values
        ]
    }

    private static func row(_ matter: AlertsReport.Matter, _ page: ReportPage) -> Values {
        let row = AlertRow(matter: matter, page: page, givers: [])
        return [
            "title": row.title, "href": row.href, "who": row.customerAndOwner ?? false as Any,
            "words": row.words(matter.first, brief: true),
            "kind": page.texts("alerts.kind." + matter.kind.rawValue),
            "money": matter.stake > 0
                ? [page.texts.amount(matter.stake, page.head.currency), row.stakeWords].filter { !$0.isEmpty }
                    .joined(separator: " ") : false as Any,
        ]
    }
}
