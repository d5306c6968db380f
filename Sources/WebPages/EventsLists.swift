internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// The very calls: those that nobody has called back, and those that were never hung up.
struct EventsLists {
    private let report: EventsReport
    private let page: ReportPage
    private static let length = 60
    /// So many are seen at once.
    private static let shown = 8

    init(_ report: EventsReport, _ page: ReportPage) {
        self.report = report
        self.page = page
    }

    private var texts: Texts { page.texts }

    var values: Values {
        [
            "lost": report.notCalledBack.isEmpty
                ? false as Any
                : list(report.notCalledBack.count, report.notCalledBack.prefix(Self.length).map(lost), "due") {
                    $0.direction = .inbound
                    $0.choice = .lost
                },
            "long": report.overLong.isEmpty
                ? false as Any
                : list(report.overLong.count, report.overLong.prefix(Self.length).map(long), "length") {
                    $0.choice = .overLong
                },
        ]
    }

    private func list(_ count: Int, _ calls: [Values], _ last: String, _ all: (inout CallsFilter) -> Void) -> Values {
        return [
            "heading": texts("events.col." + last), "calls": Array(calls.prefix(Self.shown)),
            "folded": calls.count > Self.shown
                ? [
                    "label": texts("events.fold", ["calls": .count(calls.count - Self.shown)]),
                    "calls": Array(calls.dropFirst(Self.shown)),
                ] as Values : false as Any,
            "more": [
                "href": page.calls(nil, all), "words": texts("events.more", ["calls": .count(count)]),
            ] as Values,
        ]
    }

    private func lost(_ call: EventsReport.MissedCall) -> Values {
        var line = line(at: call.at, call.employee, call.deal, call.account)
        let inTime = call.due > report.head.asOf
        line["state"] = texts(
            inTime ? "events.lost.due" : "events.lost.late",
            ["due": .text(texts.day(page.frame.zone.day(of: call.due) + -1, year: false))])
        line["late"] = !inTime
        return line
    }

    private func long(_ call: EventsReport.LongCall) -> Values {
        var line = line(at: call.at, call.employee, call.deal, nil)
        line["state"] = texts.duration(seconds: call.seconds)
        line["late"] = false
        return line
    }

    private func line(at: Instant, _ employee: Employee.ID?, _ deal: Deal.ID?, _ account: Account.ID?) -> Values {
        let names = page.frame.names
        return [
            "at": texts.numericDay(page.frame.zone.day(of: at)) + ", " + texts.time(at, in: page.frame.zone),
            "who": page.frame.name(of: .employee(employee)),
            "about": deal.map {
                ["href": page.frame.address(of: $0), "title": names.title(of: $0)] as Values
            } ?? false as Any,
            "account": account.flatMap { names.accounts[$0] } ?? (deal == nil ? texts("events.stranger") : ""),
        ]
    }
}
