package import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// What stands around a person's period: the own funnel, calls, and what is next about the deals that decide.
package struct OwnFunnel: Sendable {
    package struct Content: Sendable {
        package let funnel: FunnelReport
        package let calls: EventsReport.Person
        package let next: [Deal.ID: PlannedActivity]
        package init(funnel: FunnelReport, calls: EventsReport.Person, next: [Deal.ID: PlannedActivity]) {
            self.funnel = funnel
            self.calls = calls
            self.next = next
        }
    }

    private let content: Content
    private let frame: Frame

    init(_ content: Content, frame: Frame) {
        self.content = content
        self.frame = frame
    }

    /// False where there is nothing to show.
    static func values(_ content: Content?, frame: Frame) -> Values {
        ["own": content.map { OwnFunnel($0, frame: frame).values } ?? false as Any]
    }

    private var texts: Texts { frame.texts }
    private var page: ReportPage { ReportPage(name: .funnel, head: content.funnel.head, frame: frame) }

    private var filter: ReportFilter {
        ReportFilter(
            scope: ScopeName(content.funnel.head.scope, in: frame.names.organisation),
            period: PeriodName(content.funnel.head.period, in: page.calendar), asOf: frame.route.asOfText)
    }

    private var values: Values {
        [
            "funnel": content.funnel.total.count > 0 ? OwnStages(content.funnel, page: page).values : false as Any,
            "funnel_href": Route.report(.funnel, filter).target,
            "calls_html": calls, "events_href": Route.report(.events, filter).target,
        ]
    }

    private var calls: String {
        let person = content.calls
        var given: [String: Texts.Argument] = [
            "outbound": .count(person.outbound.all), "inbound": .count(person.inbound.all),
            "missed": .count(person.inbound.missed), "lost": .count(person.inbound.notCalledBack),
        ]
        guard let norm = person.norm else { return texts.html("own.calls", given) }
        given["norm"] = .text(texts.decimal(norm, places: 0))
        return texts.html("own.calls.norm", given)
    }
}
