package import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// The day: what is due, whom to call back, what only this person knows, and the deals on which the plan hangs.
package struct TodayPage: Sendable {
    private let report: TodayReport
    private let alerts: AlertsSection.Content?
    private let frame: Frame
    private let versions: [Deal.ID: Int]
    private let answers: Bool
    private let givers: Set<Employee.ID>
    /// So many things of others are shown at first.
    private static let others = 20

    /// - Parameters:
    ///   - alerts: what calls for attention in the same scope; nil: nothing does.
    ///   - versions: how many entries the log of each asked deal has: an answer to an older page is refused.
    ///   - answers: whether this reader may answer for the deals, and tick off what is done.
    ///   - givers: whose actions this reader may end.
    package init(
        _ report: TodayReport, alerts: AlertsSection.Content? = nil, frame: Frame, versions: [Deal.ID: Int],
        answers: Bool, givers: Set<Employee.ID> = []
    ) {
        self.report = report
        self.alerts = alerts
        self.frame = frame
        self.versions = versions
        self.answers = answers
        self.givers = givers
    }

    package func html() -> String { Templates.render("today", values) }

    var values: Values {
        let questions = QuestionCards(
            report: report.month, frame: frame, versions: answers && frame.asOf == nil ? versions : [:])
        var values: Values = [
            "sentence_html": sentence,
            "due": report.due.isEmpty
                ? false as Any : ["rows": shown.map(due), "more": more ?? false as Any] as Values,
            "actions": report.actions.isEmpty ? false as Any : ["rows": report.actions.map(action)],
            "ticks": mayTick,
            "calls": report.calls.isEmpty ? false as Any : ["rows": report.calls.map(call)],
            "many": !report.head.scope.isPerson, "open_href": page.openDeals(),
        ]
        for part in [
            page.values, questions.values, DecidingTable(report: report.month, frame: frame).values,
            AlertsSection.values(alerts, frame: frame),
        ] { values.merge(part) { $1 } }
        return frame.values(heading, values)
    }

    private var texts: Texts { frame.texts }
    private var page: ReportPage { ReportPage(name: .today, head: report.head, frame: frame) }

    private var heading: Heading {
        Heading(title: texts("page.report.today"), scope: report.head.scope, action: .report)
    }

    private var mayTick: Bool { answers && frame.asOf == nil }

    /// One's own things and the most valuable of others', or all.
    private var shown: [TodayReport.Due] {
        page.filter.list == .all ? report.due : report.first(TodayPage.others)
    }

    private var more: Values? {
        let left = report.due.count - shown.count
        guard left > 0 else { return nil }
        var filter = page.filter
        filter.list = .all
        return [
            "shown": texts(
                "today.shown",
                ["shown": .text(texts.integer(shown.count)), "all": .text(texts.integer(report.due.count))]),
            "href": Route.report(.today, filter).target, "label": texts("today.more", ["left": .count(left)]),
        ]
    }

    private var sentence: String {
        let late = report.due.count(where: \.isOverdue) + report.actions.count { $0.state == .overdue }
        let isOwn = report.head.scope == frame.home
        let (due, calls, deals) = (
            report.due.count + report.actions.count, report.calls.count, report.month.decisive
        )
        let overdue = late > 0 ? texts("today.late", ["late": .count(late)]) : ""
        let parts = [
            due > 0 ? texts.html("today.part.due", ["due": .count(due), "late": .text(overdue)]) : nil,
            calls > 0 ? texts.html("today.part.calls", ["calls": .count(calls)]) : nil,
            deals > 0
                ? texts.html("today.part.deals", ["deals": .count(deals)])
                : isDecided ? texts.html("today.part.decided") : nil,
        ].compactMap(\.self)
        let lead = texts.html("today.sentence", ["subject": .text(isOwn ? "" : page.subject)])
        return lead + " " + (parts.isEmpty ? texts.html("today.part.none") : parts.joined(separator: ", ")) + "."
    }

    /// There is a plan that is not met, and no deal by itself decides it.
    private var isDecided: Bool { (report.month.missing ?? 0) > 0 }

    private func due(_ due: TodayReport.Due) -> Values {
        let activity = due.activity
        var line = about(activity.deal, activity.account)
        line["late"] = due.isOverdue
        line["at"] = moment(activity.due, isOverdue: due.isOverdue)
        line["what"] = texts("today.kind.\(activity.kind.rawValue)")
        line["note"] = activity.note ?? ""
        line["who"] = frame.name(of: .employee(activity.employee))
        line["tick"] = ["action": page.action, "csrf": frame.csrf, "id": String(activity.id.number)] as Values
        return line
    }

    private func action(_ due: TodayReport.Action) -> Values {
        let action = due.action
        return [
            "what": action.what, "late": due.state == .overdue, "at": texts.numericDay(action.due),
            "who": frame.name(of: .employee(action.assignee)), "id": action.externalID,
            "about": due.deal.map { ["href": frame.address(of: $0), "title": frame.names.title(of: $0)] as Values }
                ?? false as Any,
            "expected": action.expected.map { texts.whole($0, report.head.currency) } ?? "",
            "end": mayTick && givers.contains(action.assignee)
                ? ["action": Route.report(.actions).target, "csrf": frame.csrf, "back": frame.route.target] as Values
                : false as Any,
        ]
    }

    private func call(_ call: EventsReport.MissedCall) -> Values {
        let isLate = call.due <= report.head.asOf
        var line = about(call.deal, call.account)
        line["late"] = isLate
        line["at"] = moment(call.at, isOverdue: true)
        line["until"] = texts(
            isLate ? "events.lost.late" : "events.lost.due",
            ["due": .text(texts.day(frame.zone.day(of: call.due) + -1, year: false))])
        line["who"] = frame.name(of: .employee(call.employee))
        return line
    }

    private func moment(_ instant: Instant, isOverdue: Bool) -> String {
        let time = texts.time(instant, in: frame.zone)
        return isOverdue ? texts.numericDay(frame.zone.day(of: instant)) + ", " + time : time
    }

    private func about(_ deal: Deal.ID?, _ account: Account.ID?) -> Values {
        [
            "about": deal.map { ["href": frame.address(of: $0), "title": frame.names.title(of: $0)] as Values }
                ?? false as Any,
            "account": account.flatMap { frame.names.accounts[$0] } ?? (deal == nil ? texts("events.stranger") : ""),
        ]
    }
}
