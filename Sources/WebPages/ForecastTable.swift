internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// The tree as rows of finished strings.
struct ForecastTable {
    let tree: ForecastTree
    let period: Period
    let currency: Currency
    let frame: Frame
    private let isRunning: Bool
    /// Deals instead of money.
    private let counts: Bool
    /// What was forecast at an earlier instant.
    private let then: (from: Instant, means: [Scope: Int64])?
    private let signals: [Scope: [CompanyPage.Signal]]
    private let texts: Texts
    private let scale: AmountScale

    init(
        tree: ForecastTree, period: Period, isRunning: Bool, counts: Bool = false, currency: Currency, frame: Frame,
        then: (from: Instant, means: [Scope: Int64])? = nil, signals: [Scope: [CompanyPage.Signal]] = [:]
    ) {
        self.signals = signals
        self.then = isRunning && !counts && then?.means.isEmpty == false ? then : nil
        self.counts = counts
        self.isRunning = isRunning
        self.tree = tree
        self.period = period
        self.currency = currency
        self.frame = frame
        texts = frame.texts
        let largest = tree.rows.map { max($0.node.amount.p90, $0.node.plan.quota ?? 0) }.max() ?? 0
        scale = AmountScale(ofColumn: AmountScale.units(largest, currency))
    }

    var values: Values {
        [
            "rows": tree.rows.enumerated().map { row($1, isFirst: $0 == 0) },
            "unit": counts ? texts("company.counts.unit") : texts.unit(scale, currency),
            "has_plan": hasPlan, "has_parts": tree.rows.count > 1,
            "since": then.map { texts("company.table.since", ["day": .text(texts.shortDay(day(of: $0.from)))]) }
                ?? false as Any,
            "chance": texts(isRunning ? "company.table.probability" : "company.table.attainment"),
            "has_signals": hasSignals, "scale_svg": hasPlan ? scaleMark : "",
            "endangered": tree.rows.contains { isEndangered($0.node) },
        ]
    }

    private var hasPlan: Bool { tree.rows.contains { ($0.node.plan.quota ?? 0) > 0 } }

    private var hasSignals: Bool { tree.rows.contains { !(signals[$0.scope] ?? []).isEmpty } }

    /// Why a part is off, each with the way to the page that says more.
    private func signal(_ signal: CompanyPage.Signal, of scope: Scope) -> Values {
        let filter = ReportFilter(
            scope: ScopeName(scope, in: frame.names.organisation),
            period: PeriodName(period, in: frame.company.calendar),
            asOf: frame.route.asOfText, pipeline: frame.route.pipelineText)
        switch signal {
        case .stage(let stage, let missed, let since):
            return [
                "href": Route.report(.planfact, filter).target,
                "words": texts(
                    "company.table.weak_stage",
                    [
                        "stage": .text(frame.names.stage(stage)?.name ?? texts("report.no_stage")),
                        "amount": .text(texts.signedAmount(-missed, currency)),
                        "day": .text(texts.numericDay(since)),
                    ]),
            ]
        case .fewCalls(let outbound, let norm):
            return [
                "href": Route.report(.events, filter).target,
                "words": texts(
                    "company.table.few_calls",
                    ["outbound": .text(texts.integer(outbound)), "norm": .text(texts.decimal(norm, places: 0))]),
            ]
        }
    }

    private var planScale: BulletScale {
        let shares = tree.rows.compactMap { row in
            row.node.plan.quota.flatMap {
                $0 > 0 ? Double(max(row.node.amount.p90, row.node.amount.wonToDate)) / Double($0) : nil
            }
        }
        return BulletScale(largest: shares.max() ?? 1)
    }

    private var scaleMark: String {
        planScale.svg(percents: { texts.percent($0) }, plan: texts("company.table.plan_mark"))
    }

    private func row(_ row: ForecastTree.Row, isFirst: Bool) -> Values {
        let amounts = row.node.amount
        let plan = row.node.plan
        return [
            "name": frame.name(of: row.scope), "href": here(row.scope), "linked": !isFirst,
            "strong": !row.isPerson, "first": isFirst, "depth": String(row.depth),
            "won": counts ? texts.integer(row.node.count.wonToDate) : number(amounts.wonToDate),
            "mean": counts ? texts.integer(Int(row.node.count.mean.rounded())) : number(amounts.mean),
            "range": counts ? range(row.node.count) : range(amounts), "plan": plan.quota.map(number) ?? texts("none"),
            "probability": (isRunning ? texts.chance(of: row.node) : attained(row.node)) ?? texts("none"),
            "endangered": isEndangered(row.node), "moved": moved(row) ?? false as Any,
            "signals": hasSignals
                ? ["all": (signals[row.scope] ?? []).map { signal($0, of: row.scope) }] as Values : false as Any,
            "deals": texts.integer(row.node.count.wonToDate), "deals_href": deals(row.scope, .won),
            "bullet_svg": counts ? "" : bullet(row)?.svg(said: said(row)) ?? "",
        ]
    }

    /// Of a period that is over, how much of the plan is done; nil without a plan.
    private func attained(_ node: ForecastReport.Node) -> String? {
        guard let quota = node.plan.quota, quota > 0 else { return nil }
        return texts.probability(Double(node.amount.wonToDate) / Double(quota))
    }

    private func day(of instant: Instant) -> Day { frame.zone.day(of: instant) }

    /// How far the forecast has moved since then; nil without a column for it.
    private func moved(_ row: ForecastTree.Row) -> Values? {
        guard let then else { return nil }
        let moved = row.node.amount.mean - (then.means[row.scope] ?? 0)
        return ["amount": texts.signedColumn(moved, currency, scale), "fell": moved < 0]
    }

    /// While something can still be done about it.
    private func isEndangered(_ node: ForecastReport.Node) -> Bool {
        isRunning && node.plan.probability.map(TeamReport.isDanger) ?? false
    }

    private func bullet(_ row: ForecastTree.Row) -> Bullet? {
        let amounts = row.node.amount
        let quota = row.node.plan.quota.flatMap { $0 > 0 ? Double($0) : nil }
        if hasPlan, quota == nil { return nil }
        return Bullet(
            won: Double(amounts.wonToDate), low: Double(amounts.p10), middle: Double(amounts.mean),
            high: Double(amounts.p90), plan: quota, end: quota.map { $0 * planScale.end } ?? largestOfItsKind(row))
    }

    /// Without plans a person is compared with people, a department with departments.
    private func largestOfItsKind(_ row: ForecastTree.Row) -> Double {
        let kind = tree.rows.filter { $0.isPerson == row.isPerson && ($0.depth == 0) == (row.depth == 0) }
        return Double(kind.map { max($0.node.amount.p90, $0.node.amount.wonToDate) }.max() ?? 1) * 1.02
    }

    private func range(_ amounts: ForecastReport.Amounts) -> String {
        amounts.isCertain ? texts("none") : number(amounts.p10) + Signs.enDash + number(amounts.p90)
    }

    private func range(_ counts: ForecastReport.Counts) -> String {
        counts.p10 == counts.p90
            ? texts("none") : texts.integer(counts.p10) + Signs.enDash + texts.integer(counts.p90)
    }

    private func said(_ row: ForecastTree.Row) -> String {
        texts(
            "company.table.bullet",
            [
                "won": .text(texts.amount(row.node.amount.wonToDate, currency)),
                "mean": .text(texts.amount(row.node.amount.mean, currency)),
            ])
    }

    private func number(_ minor: Int64) -> String { texts.column(minor, currency, scale) }

    private func here(_ scope: Scope) -> String {
        frame.route.asked(scope: ScopeName(scope, in: frame.names.organisation)).target
    }

    private func deals(_ scope: Scope, _ status: Deal.Status) -> String {
        Route.deals(
            DealsFilter(
                scope: ScopeName(scope, in: frame.names.organisation), pipeline: frame.route.pipelineText,
                status: StatusChoice(status), period: PeriodName(period, in: frame.company.calendar),
                asOf: frame.route.asOfText, counted: true)
        ).target
    }
}
