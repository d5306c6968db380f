import ReportDocuments
import SalesDomain
import SalesReports
import Texts

/// Event analysis as a terminal shows it.
struct EventsWords {
    let text: String

    init(_ report: EventsReport, _ naming: Naming, _ texts: Texts) {
        var table = Table(
            ["person", "calls", "answered", "taken", "missed", "lost", "talk"].map { texts("events.col.\($0)") })
        func add(_ name: String, _ person: EventsReport.Person) {
            table.add(
                [name]
                    + [
                        person.outbound.all, person.outbound.answered, person.inbound.answered, person.inbound.missed,
                        person.inbound.notCalledBack,
                    ].map { texts.integer($0) } + ["\(person.calls.talkSeconds / 60)"])
        }
        for person in report.people { add(naming.name(person.employee) ?? texts("scope.nobody"), person) }
        add(texts("report.total"), report.whole)
        let apart = [
            texts(
                "events.basis.unassigned",
                [
                    "calls": .count(report.unassigned), "all": .text(texts.integer(report.calls.all)),
                    "share": .text(texts.percent(Double(report.unassigned) / Double(max(1, report.calls.all)))),
                ]),
            texts("events.basis.over_long", ["calls": .count(report.overLong.count)]),
        ]
        text = ([ReportHeading(report.head, naming, texts).text, table.text] + apart).joined(separator: "\n")
    }
}
