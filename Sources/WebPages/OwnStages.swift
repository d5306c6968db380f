internal import SalesDomain
internal import SalesReports
internal import Texts

/// A person's open deals by stage: how many, how much of their money may be won in the period, and what is expected of it.
struct OwnStages {
    private let report: FunnelReport
    private let page: ReportPage

    init(_ report: FunnelReport, page: ReportPage) {
        self.report = report
        self.page = page
    }

    private var texts: Texts { page.texts }
    private var currency: Currency { report.head.currency }
    private var scale: AmountScale { AmountScale(ofColumn: AmountScale.units(report.total.amount, currency)) }
    private func number(_ minor: Int64) -> String { texts.column(minor, currency, scale) }

    var values: Values {
        [
            "unit": texts.unit(scale, currency), "sum": sum, "rows": report.stages.map(row),
            "total": cells(report.total), "has_late": report.total.overdueCount > 0,
        ]
    }

    private var sum: String {
        func money(_ minor: Int64) -> Texts.Argument { .text(texts.amount(minor, currency)) }
        return texts(
            "own.sum",
            [
                "deals": .count(report.total.count), "all": money(report.total.amount),
                "period": .text(page.period(.locative)), "some": .count(report.total.inPeriodCount),
                "in_period": money(report.total.inPeriodAmount),
            ])
    }

    private func cells(_ figures: FunnelReport.Figures) -> Values {
        [
            "part": texts(
                "own.part",
                ["some": .text(number(figures.inPeriodAmount)), "all": .text(number(figures.amount))]),
            "expected": number(figures.expected),
        ]
    }

    private func row(_ stage: FunnelReport.Stage) -> Values {
        let figures = stage.figures
        var row = cells(figures)
        row["name"] = page.stage(stage.stage)
        row["href"] = page.openDeals(at: stage.stage)
        row["deals"] = texts("funnel.tip.deals", ["deals": .count(figures.count)])
        row["late"] = figures.overdueCount > 0 ? texts.integer(figures.overdueCount) : false as Any
        row["bar_svg"] = bar(figures)
        return row
    }

    private func bar(_ figures: FunnelReport.Figures) -> String {
        let largest = Double(max(1, report.stages.map(\.figures.amount).max() ?? 1))
        var drawing = Drawing()
        drawing.rect(.percent(0), 3, .percent(Double(figures.amount) / largest * 100), 12, "f-wash2 s-line2")
        drawing.rect(.percent(0), 3, .percent(Double(figures.inPeriodAmount) / largest * 100), 12, "f-open")
        return drawing.stretched(height: 18, "stripe", said: nil)
    }
}
