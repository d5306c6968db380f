package import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// One deal: what the forecast thinks of it and why, its way through the stages, its log.
package struct DealPage: Sendable {
    private let report: DealReport
    private let actions: [ActionsReport.Row]
    private let givers: [Employee.ID]
    private let frame: Frame
    private let whatIf: WhatIfSection.Content?
    private let category: Deal.Category
    /// How many entries its log has; nil: this reader may not change it.
    private let version: Int?

    /// - Parameters:
    ///   - actions: about this deal, those that the reader may see.
    ///   - givers: to whom the reader may give something to do.
    package init(
        _ report: DealReport, category: Deal.Category = .pipeline, version: Int? = nil,
        actions: [ActionsReport.Row] = [], givers: [Employee.ID] = [], frame: Frame,
        whatIf: WhatIfSection.Content? = nil
    ) {
        self.category = category
        self.version = version
        self.whatIf = whatIf
        self.report = report
        self.actions = actions
        self.givers = givers
        self.frame = frame
    }

    package func html() -> String { Templates.render("deal", values) }

    var values: Values {
        let log = DealLogWords(report: report, frame: frame).lines
        let path = report.path.map(stay)
        let reasons = DealReasons(report: report, frame: frame).lines
        return frame.values(
            Heading(title: frame.names.title(of: report.row.deal), action: .deal),
            [
                "sentence_html": DealSentence(report: report, frame: frame).html,
                "list_href": Route.deals(
                    DealsFilter(period: frame.route.periodText, asOf: frame.route.asOfText)
                ).target, "badge": frame.badge(of: row.status),
                "client": client ?? false as Any,
                "made": texts("company.made", ["moment": .text(texts.moment(report.asOf, in: frame.zone))]),
                "path": path, "any_path": !path.isEmpty, "reasons": reasons, "any_reasons": !reasons.isEmpty,
                "log": log,
                "forecast": forecast ?? false as Any, "facts": facts, "categories": categories ?? false as Any,
                "act": action ?? false as Any,
                "actions": actions.isEmpty
                    ? false as Any
                    : [
                        "rows": ActionRows(
                            rows: actions, currency: report.currency, frame: frame, givers: Set(givers),
                            saysWhat: false
                        ).values
                    ] as Values,
            ].merging(
                report.forecast == nil
                    ? WhatIfSection.nothing : WhatIfSection.values(whatIf, frame: frame)
            ) { $1 })
    }

    /// Who buys, in sight at once; leads to all that this customer has bought, is buying or has refused.
    private var client: Values? {
        account.map { name in
            ["words": texts("deal.account", ["account": .text(name)]), "href": otherDeals(of: name)]
        }
    }

    private var account: String? { row.account.flatMap { frame.names.accounts[$0] } }

    private func otherDeals(of account: String) -> String {
        Route.deals(
            DealsFilter(
                pipeline: DealsFilter.everyPipeline, status: .all, account: account, asOf: frame.route.asOfText)
        ).target
    }

    /// What the deal may be said to be, in place.
    private var categories: Values? {
        version.map { version in
            [
                "action": Route.answer(row.deal).target, "csrf": frame.csrf, "version": String(version),
                "back": frame.route.target,
                "choices": Deal.Category.allCases.map {
                    [
                        "value": $0.rawValue, "label": texts("deal.category." + $0.rawValue),
                        "current": $0 == category,
                    ] as Values
                },
            ]
        }
    }

    /// Something to do about an open deal, first by its owner, for the money that is expected of it.
    private var action: Values? {
        guard row.status == .open, frame.asOf == nil else { return nil }
        let scope = row.owner.flatMap { givers.contains($0) ? Scope.employee($0) : nil } ?? frame.home
        let draft = ActionDraft(
            origin: .deal, subject: .deal(row.deal), scope: ScopeName(scope, in: frame.names.organisation),
            who: frame.id(of: row.owner),
            what: texts("action.what.deal", ["deal": .text(frame.names.title(of: row.deal))]), due: nil,
            expected: frame.typed(report.expectedMoney))
        var values = ActionForm(draft: draft, givers: givers, frame: frame, back: frame.route).values
        values?["label"] = texts("action.make")
        return values
    }

    private var row: DealsReport.Row { report.row }
    private var texts: Texts { frame.texts }

    private var forecast: Values? {
        report.forecast.map { forecast in
            let month = Period.month(containing: frame.zone.day(of: report.asOf))
            let name = texts.period(month, in: frame.company.calendar, .locative, year: false)
            return [
                "month_label": texts("deal.in_month", ["month": .text(name)]),
                "month": texts.probability(forecast.winProbabilityInPeriod),
                "ever": texts.probability(forecast.winProbability),
                "amount": forecast.valuedBy == .nothing
                    ? texts("none") : texts.amount(forecast.expectedAmount, report.currency),
                "valued": valued(forecast),
            ]
        }
    }

    /// Whence the amount, if won.
    private func valued(_ forecast: ForecastReport.DealForecast) -> String {
        guard forecast.valuedBy == .amount, let said = row.baseAmount, said > 0 else {
            return texts("deal.value." + (forecast.valuedBy == .amount ? "same" : forecast.valuedBy.rawValue))
        }
        let share = Double(forecast.expectedAmount) / Double(said)
        if abs(share - 1) < 0.005 { return texts("deal.value.same") }
        return texts(
            "deal.value.amount",
            ["amount": .text(texts.amount(said, report.currency)), "share": .text(texts.percent(share))])
    }

    private var facts: [Values] {
        var facts: [(String, String?)] = [
            ("amount", row.amount.map(texts.exact) ?? texts("deal.no_amount")),
            ("base", baseAmount),
            ("account", account ?? texts("deal.no_account")),
            ("product", row.product.flatMap { frame.names.products[$0] }),
            ("pipeline", frame.names.pipeline(row.pipeline)?.name),
            ("stage", row.stage.flatMap(frame.names.stage)?.name),
            ("owner", row.owner.map { frame.name(of: .employee($0)) } ?? texts("scope.nobody")),
            ("created", texts.day(row.created)),
            ("category", row.status == .open ? texts("deal.category." + category.rawValue) : nil),
            ("expected", row.expectedClose.map { texts.day($0) }),
            ("closed", row.closed.map { texts.day($0) }),
        ]
        if report.shares.count > 1 { facts.append(("split", shares)) }
        return facts.compactMap { name, value in
            value.map {
                let href = name == "account" ? account.map(otherDeals) : nil
                return ["label": texts("deal.fact." + name), "value": $0, "href": href ?? false as Any]
            }
        }
    }

    private var baseAmount: String? {
        guard let amount = row.amount, amount.currency != report.currency else { return nil }
        return row.baseAmount.map { texts.exact(Money(minorUnits: $0, currency: report.currency)) }
            ?? texts("deals.no_rate")
    }

    private var shares: String {
        report.shares.map { share in
            let name = share.employee.map { frame.name(of: .employee($0)) } ?? texts("scope.nobody")
            return "\(name) \(texts.percent(share.fraction))"
        }.joined(separator: ", ")
    }

    private func stay(_ stay: DealReport.Stay) -> Values {
        [
            "stage": frame.names.stage(stay.stage)?.name ?? texts("none"), "present": stay.isPresent,
            "since": texts("deal.since", ["day": .text(texts.numericDay(stay.from))]),
            "days": texts("deal.days", ["days": .count(stay.days)]), "overdue": stay.isOverdue,
            "usual": stay.usual.map { texts("deal.usual", ["days": .count($0.median)]) } ?? "",
            "bar_svg": bar(stay),
        ]
    }

    /// Days at the stage against the usual: a tick at the median, a band to where nine of ten won deals had moved on.
    private func bar(_ stay: DealReport.Stay) -> String {
        let longest = report.path.map { max($0.days, $0.usual?.p90 ?? 0) }.max() ?? 1
        func at(_ days: Int) -> Double { Double(days) / Double(max(1, longest)) * 100 }
        var drawing = Drawing()
        drawing.line(.percent(0), 14, .percent(100), 14, "s-line")
        if let usual = stay.usual { drawing.rect(.percent(0), 8, .percent(at(usual.p90)), 12, "f-wash2", round: 2) }
        drawing.rect(.percent(0), 11, .percent(at(stay.days)), 6, stay.isOverdue ? "f-signal" : "f-slate")
        if let usual = stay.usual { drawing.rect(.percent(at(usual.median)), 6, 2, 16, "f-plan", shift: -1) }
        return drawing.stretched(height: 28, "stay", said: nil)
    }
}
