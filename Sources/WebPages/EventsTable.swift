internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// A line for each person: calls made and taken, against the norm and the time before; other activities.
struct EventsTable {
    let report: EventsReport
    let page: ReportPage

    private var texts: Texts { page.texts }

    /// More missed calls without an answer than this are marked.
    private static let forgotten = 2

    var values: Values {
        [
            "people": report.people.byOutbound.map(line), "total": [whole],
            "note": note, "has_people": !report.people.isEmpty, "has_kinds": !kinds.isEmpty,
            "kinds_count": String(kinds.count), "kinds": kinds.map { texts("events.kind." + $0.rawValue) },
        ]
    }

    private func line(_ person: EventsReport.Person) -> Values {
        var line = cells(person)
        line.merge(links(.some(.employee(person.employee)), person)) { $1 }
        line["name"] = page.frame.name(of: .employee(person.employee))
        // Nobody makes no calls of their own choice.
        line["passive"] = person.employee != nil && person.isPassive
        line["link"] =
            person.employee.map { id -> Any in
                let scope = ScopeName(.employee(id), in: page.frame.names.organisation)
                return ["href": page.frame.route.asked(scope: scope).target] as Values
            } ?? false
        line["absent"] =
            person.absentDays > 0 && person.employee != nil
            ? texts("events.absent", ["days": .text(texts.decimal(person.workedDays, places: 0))]) : false as Any
        return line
    }

    private var whole: Values { cells(report.whole).merging(links(nil, report.whole)) { $1 } }

    /// From each number to the very calls.
    private func links(_ who: Scope?, _ person: EventsReport.Person) -> Values {
        func link(_ direction: Activity.Direction, _ choice: Activity.Choice? = nil) -> String {
            page.calls(who) {
                $0.direction = direction
                $0.choice = choice
            }
        }
        return [
            "outbound_href": link(.outbound), "answered_href": link(.outbound, .answered),
            "taken_href": link(.inbound, .answered), "missed_href": link(.inbound, .missed),
            "lost_href": link(.inbound, .lost),
            "others": kinds.map { kind in
                [
                    "kind": texts("events.kind." + kind.rawValue),
                    "number": person.others[kind].map { texts.integer($0) } ?? texts("none"),
                    "href": page.calls(who) { $0.kind = kind },
                ] as Values
            },
        ]
    }

    private func cells(_ person: EventsReport.Person) -> Values {
        let lost = person.inbound.notCalledBack
        return [
            "outbound": texts.integer(person.outbound.all), "answered": texts.integer(person.outbound.answered),
            "per_day": person.outboundPerDay.map { texts.decimal($0, places: 1) } ?? texts("none"),
            "norm": person.normPerDay.map { " / " + texts.decimal($0, places: 1) } ?? "",
            "short": person.isShort,
            "change": texts.signed(person.outbound.all - person.outboundBefore.all),
            "spark_svg": Spark(values: person.weeks, low: person.isShort).svg(said: spoken(person)),
            "taken": texts.integer(person.inbound.answered), "missed": texts.integer(person.inbound.missed),
            "lost": lost > 0 ? texts.integer(lost) : texts("none"),
            "forgetful": person.employee != nil && lost > EventsTable.forgotten,
            "share": person.activeShare.map { texts.percent($0) } ?? texts("none"), "passive": person.isPassive,
            "talk": texts.duration(seconds: person.calls.talkSeconds),
            "touched": person.touchedShare.map { texts.percent($0) } ?? texts("none"),
        ]
    }

    /// Other things that anybody did: a column of nothing is left out.
    private var kinds: [Activity.Kind] {
        [Activity.Kind.email, .meeting, .message, .task].filter { (report.whole.others[$0] ?? 0) > 0 }
    }

    private func spoken(_ person: EventsReport.Person) -> String {
        texts("events.weeks.said", ["weeks": .text(person.weeks.map { texts.integer($0) }.joined(separator: ", "))])
    }

    private var note: String {
        texts(
            report.people.contains { $0.norm != nil } ? "events.note.norm" : "events.note.no_norm",
            [
                "share": .text(texts.percent(CallShortfall.share)),
                "least": .text(texts.decimal(CallShortfall.least, places: 0)),
            ])
    }
}

/// Six weeks in a line, as small as a word.
struct Spark {
    let values: [Int]
    let low: Bool

    func svg(said: String) -> String {
        var drawing = Drawing()
        let largest = Double(max(1, values.max() ?? 1))
        let points = values.enumerated().map { index, value in
            Drawing.Point(x: 2 + Double(index) * 11, y: 16 - 12 * Double(value) / largest)
        }
        drawing.path(points, low ? "s-signal" : "s-slate")
        if let last = points.last { drawing.circle(.init(last.x), last.y, 2.5, low ? "f-signal" : "f-slate") }
        return drawing.svg(width: 62, height: 20, "spark", said: said)
    }
}
