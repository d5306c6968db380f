internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// Stage × what is there, what of it may be won, how long it stands; then the deals that stand too long.
struct FunnelTable {
    let report: FunnelReport
    let page: ReportPage

    private var texts: Texts { page.texts }
    private var currency: Currency { report.head.currency }

    var values: Values {
        let shown = report.slowDeals.prefix(FunnelPage.shown)
        return [
            "unit": texts.unit(scale, currency), "stages": report.stages.map(row), "total": cells(report.total),
            "rule": texts(
                "funnel.rule",
                [
                    "share": .text(texts.percent(report.rule.problemShare)), "deals": .count(report.rule.problemDeals),
                    "chance": .text(texts.percent(report.rule.leastChance)),
                ]),
            "has_deals": !shown.isEmpty, "deals": shown.map(deal),
            "more": texts(
                "funnel.deals.shown", ["shown": .count(shown.count), "all": .count(report.slowDeals.count)]),
            "dead": dead ?? false as Any,
        ]
    }

    private var scale: AmountScale { AmountScale(ofColumn: AmountScale.units(report.total.amount, currency)) }
    private func number(_ minor: Int64) -> String { texts.column(minor, currency, scale) }

    private func cells(_ figures: FunnelReport.Figures) -> Values {
        [
            "count": texts.integer(figures.count), "amount": number(figures.amount),
            "in_count": texts.integer(figures.inPeriodCount), "in_amount": number(figures.inPeriodAmount),
            "in_expected": number(figures.inPeriodExpected), "expected": number(figures.expected),
            "late_count": texts.integer(figures.overdueCount), "late_amount": number(figures.overdueAmount),
        ]
    }

    private func row(_ stage: FunnelReport.Stage) -> Values {
        var row = cells(stage.figures)
        row["name"] = page.stage(stage.stage)
        row["href"] = page.openDeals(at: stage.stage)
        row["problem"] = stage.isProblem
        row["age"] = stage.age.map { texts.integer($0) } ?? texts("none")
        row["usual"] = stage.usual.map { texts.integer($0.median) } ?? texts("none")
        row["limit"] = stage.usual.map { texts.integer($0.p90) } ?? texts("none")
        return row
    }

    /// Nobody has ever won one that stood so long.
    private var dead: Values? {
        let all = report.deadDeals
        guard !all.isEmpty else { return nil }
        let shown = all.prefix(FunnelPage.shown)
        let money = all.reduce(Int64(0)) { $0.plus($1.amount) }
        return [
            "why": texts(
                "funnel.dead.why", ["deals": .count(all.count), "amount": .text(texts.amount(money, currency))]),
            "more": texts("funnel.deals.shown", ["shown": .count(shown.count), "all": .count(all.count)]),
            "deals": shown.map(deal),
        ]
    }

    private func deal(_ deal: FunnelReport.ProblemDeal) -> Values {
        [
            "title": page.frame.names.title(of: deal.deal), "href": page.frame.address(of: deal.deal),
            "account": deal.account.flatMap { page.frame.names.accounts[$0] } ?? "", "stage": page.stage(deal.stage),
            "owner": deal.owner.map { page.frame.name(of: .employee($0)) } ?? texts("scope.nobody"),
            "amount": number(deal.amount), "days": texts.integer(deal.days), "limit": texts.integer(deal.usual.p90),
            "close": deal.expectedClose.map { texts.numericDay($0) } ?? texts("none"),
            "late": deal.expectedClose.map { $0 < page.today } ?? false, "chance": texts.probability(deal.chance),
        ]
    }
}
