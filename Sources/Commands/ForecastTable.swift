import ReportDocuments
import SalesDomain
import SalesReports
import Texts

/// The forecast as a terminal shows it.
struct ForecastTable {
    let text: String

    init(_ report: ForecastReport, _ naming: Naming, _ texts: Texts, _ reporter: Reporter) {
        let calendar = naming.calendar
        let heading = texts(
            "cli.forecast.heading",
            [
                "scope": .text(naming.name(report.whole.subject)),
                "period": .text(texts.period(report.period, in: calendar)),
                "moment": .text(texts.moment(report.asOf, in: calendar.zone)),
            ])
        let currency = report.currency
        func money(_ minor: Int64?) -> String {
            minor.map { texts.exact(Money(minorUnits: $0, currency: currency)) } ?? Signs.none
        }
        var nodes = Table(
            ["whose", "won", "open", "new", "mean", "range", "template", "statistical", "plan", "probability"].map {
                texts("cli.forecast.\($0)")
            })
        for node in [report.whole] + report.parts {
            nodes.add([
                naming.name(node.subject), money(node.amount.wonToDate), money(node.amount.fromOpen),
                money(node.amount.fromNew), money(node.amount.mean),
                money(node.amount.p10) + Signs.enDash + money(node.amount.p90), money(node.amount.template),
                money(node.amount.statistical), money(node.plan.quota),
                node.plan.probability.map { texts.probability($0) } ?? Signs.none,
            ])
        }
        guard !report.deals.isEmpty else {
            text = heading + "\n" + nodes.text
            return
        }
        var deals = Table(["deal", "in_period", "ever", "value", "close"].map { texts("cli.forecast.\($0)") })
        for deal in report.deals {
            deals.add([
                naming.name(deal.deal), texts.probability(deal.winProbabilityInPeriod),
                texts.probability(deal.winProbability), money(deal.expectedAmount),
                deal.expectedClose.map { texts.numericDay($0) } ?? Signs.none,
            ])
        }
        text = heading + "\n" + nodes.text + "\n\n" + deals.text
    }
}
