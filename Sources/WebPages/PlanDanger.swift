internal import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// A plan that will hardly be met, also where nothing has become worse of late: whose it is, what is wanting, and of how
/// many people the same is true.
package struct PlanDanger: Sendable {
    private let node: ForecastReport.Node
    private let scope: Scope
    private let currency: Currency
    /// By how much the forecast falls short of the plan, minor units.
    private let missing: Int64
    private let endangered: Int
    private let planned: Int

    /// Nil where the plan is within reach, and where there is none.
    /// - Parameter report: of a period that is not over, cut by employee; of a person without parts.
    package init?(_ report: ForecastReport) {
        let plan = report.whole.plan
        guard report.notes.amountsKnown, let scope = ForecastTree.scope(of: report.whole),
            let quota = plan.quota, let chance = plan.probability, TeamReport.isDanger(chance)
        else { return nil }
        node = report.whole
        currency = report.currency
        self.scope = scope
        missing = max(0, quota.minus(report.whole.amount.mean))
        let chances = report.parts.compactMap { ($0.plan.quota ?? 0) > 0 ? $0.plan.probability : nil }
        planned = chances.count
        endangered = chances.count(where: TeamReport.isDanger)
    }

    func values(_ page: ReportPage) -> Values {
        ["title": page.frame.name(of: scope), "href": href(page), "words": words(page.texts)]
    }

    /// In one sentence, where nothing else is told.
    func sentence(_ page: ReportPage) -> String {
        page.texts.html(
            "alerts.danger.sentence",
            [
                "who": .text(page.frame.name(of: scope)), "href": .text(href(page)), "words": .text(words(page.texts)),
            ])
    }

    private func words(_ texts: Texts) -> String {
        texts(
            planned > 1 ? "alerts.danger.people" : "alerts.danger.alone",
            [
                "probability": .text(texts.chance(of: node) ?? texts("none")),
                "missing": .text(texts.amount(missing, currency)), "count": .text(texts.integer(endangered)),
                "people": .count(planned),
            ])
    }

    /// Who of the people it is; of one person the own page.
    private func href(_ page: ReportPage) -> String {
        let filter = ReportFilter(
            scope: ScopeName(scope, in: page.frame.names.organisation),
            period: PeriodName(page.head.period, in: page.calendar), asOf: page.frame.route.asOfText)
        return Route.report(scope.isPerson ? .period : .team, filter).target
    }
}
