internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// What all pages of reports share: who and when, the ways to the same figures as a file, and to the deals behind them.
struct ReportPage {
    let name: ReportName
    let head: ReportHead
    let frame: Frame

    var texts: Texts { frame.texts }
    var calendar: CompanyCalendar { frame.company.calendar }
    var isRunning: Bool { head.period.end > today }
    var hasBegun: Bool { head.period.start <= today }
    var today: Day { frame.zone.day(of: head.asOf) }

    var filter: ReportFilter {
        if case .report(_, let filter) = frame.route { return filter }
        return ReportFilter()
    }

    private var canCompare: Bool { name == .funnel || name == .planfact }

    var heading: Heading {
        Heading(
            title: texts("page.report." + name.rawValue), scope: head.scope, period: head.period,
            chips: [
                name.isOnBases ? frame.basisChip(.report(name, filter)) : nil, pipelineChip,
                canCompare ? compareChip : nil,
            ].compactMap(\.self), drawsCharts: name == .funnel,
            action: .report)
    }

    /// Basis, moment and the file's address: the line under the sentence.
    var values: Values {
        [
            "basis": frame.basisWords,
            "made": texts("company.made", ["moment": .text(texts.moment(head.asOf, in: frame.zone))]),
            "csv_href": file(.csv), "xlsx_href": file(.xlsx),
        ]
    }

    /// The same report as a file: everything that the page shows is said in the address. What is supposed is said of deals by
    /// the numbers of pages, which the API does not know: then the page itself gives the file.
    func file(_ format: Format) -> String {
        var filter = filter
        filter.scope = ScopeName(head.scope, in: frame.names.organisation)
        filter.period = PeriodName(head.period, in: calendar)
        filter.format = format
        return (filter.suppositions.isEmpty ? Route.apiReport(name, filter) : .report(name, filter)).target
    }

    /// Where a form of this page goes.
    var action: String { Route.report(name, filter).target }

    /// The very deals: open ones of the scope at a stage, or all of them; `period`: expected to close in it.
    func openDeals(at stage: Stage.ID? = nil, in period: Period? = nil) -> String {
        let pipeline = stage.flatMap { id in
            frame.names.pipelines.first { $0.stages.contains { $0.id == id } }?.name
        }
        return deals(.open, period: period) {
            $0.pipeline = pipeline ?? filter.pipeline
            $0.stage = stage.flatMap(frame.names.stage)?.name
        }
    }

    /// The very calls behind a number of this page; `who`: one person's of the scope's, or nobody's.
    func calls(_ who: Scope? = nil, _ change: (inout CallsFilter) -> Void = { _ in }) -> String {
        let organisation = frame.names.organisation
        var calls = CallsFilter(
            scope: ScopeName(head.scope, in: organisation), period: PeriodName(head.period, in: calendar),
            asOf: frame.route.asOfText, pipeline: frame.route.pipelineText,
            who: who.flatMap { $0 == head.scope ? nil : ScopeName($0, in: organisation) })
        change(&calls)
        return Route.calls(calls).target
    }

    func wonDeals() -> String { deals(.won, period: head.period) { $0.pipeline = filter.pipeline } }

    private func deals(_ status: Deal.Status, period: Period?, _ change: (inout DealsFilter) -> Void) -> String {
        var filter = DealsFilter(
            scope: ScopeName(head.scope, in: frame.names.organisation), status: StatusChoice(status),
            period: period.map { PeriodName($0, in: calendar) }, asOf: frame.route.asOfText, sort: .amount)
        change(&filter)
        return Route.deals(filter).target
    }

    /// `у листопаді`, `in November`; the year only when it is another.
    func period(_ form: Texts.Form) -> String {
        texts.period(head.period, in: calendar, form, year: head.period.start.year != today.year)
    }

    /// The company is not named: it is everybody's.
    var subject: String { head.scope == .company ? "" : frame.name(of: head.scope) + ": " }

    func stage(_ id: Stage.ID?) -> String {
        id.flatMap(frame.names.stage)?.name ?? texts("report.no_stage")
    }

    /// By whose deals of which days stages are measured.
    func said(_ reference: PlanFactReport.Reference) -> String { said(reference, as: "planfact.reference") }

    func said(_ reference: PlanFactReport.Reference, as key: String) -> String {
        texts(
            key,
            [
                "scope": .text(frame.name(of: reference.scope)),
                "days": .text(texts.days(from: reference.from, through: reference.to + -1)),
                "deals": .count(reference.deals),
            ])
    }

    private var pipelineChip: Values? {
        let pipelines = frame.names.pipelines
        guard pipelines.count > 1 else { return nil }
        func choice(_ label: String, _ name: String?) -> Values {
            var filter = filter
            filter.pipeline = name
            return [
                "label": label, "depth": "0", "current": name == self.filter.pipeline,
                "href": Route.report(self.name, filter).target,
            ]
        }
        let usual = texts("report.pipeline.usual")
        return [
            "label": texts("deals.pipeline"), "value": filter.pipeline ?? usual,
            "choices": [choice(usual, nil)] + pipelines.map { choice($0.name, $0.name) }, "common": false,
        ]
    }
}

extension ForecastReport.Amounts {
    /// Nothing is left to chance: there is no range. Ends that meet apart from the mean are a range.
    var isCertain: Bool { p10 == p90 && p10 == mean }
}

extension Texts {
    /// Of a plan that is still open: never nothing while it may be met, never certain before it is. Nil without a plan.
    func chance(of node: ForecastReport.Node) -> String? {
        guard let chance = node.plan.probability, let quota = node.plan.quota else { return nil }
        let isMet = node.amount.wonToDate >= quota
        return probability(isMet ? chance : min(0.999, max(0.001, chance)))
    }

    /// `+1,2 млн ₴`, `−420 тис. ₴`.
    func signedAmount(_ minor: Int64, _ currency: Currency) -> String {
        minor > 0 ? "+" + (language == .en ? Signs.joiner : "") + amount(minor, currency) : amount(minor, currency)
    }

    func signedColumn(_ minor: Int64, _ currency: Currency, _ scale: AmountScale) -> String {
        let text = column(minor, currency, scale)
        return minor > 0 && text != "0" ? "+" + text : text
    }
}
