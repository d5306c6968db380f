import ReportDocuments
import SalesDomain
import SalesReports
import Texts

/// What changed, as a terminal shows it: the steps; their deals are in `--json` and `--csv`.
struct ChangesWords {
    let text: String

    init(_ report: ChangesReport, _ naming: Naming, _ texts: Texts) {
        func money(_ minor: Int64) -> String { texts.exact(Money(minorUnits: minor, currency: report.head.currency)) }
        func moment(_ instant: Instant) -> Texts.Argument {
            .text(texts.moment(instant, in: naming.calendar.zone))
        }
        var table = Table([texts("changes.table.cause"), texts("report.deals"), texts("report.amount")])
        table.add([texts("changes.before", ["moment": moment(report.from)]), "", money(report.before)])
        for step in report.steps where step.count > 0 || step.amount != 0 {
            table.add([
                texts("changes.kind." + step.kind.rawValue), texts.integer(step.count), money(step.amount),
            ])
        }
        table.add([texts("changes.after", ["moment": moment(report.head.asOf)]), "", money(report.after)])
        text = ReportHeading(report.head, naming, texts).text + "\n" + table.text
    }
}
