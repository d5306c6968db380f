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
            "running": page.isRunning,
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
        let largest = report.rows.map { max($0.node.amount.p90, $0.node.plan.quota ?? 0) }.max() ?? 0
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
            "team.page.loss",
            [
                "period": .text(page.period(.genitive)), "name": .text(frame.name(of: .employee(worst.employee))),
                "stage": .text(page.stage(weak.stage)),
                "amount": .text(texts.amount(weak.money, report.head.currency)),
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
        let (amount, plan) = (row.node.amount, row.node.plan)
        func number(_ minor: Int64) -> String { texts.column(minor, report.head.currency, scale) }
        return [
            "name": frame.name(of: .employee(row.employee)), "href": own(row.employee),
            "won": number(amount.wonToDate), "mean": number(amount.mean),
            "range": amount.p10 == amount.p90
                ? texts("none") : number(amount.p10) + Signs.enDash + number(amount.p90),
            "plan": plan.quota.map(number) ?? texts("none"),
            "probability": plan.probability.map { chance in
                page.isRunning
                    ? texts.chance(of: row.node) ?? ""
                    : texts(chance > 0.5 ? "company.plan.met" : "company.plan.missed")
            } ?? texts("none"),
            "off": row.isOffPlan, "bullet_svg": bullet(row)?.svg(said: said(row)) ?? "",
            "weak": row.weak.map { weak($0, row.employee) } ?? false as Any,
            "outbound": texts.integer(row.calls.outbound), "inbound": texts.integer(row.calls.inbound),
            "norm": row.calls.norm.map { " / " + texts.decimal($0, places: 0) } ?? "", "short": row.calls.isShort,
            "missed": row.calls.missed > 0 ? texts("team.page.missed", ["calls": .count(row.calls.missed)]) : "",
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

    private func bullet(_ row: TeamReport.Row) -> Bullet? {
        let amount = row.node.amount
        let quota = row.node.plan.quota.flatMap { $0 > 0 ? Double($0) : nil }
        if hasPlan, quota == nil { return nil }
        let most = report.rows.map { max($0.node.amount.p90, $0.node.amount.wonToDate) }.max() ?? 1
        return Bullet(
            won: Double(amount.wonToDate), low: Double(amount.p10), middle: Double(amount.mean),
            high: Double(amount.p90), plan: quota, end: quota.map { $0 * planScale.end } ?? Double(most) * 1.02)
    }

    private func said(_ row: TeamReport.Row) -> String {
        let (amount, currency) = (row.node.amount, report.head.currency)
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
