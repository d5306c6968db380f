package import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// The forecast of a scope: what the period will bring, how sure it is, of what it consists.
package struct CompanyPage: Sendable {
    package struct Content: Sendable {
        /// Cut by department; its whole is the page's scope. For a person: without parts.
        package let departments: ForecastReport
        /// The same, cut by employee. Nil for a person.
        package let people: ForecastReport?
        /// The same scope in the quarter that holds this month, or in the current month when this is a quarter.
        package let other: ForecastReport?
        /// Won in the whole period before, minor units; nil when the company has no records so far back.
        package let before: Int64?
        /// Nil: no picture of the period.
        package let curve: PeriodCurve?
        /// Which of the three estimates is read first.
        package let headline: Headline.Method
        /// Nil: there is nothing to compare with.
        package let changes: ChangesReport?
        /// What was forecast at the instant from which the changes count, of everybody in the tree; minor units.
        package var then: [Scope: Int64] = [:]
        /// Nil: nothing is supposed.
        package var whatIf: WhatIfSection.Content?
        /// Nil: nothing calls for attention, or the past is looked at.
        package var alerts: AlertsSection.Content?
        /// The same scope in the month after, when the present one is mostly gone.
        package var next: ForecastReport?
        /// How right the forecast was at this time of the periods before; nil where that is not at hand.
        package var accuracy: EstimateReport.Accuracy?
        /// What people say of the period.
        package var said: SubmissionsReport?
        /// Why a part is off: the stage at which it loses most, and whether it makes too few calls.
        package var signals: [Scope: [Signal]] = [:]
        package init(
            departments: ForecastReport, people: ForecastReport?, other: ForecastReport?, before: Int64?,
            curve: PeriodCurve?, headline: Headline.Method = .model, changes: ChangesReport? = nil
        ) {
            self.changes = changes
            self.departments = departments
            self.people = people
            self.other = other
            self.before = before
            self.curve = curve
            self.headline = headline
        }
    }

    package enum Signal: Sendable, Equatable {
        /// What deals that moved on less often than the reference would have brought since a day, in minor units.
        case stage(Stage.ID, missed: Int64, since: Day)
        /// Fewer outbound calls than the norm asks for.
        case fewCalls(outbound: Int, norm: Double)
    }

    /// So many deals of each change are named.
    package static let named = 5
    private let content: Content
    private let frame: Frame

    package init(_ content: Content, frame: Frame) {
        self.content = content
        self.frame = frame
    }

    package func html() -> String { Templates.render("company", values) }

    var values: Values {
        var page: Values = [
            "sentence_html": [sentence.html, changed, team].compactMap(\.self).joined(separator: " "),
            "other_html": [
                content.other.map { sentence.line(of: $0, href: address(of: $0.period)) },
                content.next.map { sentence.line(of: $0, href: address(of: $0.period)) }, sentence.fact, promised,
            ].compactMap(\.self).joined(separator: " "),
            "accuracy": accuracy ?? false as Any,
            "basis": frame.basisWords,
            "made": [
                texts("company.made", ["moment": .text(texts.moment(report.asOf, in: frame.zone))]),
                basisSection?.note,
            ].compactMap(\.self).joined(separator: ". "),
            "open_href": dealsHref(.open), "csv_href": fileHref(.csv),
            "xlsx_href": fileHref(.xlsx),
            "segments": segments, "running": isRunning && !counts, "money": !counts,
            "coverage_html": isRunning && !counts ? report.coverage.map(covered) ?? false as Any : false,
            "key": keyFigures, "changes": counts ? false : changes ?? false as Any,
            "bridge": counts ? false : bridge ?? false as Any,
        ]
        page.merge(whatIf) { $1 }
        page.merge(AlertsSection.values(content.alerts, across: content.changes != nil, frame: frame)) { $1 }
        for part in [composition.values, methods.values, notes.values, table.values, fanValues] {
            page.merge(part) { $1 }
        }
        return frame.values(heading, page)
    }

    private var report: ForecastReport { content.departments }

    /// How far the forecast may be trusted at this time of the period.
    private var accuracy: Values? {
        guard let known = content.accuracy, let model = known.model, model > 0, !known.isLuck, isRunning,
            frame.asOf == nil
        else { return nil }
        let filter = BacktestFilter(
            scope: ScopeName(scope, in: frame.names.organisation), period: .month,
            horizon: Horizon.allCases.first { abs($0.fraction - known.horizon) < 0.02 })
        return [
            "href": Route.accuracy(filter).target,
            "words": texts(
                "company.accuracy",
                ["periods": .count(known.periods), "accuracy": .text(texts.percent(model, places: 1))]),
        ]
    }

    /// What people say of the period, beside the model.
    private var promised: String? {
        guard let said = content.said, !said.saidBy.isEmpty, isRunning, frame.asOf == nil, !counts else { return nil }
        return SubmissionsSection.sentence(said, ReportPage(name: .submissions, head: said.head, frame: frame))
    }

    private var texts: Texts { frame.texts }
    private var calendar: CompanyCalendar { frame.company.calendar }
    private var scope: Scope { ForecastTree.scope(of: report.whole) ?? .company }
    private var quota: Int64? { report.whole.plan.quota.flatMap { $0 > 0 ? $0 : nil } }

    /// Nothing is known of money: deals are counted.
    private var counts: Bool { !report.notes.amountsKnown }

    private var isRunning: Bool { report.period.end > frame.zone.day(of: report.asOf) }

    private var heading: Heading {
        let title =
            scope == frame.home
            ? texts(frame.homeTitle) : scope == .company ? texts("page.home.company") : frame.name(of: scope)
        return Heading(
            title: title, scope: scope, period: report.period, chips: [frame.basisChip()].compactMap(\.self),
            drawsCharts: content.curve != nil, action: .company)
    }

    private var sentence: CompanySentence {
        CompanySentence(report: report, before: content.before, headline: content.headline, frame: frame)
    }
    /// Of those who lead: at how many people the plan is in danger.
    private var team: String? {
        guard isRunning, frame.asOf == nil, let people = content.people else { return nil }
        return TeamSentence(people: people.parts, name: frame.name, texts: texts).html
    }

    /// Since when the forecast has moved, where to and mostly why.
    private var changed: String? {
        guard isRunning, frame.asOf == nil, !counts else { return nil }
        return changesSection?.brief
    }

    /// How far open deals cover what the plan lacks, against what was enough before.
    private func covered(_ coverage: Coverage) -> String {
        func money(_ minor: Int64) -> Texts.Argument { .text(texts.amount(minor, report.currency)) }
        var given: [String: Texts.Argument] = [
            "ratio": .text(texts.decimal(coverage.ratio, places: 1)), "open": money(coverage.open),
            "missing": money(coverage.missing), "met": .count(coverage.past.met),
            "periods": .text(texts.integer(coverage.past.periods)),
        ]
        let now = texts.html("company.coverage", given)
        guard let enough = coverage.past.enough else { return now + " " + texts.html("company.coverage.unknown") }
        given["enough"] = .text(texts.decimal(enough, places: 1))
        return now + " " + texts.html("company.coverage.past", given)
    }

    private var whatIf: Values {
        isRunning && !counts
            ? WhatIfSection.values(content.whatIf, frame: frame) : WhatIfSection.nothing
    }

    private var composition: Composition {
        Composition(amounts: report.whole.amount, quota: quota, currency: report.currency, texts: texts)
    }
    private var methods: ThreeMethods {
        ThreeMethods(
            amounts: report.whole.amount, quota: quota, headline: content.headline, currency: report.currency,
            texts: texts)
    }
    private var notes: ForecastNotes { ForecastNotes(notes: report.notes, plan: report.whole.plan, frame: frame) }

    private var changes: Values? {
        guard let section = changesSection else { return nil }
        return section.values.merging(["folded": true]) { $1 }
    }

    private var changesSection: ChangesSection? {
        guard let changes = content.changes else { return nil }
        var choices = [(label: String, href: String, isCurrent: Bool)]()
        for since in Since.allCases {
            guard since.day(before: report.asOf, in: report.period, frame.zone) != nil,
                case .company(var filter) = frame.route.asked(period: PeriodName(report.period, in: calendar))
            else { continue }
            let isCurrent = since == filter.since ?? .week
            filter.since = since
            choices.append((texts("changes.since." + since.rawValue), Route.company(filter).target, isCurrent))
        }
        return ChangesSection(report: changes, frame: frame, named: CompanyPage.named, choices: choices)
    }

    private var basisSection: BasisSection? {
        report.basisParts.map {
            BasisSection(
                parts: $0, toDate: report.whole.amount.wonToDate, currency: report.currency, frame: frame)
        }
    }

    private var bridge: Values? {
        guard isRunning else { return nil }
        if let section = basisSection { return section.values }
        guard let bridge = report.bridge else { return nil }
        return BridgeSection(
            bridge: bridge, counts: report.whole.count, currency: report.currency, frame: frame
        ).values
    }

    private var table: ForecastTable {
        let day = frame.zone.day(of: report.asOf)
        let tree = ForecastTree(
            departments: report, people: content.people,
            home: { frame.names.organisation.department(of: $0, on: day) }, name: frame.name,
            ordered: texts.isOrdered)
        return ForecastTable(
            tree: tree, period: report.period, isRunning: isRunning, counts: counts, currency: report.currency,
            frame: frame, then: content.changes.map { (from: $0.from, means: content.then) }, signals: content.signals)
    }

    private var fanValues: Values {
        counts
            ? ["fan": false]
            : content.curve.map { FanSection(curve: $0, asOf: report.asOf, frame: frame).values } ?? ["fan": false]
    }

    /// On a phone these three stand before the pictures.
    private var keyFigures: [Values] {
        let amounts = report.whole.amount
        let missing = quota.map { max(0, $0 - amounts.wonToDate) }
        return [
            [
                "label": texts(counts ? "company.table.deals" : "company.key.won"),
                "value": counts
                    ? texts.integer(report.whole.count.wonToDate) : texts.amount(amounts.wonToDate, report.currency),
            ],
            [
                "label": texts("company.key.missing"),
                "value": missing.map { texts.amount($0, report.currency) } ?? texts("none"),
            ],
            [
                "label": texts("company.key.probability"),
                "value": report.whole.plan.probability.map { chance in
                    isRunning
                        ? texts.probability(chance) : texts(chance > 0.5 ? "company.plan.met" : "company.plan.missed")
                } ?? texts("none"),
            ],
        ]
    }

    /// Month or quarter, the one that holds the other.
    private var segments: [Values] {
        guard let other = content.other else { return [] }
        return [(report.period, true), (other.period, false)]
            .sorted { $0.0.days < $1.0.days }
            .map { period, current in
                [
                    "label": texts("period.kind." + period.kind.rawValue), "href": address(of: period),
                    "current": current,
                ]
            }
    }

    private func address(of period: Period) -> String {
        frame.route.asked(period: PeriodName(period, in: calendar)).target
    }

    private func dealsHref(_ status: Deal.Status) -> String {
        let name = ScopeName(scope, in: frame.names.organisation)
        return Route.deals(
            DealsFilter(
                scope: name, pipeline: frame.route.pipelineText, status: StatusChoice(status),
                asOf: frame.route.asOfText)
        ).target
    }

    private func fileHref(_ format: Format) -> String {
        let name = ScopeName(scope, in: frame.names.organisation)
        return Route.apiForecast(
            ReportFilter(
                scope: name, period: PeriodName(report.period, in: calendar), asOf: frame.route.asOfText,
                pipeline: frame.route.pipelineText, by: .employee, format: format,
                basis: frame.basis == .won ? nil : frame.basis)
        ).target
    }
}
