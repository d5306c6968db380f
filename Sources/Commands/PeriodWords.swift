import ReportDocuments
import SalesDomain
import SalesReports
import Texts

/// A person's period as a terminal shows it.
struct PeriodWords {
    let text: String

    init(_ report: PeriodReport, _ naming: Naming, _ texts: Texts) {
        let currency = report.head.currency
        func money(_ minor: Int64?, _ own: Currency? = nil) -> String {
            minor.map { texts.exact(Money(minorUnits: $0, currency: own ?? currency)) } ?? Signs.none
        }
        let whole = report.whole
        var figures = Table([texts("period.cli.what"), texts("period.cli.value")])
        figures.add([texts("company.table.won"), money(whole.amount.wonToDate)])
        figures.add([texts("company.table.mean"), money(whole.amount.mean)])
        figures.add([texts("company.table.range"), "\(money(whole.amount.p10)) – \(money(whole.amount.p90))"])
        figures.add([texts("company.table.plan"), money(whole.plan.quota)])
        figures.add([texts("company.key.missing"), money(report.missing)])
        figures.add([
            texts("company.table.probability"), whole.plan.probability.map(texts.probability) ?? Signs.none,
        ])
        if let bonus = report.bonus, !bonus.accruals.isEmpty {
            figures.add([texts("period.bonus.earned"), money(bonus.toDate, bonus.currency)])
            figures.add([texts("period.bonus.expected"), money(bonus.expected, bonus.currency)])
        }
        var deals = Table([
            texts("period.deal"), texts("report.amount"), texts("period.chance"), texts("period.if_not"),
            texts("period.if_won"),
        ])
        for deal in report.deciding {
            deals.add([
                naming.name(deal.row.deal), money(deal.value), texts.probability(deal.chance),
                texts.probability(deal.ifNot), texts.probability(deal.ifWon),
            ])
        }
        text =
            ReportHeading(report.head, naming, texts).text + "\n" + figures.text
            + (report.deciding.isEmpty ? "" : "\n" + texts("period.deciding_title") + "\n" + deals.text)
    }
}
