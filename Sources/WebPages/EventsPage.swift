internal import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// Who called whom, how it came out, and when: calls and other activities of a period.
package struct EventsPage: Sendable {
    private let report: EventsReport
    private let frame: Frame

    package init(_ report: EventsReport, frame: Frame) {
        self.report = report
        self.frame = frame
    }

    package func html() -> String { Templates.render("events", values) }

    var values: Values {
        var values: Values = [
            "sentence_html": EventsSentence(report: report, page: page).html, "facts": facts,
            "nothing": report.whole.calls.all == 0 && report.people.isEmpty ? texts("events.nothing") : false as Any,
            "bars": report.whole.calls.all > 0 ? bars : false as Any, "heat": heat,
        ]
        for part in [page.values, EventsTable(report: report, page: page).values, EventsLists(report, page).values] {
            values.merge(part) { $1 }
        }
        return frame.values(page.heading, values)
    }

    private var page: ReportPage { ReportPage(name: .events, head: report.head, frame: frame) }
    private var texts: Texts { frame.texts }

    private var bars: Values {
        let hasNorm = report.people.contains { $0.norm != nil }
        return [
            "wide_svg": EventsPicture(report: report, page: page, width: 620).svg("wide"),
            "narrow_svg": EventsPicture(report: report, page: page, width: 360).svg("narrow"), "norm": hasNorm,
        ]
    }

    private var heat: Any {
        let map = HeatMap(cells: report.heat, texts: texts) { weekday, hour, direction in
            page.calls {
                $0.weekday = weekday + 1
                $0.hour = hour
                $0.direction = direction
            }
        }
        guard map.isWorthDrawing else { return false }
        return [
            "wide_svg": map.svg(width: 440, "wide"), "narrow_svg": map.svg(width: 360, "narrow"), "sub": map.sub,
            "title": map.title,
            "busiest": map.busiest ?? false as Any, "hours": map.hours.map { String($0) }, "rows": map.rows,
        ] as Values
    }

    /// What the figures stand on: days, what they are compared with, what is apart.
    private var facts: [Values] {
        let before = report.whole
        let lines: [(String, [String: Texts.Argument], Bool)] = [
            ("events.basis.days", ["days": .text(page.days(before: report.upTo, from: report.from))], true),
            (
                "events.basis.compared",
                [
                    "days": .text(page.days(before: report.beforeTo, from: report.beforeFrom)),
                    "outbound": .text(texts.signed(before.outbound.all - before.outboundBefore.all)),
                    "inbound": .text(texts.signed(before.inbound.answered - before.inboundBefore.answered)),
                    "missed": .text(texts.signed(before.inbound.missed - before.inboundBefore.missed)),
                ], report.beforeTo > report.beforeFrom
            ),
            (
                "events.basis.unassigned",
                [
                    "calls": .count(report.unassigned), "all": .text(texts.integer(report.calls.all)),
                    "share": .text(texts.percent(Double(report.unassigned) / Double(max(1, report.calls.all)))),
                ], report.unassigned > 0
            ),
            ("events.basis.over_long", ["calls": .count(report.overLong.count)], !report.overLong.isEmpty),
        ]
        let hrefs = [
            "events.basis.unassigned": page.calls(.employee(nil)),
            "events.basis.over_long": page.calls { $0.choice = .overLong },
        ]
        return lines.filter(\.2).map { line in
            let words = texts(line.0, line.1)
            return [
                "words": words,
                "link": hrefs[line.0].map { ["href": $0, "words": words] as Values } ?? false as Any,
            ]
        }
    }
}

extension ReportPage {
    /// `1–17 листопада 2026`; a dash for no days.
    func days(before end: Day, from: Day) -> String {
        end > from ? texts.days(from: from, through: end + -1) : texts("none")
    }
}

extension Texts {
    /// `+5`, `−15`, `0`.
    func signed(_ value: Int) -> String { value > 0 ? "+" + integer(value) : integer(value) }

    /// `6 год 42 хв`, `42 хв`.
    func duration(seconds: Int) -> String {
        let minutes = (seconds + 30) / 60
        let parts: [String: Argument] = [
            "hours": .text(integer(minutes / 60)), "minutes": .text(integer(minutes % 60)),
        ]
        return self(minutes < 60 ? "events.minutes" : "events.hours", parts)
    }
}
