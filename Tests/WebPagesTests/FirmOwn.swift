import SalesDomain

@testable import SalesReports
@testable import WebPages

extension Firm {
    static let own = OwnFunnel.Content(
        funnel: funnel,
        calls: EventsReport.Person(
            employee: .init(1), outbound: count(31, answered: 20), inbound: count(12, answered: 9),
            outboundBefore: count(28, answered: 20), inboundBefore: count(14, answered: 12), others: [:],
            workedDays: 12,
            absentDays: 0, norm: 60, openDeals: 7, touchedDeals: 5, weeks: [5, 6, 7, 8, 6, 5]),
        next: [
            .init(101): PlannedActivity(
                id: .init(1), externalID: "a1", kind: .call, employee: .init(1), deal: .init(101), account: nil,
                due: now, recorded: now, note: nil)
        ])

    private static func count(_ all: Int, answered: Int) -> EventCount {
        var count = EventCount()
        count.all = all
        count.answered = answered
        return count
    }
}
