import ReportDocuments
import SalesDomain
import SalesReports
import Texts

/// A forecast of counts as a terminal shows it: what is to come, and how right that was.
struct SeriesWords {
    let text: String

    init(_ report: SeriesReport, _ texts: Texts) {
        var table = Table(["start", "end", "to_date", "mean", "low", "high"].map { texts("cli.series.\($0)") })
        for step in report.steps {
            table.add(
                [step.start.description, (step.end + -1).description]
                    + [step.toDate, step.mean, step.low, step.high].map { texts.decimal($0, places: 1) })
        }
        func percent(_ value: Double?) -> Texts.Argument {
            .text(value.map { texts.percent($0, places: 1) } ?? Signs.none)
        }
        let past = texts(
            "cli.series.accuracy",
            [
                "periods": .count(report.rows.count), "model": percent(report.accuracy.model),
                "last": percent(report.accuracy.naiveLast), "mean3": percent(report.accuracy.naiveMean3),
                "coverage": percent(report.accuracy.coverage80),
            ])
        var notes: [String] = []
        if let day = report.knownBefore, day < report.steps.first?.start ?? day {
            notes.append(texts("cli.series.known", ["day": .text("\(day + -1)")]))
        }
        if !report.untold.isEmpty {
            notes.append(texts("cli.series.untold", ["holes": .text("\(report.untold.count)")]))
        }
        text = ([report.counted.name, table.text, past] + notes).joined(separator: "\n")
    }
}
