internal import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// The people of a scope: who is off plan, at which stage money is lost, and who makes how many calls.
package struct TeamPage: Sendable {
    private let report: TeamReport
    private let frame: Frame

    private let submissions: SubmissionsSection.Content?

    package init(_ report: TeamReport, submissions: SubmissionsSection.Content? = nil, frame: Frame) {
        self.report = report
        self.submissions = submissions
        self.frame = frame
    }

    package func html() -> String { Templates.render("team", values) }

    var values: Values {
        var values: Values = [
            "sentence_html": texts.capital(sentence), "rows": report.rows.map(row), "has_rows": !report.rows.isEmpty,
            "unit": texts.unit(scale, report.head.currency), "has_plan": hasPlan,
            "scale_svg": hasPlan
                ? planScale.svg(percents: { texts.percent($0) }, plan: texts("company.table.plan_mark")) : "",
            "running": page.isRunning, "reference": report.reference.map(page.said) ?? false as Any,
            "whole": report.rows.count > 1 ? [whole] : [Values](),
            "note": texts(
                "team.page.note",
                [
                    "share": .text(texts.percent(CallShortfall.share)),
                    "least": .text(texts.decimal(CallShortfall.least, places: 0)),
                ]),
        ]
        values.merge(page.values) { $1 }
        values.merge(SubmissionsSection.values(submissions, frame: frame)) { $1 }
        return frame.values(page.heading, values)
    }

    private var page: ReportPage { ReportPage(name: .team, head: report.head, frame: frame) }
    private var texts: Texts { frame.texts }
    private var hasPlan: Bool { report.rows.contains { ($0.node.plan.quota ?? 0) > 0 } }

    private var scale: AmountScale {
        let nodes = report.rows.map(\.node) + (report.rows.count > 1 ? [report.whole] : [])
        let largest = nodes.map { max($0.amount.p90, $0.plan.quota ?? 0) }.max() ?? 0
        return AmountScale(ofColumn: AmountScale.units(largest, report.head.currency))
    }

    private var planScale: BulletScale {
        let shares = report.rows.compactMap { row in
            row.node.plan.quota.flatMap {
                $0 > 0 ? Double(max(row.node.amount.p90, row.node.amount.wonToDate)) / Double($0) : nil
            }
        }
        return BulletScale(largest: shares.max() ?? 1)
    }

    private var sentence: String {
        [danger, loss, silence].compactMap(\.self).joined(separator: " ")
    }

    private var danger: String {
        let given: [String: Texts.Argument] = [
            "subject": .text(page.subject), "off": .text(texts.integer(report.offPlan.count)),
            "people": .count(report.planned),
        ]
        guard report.planned > 0 else { return texts.html("team.page.no_plans", given) }
        let key = page.isRunning ? "team.page." : "team.page.over."
        return texts.html(key + (report.offPlan.isEmpty ? "safe" : "danger"), given)
    }

    private var loss: String? {
        guard page.isRunning, let worst = report.worst, let weak = worst.weak else { return nil }
        return texts.html(
            weak.isPast ? "team.page.loss.late" : "team.page.loss",
            [
                "period": .text(page.period(.genitive)), "name": .text(frame.name(of: .employee(worst.employee))),
                "stage": .text(page.stage(weak.stage)),
                "amount": .text(texts.amount(max(0, weak.money), report.head.currency)),
                "missed": .text(texts.amount(weak.missed, report.head.currency)),
                "since": .text(texts.day(weak.since)),
                "href": .text(planFact(worst.employee)),
            ])
    }

    private var silence: String? {
        let short = report.rows.count { $0.calls.isShort }
        return short == 0
            ? nil
            : texts.html(
                "team.page.calls", ["people": .count(short), "share": .text(texts.percent(CallShortfall.share))])
    }

    private func row(_ row: TeamReport.Row) -> Values {
        var values = cells(row.node, isOff: row.isOffPlan, row.calls)
        values["name"] = frame.name(of: .employee(row.employee))
        values["href"] = own(row.employee)
        values["weak"] = row.weak.map { weak($0, row.employee) } ?? false as Any
        return values
    }

    /// All of them together, with what is nobody's.
    private var whole: Values {
        let node = report.whole
        let isOff = node.plan.probability.map(TeamReport.isDanger) ?? false
        var values = cells(node, isOff: isOff, report.calls)
        values["name"] = frame.name(of: report.head.scope)
        values["href"] =
            Route.company(
                ReportFilter(
                    scope: ScopeName(report.head.scope, in: frame.names.organisation),
                    period: PeriodName(report.head.period, in: page.calendar), asOf: frame.route.asOfText)
            ).target
        return values
    }

    private func cells(_ node: ForecastReport.Node, isOff: Bool, _ calls: TeamReport.Calls) -> Values {
        let (amount, plan) = (node.amount, node.plan)
        func number(_ minor: Int64) -> String { texts.column(minor, report.head.currency, scale) }
        return [
            "won": number(amount.wonToDate), "mean": number(amount.mean),
            "range": amount.isCertain
                ? texts("none") : number(amount.p10) + Signs.enDash + number(amount.p90),
            "plan": plan.quota.map(number) ?? texts("none"),
            "probability": plan.probability.map { chance in
                page.isRunning
                    ? texts.chance(of: node) ?? ""
                    : texts(chance > 0.5 ? "company.plan.met" : "company.plan.missed")
            } ?? texts("none"),
            "off": isOff, "bullet_svg": bullet(node)?.svg(said: said(node)) ?? "",
            "outbound": texts.integer(calls.outbound), "inbound": texts.integer(calls.inbound),
            "norm": calls.norm.map { " / " + texts.decimal($0, places: 0) } ?? "", "short": calls.isShort,
            "missed": calls.missed > 0
                ? texts("team.page.missed", ["calls": .text(texts.integer(calls.missed))]) : false as Any,
        ]
    }

    private func weak(_ weak: TeamReport.Weak, _ who: Employee.ID) -> Values {
        [
            "stage": page.stage(weak.stage), "money": texts.signedAmount(-weak.missed, report.head.currency),
            "href": planFact(who),
            "rates": texts(
                "team.page.rates",
                [
                    "conversion": .text(texts.percent(weak.conversion)),
                    "reference": .text(texts.percent(weak.reference)),
                ]),
        ]
    }

    private func bullet(_ node: ForecastReport.Node) -> Bullet? {
        let amount = node.amount
        let quota = node.plan.quota.flatMap { $0 > 0 ? Double($0) : nil }
        if hasPlan, quota == nil { return nil }
        let most = max(
            report.rows.map { max($0.node.amount.p90, $0.node.amount.wonToDate) }.max() ?? 1, amount.p90,
            amount.wonToDate)
        return Bullet(
            won: Double(amount.wonToDate), low: Double(amount.p10), middle: Double(amount.mean),
            high: Double(amount.p90), plan: quota, end: quota.map { $0 * planScale.end } ?? Double(most) * 1.02)
    }

    private func said(_ node: ForecastReport.Node) -> String {
        let (amount, currency) = (node.amount, report.head.currency)
        return texts(
            "company.table.bullet",
            [
                "won": .text(texts.amount(amount.wonToDate, currency)),
                "mean": .text(texts.amount(amount.mean, currency)),
            ])
    }

    private func filter(_ who: Employee.ID) -> ReportFilter {
        ReportFilter(
            scope: ScopeName(.employee(who), in: frame.names.organisation),
            period: PeriodName(report.head.period, in: page.calendar), asOf: frame.route.asOfText,
            pipeline: frame.route.pipelineText)
    }

    private func own(_ who: Employee.ID) -> String { Route.report(.period, filter(who)).target }
    private func planFact(_ who: Employee.ID) -> String { Route.report(.planfact, filter(who)).target }
}
