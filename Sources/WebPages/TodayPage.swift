package import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// The day: what is due, whom to call back, what only this person knows, and the deals on which the plan hangs.
package struct TodayPage: Sendable {
    private let report: TodayReport
    private let frame: Frame
    private let versions: [Deal.ID: Int]
    private let answers: Bool

    /// - Parameters:
    ///   - versions: how many entries the log of each asked deal has: an answer to an older page is refused.
    ///   - answers: whether this reader may answer for the deals.
    package init(_ report: TodayReport, frame: Frame, versions: [Deal.ID: Int], answers: Bool) {
        self.report = report
        self.frame = frame
        self.versions = versions
        self.answers = answers
    }

    package func html() -> String { Templates.render("today", values) }

    var values: Values {
        let questions = QuestionCards(
            report: report.month, frame: frame, versions: answers && frame.asOf == nil ? versions : [:])
        var values: Values = [
            "sentence_html": sentence, "due": report.due.isEmpty ? false as Any : ["rows": report.due.map(due)],
            "calls": report.calls.isEmpty ? false as Any : ["rows": report.calls.map(call)],
            "many": !report.head.scope.isPerson, "open_href": page.openDeals(),
        ]
        for part in [
            page.values, questions.values, DecidingTable(report: report.month, frame: frame).values,
        ] { values.merge(part) { $1 } }
        return frame.values(heading, values)
    }

    private var texts: Texts { frame.texts }
    private var page: ReportPage { ReportPage(name: .today, head: report.head, frame: frame) }

    private var heading: Heading {
        Heading(title: texts("page.report.today"), scope: report.head.scope, action: .report)
    }

    private var sentence: String {
        let late = report.due.count(where: \.isOverdue)
        let isOwn = report.head.scope == frame.home
        return texts.html(
            "today.sentence",
            [
                "subject": .text(isOwn ? "" : page.subject), "due": .count(report.due.count),
                "late": .text(late > 0 ? texts("today.late", ["late": .count(late)]) : ""),
                "calls": .count(report.calls.count), "deals": .count(report.month.decisive),
            ])
    }

    private func due(_ due: TodayReport.Due) -> Values {
        let activity = due.activity
        var line = about(activity.deal, activity.account)
        line["late"] = due.isOverdue
        line["at"] = moment(activity.due, isOverdue: due.isOverdue)
        line["what"] = texts("today.kind.\(activity.kind.rawValue)")
        line["note"] = activity.note ?? ""
        line["who"] = frame.name(of: .employee(activity.employee))
        return line
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
