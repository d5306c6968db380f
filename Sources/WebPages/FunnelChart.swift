internal import SalesDomain
internal import SalesReports
internal import Texts

/// The same funnel as data for the browser's chart: it draws, the words are already here.
struct FunnelChart {
    let report: FunnelReport
    let page: ReportPage

    private var texts: Texts { page.texts }
    private var currency: Currency { report.head.currency }

    var json: String {
        JSON.object(["kind": "funnel", "rows": .array(report.stages.map(row))]).text
    }

    private func row(_ stage: FunnelReport.Stage) -> JSON {
        let figures = stage.figures
        func units(_ minor: Int64) -> JSON { .number(AmountScale.units(minor, currency)) }
        return .object([
            "name": .string(page.stage(stage.stage)), "words": .string(texts.amount(figures.amount, currency)),
            "fresh": units(figures.amount - figures.overdueAmount), "late": units(figures.overdueAmount),
            "problem": .flag(stage.isProblem), "href": .string(page.openDeals(at: stage.stage)),
            "tip": .string(tip(stage)),
        ])
    }

    private func tip(_ stage: FunnelReport.Stage) -> String {
        let figures = stage.figures
        func line(_ key: String, _ minor: Int64, _ count: Int) -> String {
            texts(key) + ": " + texts.amount(minor, currency) + ", "
                + texts("funnel.tip.deals", ["deals": .count(count)])
        }
        return [
            page.stage(stage.stage), line("funnel.open", figures.amount, figures.count),
            line("funnel.in_period", figures.inPeriodAmount, figures.inPeriodCount),
            line("funnel.too_long", figures.overdueAmount, figures.overdueCount),
        ].joined(separator: "\n")
    }
}
