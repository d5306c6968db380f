internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// What a seller came for, in words: sold, missing, expected, how sure, what bonus, on which deals it hangs.
struct PeriodSentence {
    let report: PeriodReport
    let frame: Frame

    private var texts: Texts { frame.texts }
    private var page: ReportPage { ReportPage(name: .period, head: report.head, frame: frame) }
    private var quota: Int64? { report.whole.plan.quota.flatMap { $0 > 0 ? $0 : nil } }

    var html: String { [main, bonus, hanging].compactMap(\.self).joined(separator: " ") }

    private var main: String {
        if report.head.period.start > page.today, report.whole.amount.wonToDate == 0 {
            return texts.html("period.future." + (quota == nil ? "no_plan" : "plan"), figures)
        }
        let key = page.isRunning ? (frame.asOf == nil ? "period.sentence." : "period.past.") : "period.closed."
        let plan = quota == nil ? "no_plan" : report.missing == 0 && page.isRunning ? "reached" : "plan"
        return texts.html(key + plan, figures)
    }

    private var figures: [String: Texts.Argument] {
        let amounts = report.whole.amount
        let ends = texts.amounts(from: amounts.p10, to: amounts.p90, report.head.currency)
        return [
            "won": money(amounts.wonToDate), "forecast": money(amounts.mean), "low": .text(ends.low),
            "high": .text(ends.high), "plan": money(quota ?? 0), "missing": money(report.missing ?? 0),
            "share": .text(quota.map { texts.probability(Double(amounts.wonToDate) / Double($0)) } ?? ""),
            "probability": .text(texts.chance(of: report.whole) ?? texts("none")),
            "period": .text(page.period(.genitive)), "day": .text(texts.day(page.today)),
        ]
    }

    private var bonus: String? {
        guard let bonus = report.bonus, !bonus.accruals.isEmpty else { return nil }
        if let period = texts.beyond(bonus, in: page.calendar) {
            return texts.html(
                "period.bonus.beyond",
                [
                    "period": .text(period), "earned": exact(bonus.toDate),
                    "expected": exact(bonus.expected),
                ])
        }
        guard page.isRunning else { return texts.html("period.bonus.closed", ["earned": exact(bonus.toDate)]) }
        let ends = texts.amounts(from: bonus.p10, to: bonus.p90, bonus.currency)
        let isOne = bonus.p10 == bonus.p90
        let key =
            !isOne
            ? "period.bonus.sentence"
            : bonus.p10 == bonus.expected ? "period.bonus.sentence.sure" : "period.bonus.sentence.one"
        return texts.html(
            key,
            [
                "earned": exact(bonus.toDate), "expected": exact(bonus.expected),
                "low": isOne ? exact(bonus.p10) : .text(ends.low), "high": .text(ends.high),
            ])
    }

    private var hanging: String? {
        guard page.isRunning, report.decisive > 0 else { return nil }
        return texts.html("period.hanging", ["deals": .count(report.decisive), "href": .text("#deciding")])
    }

    private func money(_ minor: Int64) -> Texts.Argument { .text(texts.amount(minor, report.head.currency)) }

    /// A bonus is read to the hryvnia.
    private func exact(_ minor: Int64) -> Texts.Argument { .text(texts.whole(minor, frame.company.baseCurrency)) }
}
