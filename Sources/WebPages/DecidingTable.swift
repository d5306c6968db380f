internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// The deals that decide the plan: its probability if each is won, and if not.
struct DecidingTable {
    let report: PeriodReport
    let frame: Frame
    /// What is next about each deal; nil: nobody asked.
    var next: [Deal.ID: PlannedActivity]?

    private var texts: Texts { frame.texts }
    private var now: Double { report.whole.plan.probability ?? 0 }

    var values: Values {
        // What a win brings is an estimate: no more digits than in a sentence.
        let largest = AmountScale.units(report.deciding.map(\.value).max() ?? 0, report.head.currency)
        let scale = max(AmountScale(ofColumn: largest), largest < 100_000 ? .unit : .thousand)
        return [
            "deciding": report.deciding.map { row($0, scale) }, "has_deciding": !report.deciding.isEmpty,
            "deciding_unit": texts.unit(scale, report.head.currency),
            "none_deciding": texts(reason),
            "deciding_note": texts("period.deciding.note", ["now": .text(texts.probability(now))]),
        ]
    }

    private var reason: String {
        if report.whole.plan.quota == nil { return "period.deciding.no_plan" }
        return report.missing == 0 ? "period.deciding.reached" : "period.deciding.none"
    }

    private func row(_ deal: PeriodReport.Deciding, _ scale: AmountScale) -> Values {
        [
            "href": frame.address(of: deal.row.deal), "title": frame.names.title(of: deal.row.deal),
            "account": deal.row.account.flatMap { frame.names.accounts[$0] } ?? "",
            "amount": texts.column(deal.value, report.head.currency, scale),
            "stage": deal.row.stage.flatMap(frame.names.stage)?.name ?? texts("report.no_stage"),
            "days": days(deal), "overdue": deal.isOverdue, "chance": texts.probability(deal.chance),
            "next": words(deal.row.deal), "no_next": next.map { $0[deal.row.deal] == nil } ?? false,
            "if_won": texts.probability(deal.ifWon), "if_not": texts.probability(deal.ifNot), "fork_svg": fork(deal),
        ]
    }

    private func words(_ deal: Deal.ID) -> String {
        guard let next else { return "" }
        guard let planned = next[deal] else { return texts("own.no_next") }
        let day = texts.day(frame.zone.day(of: planned.due), year: false)
        return texts("own.next", ["what": .text(texts("today.kind." + planned.kind.rawValue)), "day": .text(day)])
    }

    private func days(_ deal: PeriodReport.Deciding) -> String {
        guard let days = deal.row.daysInStage else { return "" }
        guard let usual = deal.usual else { return texts("period.days", ["days": .count(days)]) }
        return texts("period.days_usual", ["days": .count(days), "usual": .count(usual.median)])
    }

    private func fork(_ deal: PeriodReport.Deciding) -> String {
        var drawing = Drawing()
        drawing.line(.percent(0), 13, .percent(100), 13, "s-line")
        let (low, high) = (deal.ifNot * 100, deal.ifWon * 100)
        drawing.rect(.percent(low), 10, .percent(max(0, high - low)), 6, "f-band50")
        drawing.line(.percent(now * 100), 5, .percent(now * 100), 21, "s-plan s-dots")
        drawing.circle(.percent(low), 13, 4.5, "s-lost")
        drawing.circle(.percent(high), 13, 4.5, "f-won")
        let said = texts(
            "period.fork.said",
            ["if_not": .text(texts.probability(deal.ifNot)), "if_won": .text(texts.probability(deal.ifWon))])
        return drawing.stretched(height: 26, "bullet fork", said: said)
    }
}
