package import SalesDomain
package import SalesReports
internal import Texts
package import WebRoutes

/// The very calls behind a number of the analysis of events.
package struct CallsPage: Sendable {
    private let report: CallsReport
    private let query: CallsQuery
    private let filter: CallsFilter
    /// Whose titles this reader may know.
    private let seen: Set<Deal.ID>
    private let frame: Frame

    package init(_ report: CallsReport, query: CallsQuery, filter: CallsFilter, seen: Set<Deal.ID>, frame: Frame) {
        self.report = report
        self.query = query
        self.filter = filter
        self.seen = seen
        self.frame = frame
    }

    package func html() -> String { Templates.render("call-list", values) }

    var values: Values {
        frame.values(
            Heading(
                title: texts("page.calls." + query.kind.rawValue), scope: report.head.scope,
                period: report.head.period, chips: [whoChip, directionChip, choiceChip].compactMap(\.self),
                action: .calls),
            ([
                "sentence_html": sentence, "days": page.days(before: report.upTo, from: report.from),
                "made": texts("company.made", ["moment": .text(texts.moment(report.head.asOf, in: frame.zone))]),
                "events_href": events, "csv_href": frame.file(.csv), "xlsx_href": frame.file(.xlsx),
                "any": report.total > 0, "calls": report.rows.map(row),
            ] as Values).merging(pager) { $1 })
    }

    private var texts: Texts { frame.texts }
    private var page: ReportPage { ReportPage(name: .events, head: report.head, frame: frame) }

    private var events: String {
        Route.report(
            .events,
            ReportFilter(scope: filter.scope, period: filter.period, asOf: filter.asOf, pipeline: filter.pipeline)
        ).target
    }

    /// `Ірина Коваль, листопад 2026: *48 дзвінків* (вихідні · пропущені · Пн, 10:00), час розмов 2 год 10 хв.`
    private var sentence: String {
        let who = query.who.map { frame.name(of: $0) } ?? frame.name(of: report.head.scope)
        let given: [String: Texts.Argument] = [
            "subject": .text(texts.capital(who)),
            "period": .text(texts.period(report.head.period, in: frame.company.calendar)),
            "calls": .count(report.total), "which": .text(which),
            "talk": .text(texts.duration(seconds: report.talkSeconds)),
        ]
        let (others, named) = (query.kind == .call ? "" : ".others", which.isEmpty ? "" : ".which")
        return texts.html("calls.sentence\(others)\(named)", given)
    }

    private var which: String {
        let parts: [String?] = [
            query.direction.map { texts("calls.direction." + $0.rawValue) },
            query.choice.map { texts("calls.which." + $0.rawValue) },
            query.weekday.map { texts("weekday.short.\($0)") },
            query.hour.map { texts("calls.hour", ["from": .text("\($0):00"), "to": .text("\($0 + 1):00")]) },
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    private func row(_ row: CallsReport.Row) -> Values {
        [
            "at": texts.numericDay(frame.zone.day(of: row.at)) + ", " + texts.time(row.at, in: frame.zone),
            "who": frame.name(of: .employee(row.employee)),
            "direction": row.direction.map { texts("calls.direction.one." + $0.rawValue) } ?? texts("none"),
            "result": texts(result(row)), "lost": row.isLost,
            "length": row.seconds > 0 ? length(row.seconds) : texts("none"),
            "about": row.deal.flatMap { deal in
                seen.contains(deal)
                    ? ["href": frame.address(of: deal), "title": frame.names.title(of: deal)] as Values : nil
            } ?? false as Any,
            "account": row.account.flatMap { frame.names.accounts[$0] } ?? "",
        ]
    }

    private func result(_ row: CallsReport.Row) -> String {
        if query.kind != .call { return "none" }
        if row.isOverLong { return "calls.result.over_1h" }
        if row.isLost { return "calls.result.lost" }
        return row.result == .answered
            ? "calls.result.answered" : row.direction == .inbound ? "calls.result.missed" : "calls.result.no_answer"
    }

    /// `3:07`, `1:02:40`.
    private func length(_ seconds: Int) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        return hours > 0
            ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
    }

    private func asked(_ change: (inout CallsFilter) -> Void) -> String {
        var filter = filter
        filter.page = 1
        filter.format = nil
        change(&filter)
        return Route.calls(filter).target
    }

    private func chip(_ label: String, _ value: String, _ choices: [(String, Bool, String)]) -> Values {
        [
            "label": texts(label), "value": value, "common": false,
            "choices": choices.map {
                ["label": $0.0, "depth": "0", "current": $0.1, "href": $0.2] as Values
            },
        ]
    }

    private var whoChip: Values? {
        guard let who = query.who else { return nil }
        return chip(
            "events.col.person", frame.name(of: who),
            [
                (texts("calls.any_person"), false, asked { $0.who = nil }),
                (frame.name(of: who), true, asked { _ in }),
            ])
    }

    private var directionChip: Values {
        let all: [Activity.Direction?] = [nil] + Activity.Direction.allCases.map { $0 }
        func name(_ one: Activity.Direction?) -> String { texts("calls.direction." + (one?.rawValue ?? "any")) }
        return chip(
            "calls.direction", name(query.direction),
            all.map { one in (name(one), one == query.direction, asked { $0.direction = one }) })
    }

    private var choiceChip: Values? {
        guard query.kind == .call else { return nil }
        let all: [Activity.Choice?] = [nil] + Activity.Choice.allCases.map { $0 }
        func name(_ one: Activity.Choice?) -> String { texts("calls.which." + (one?.rawValue ?? "any")) }
        return chip(
            "calls.result", name(query.choice),
            all.map { one in (name(one), one == query.choice, asked { $0.choice = one }) })
    }

    private var pager: Values {
        let last = query.offset + report.rows.count
        let page = query.limit > 0 && query.limit < .max ? query.offset / query.limit + 1 : 1
        func link(_ number: Int) -> Values { ["href": asked { $0.page = number }] }
        return [
            "shown": texts(
                "deals.shown",
                ["first": .count(min(query.offset + 1, last)), "last": .count(last), "total": .count(report.total)]),
            "back": page > 1 ? link(page - 1) : false as Any,
            "onward": last < report.total ? link(page + 1) : false as Any,
        ]
    }
}
