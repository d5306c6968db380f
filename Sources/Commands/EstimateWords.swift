import ReportDocuments
import SalesDomain
import SalesReports
import Texts

/// The revenue estimate as a terminal shows it.
struct EstimateWords {
    let text: String

    init(_ report: EstimateReport, _ naming: Naming, _ texts: Texts) {
        let texts = Texts(texts.language, counting: report.head.basis)
        func money(_ minor: Int64?) -> String {
            minor.map { texts.exact(Money(minorUnits: $0, currency: report.head.currency)) } ?? Signs.none
        }
        func methods(_ methods: EstimateReport.Methods) -> [String] {
            [money(methods.template), money(methods.statistical), money(methods.model)]
        }
        var table = Table(
            [texts("report.stage"), texts("report.deals"), texts("report.amount")]
                + ["template", "statistical", "model"].map { texts("cli.method." + $0) })
        for stage in report.stages {
            table.add(
                [naming.line(stage.stage) ?? texts("report.no_stage"), texts.integer(stage.count), money(stage.amount)]
                    + methods(stage.methods))
        }
        let won = EstimateReport.Methods(
            template: report.wonToDate, statistical: report.wonToDate, model: report.wonToDate)
        if let before = report.fromWon { table.add([texts("estimate.from_won"), "", ""] + methods(before)) }
        table.add([texts("estimate.new"), "", ""] + methods(report.newBusiness))
        table.add([texts("estimate.won"), "", ""] + methods(won))
        table.add([texts("report.total"), "", ""] + methods(report.totals))
        text = ReportHeading(report.head, naming, texts).text + "\n" + table.text
    }
}

/// The line above a report in a terminal: whose, when, as of when.
struct ReportHeading {
    let text: String

    init(_ head: ReportHead, _ naming: Naming, _ texts: Texts) {
        text = texts(
            "cli.forecast.heading",
            [
                "scope": .text(naming.whose(.scope(head.scope), texts)),
                "period": .text(texts.period(head.period, in: naming.calendar)),
                "moment": .text(texts.moment(head.asOf, in: naming.calendar.zone)),
            ])
    }
}

extension Naming {
    /// The company in the reader's language; everybody else as options name them.
    func whose(_ subject: ForecastReport.Subject, _ texts: Texts) -> String {
        subject == .scope(.company) ? texts("cli.level.company") : name(subject)
    }
}
