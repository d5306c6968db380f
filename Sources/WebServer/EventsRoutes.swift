internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages

extension Desk {
    func showEvents(_ request: ReportRequest, _ frame: Frame, _ member: Member) throws -> Answer {
        let report = try member.reporter.events(request, for: member.seen)
        let labels = try labels(report)
        let named = self.frame(member, asOf: frame.asOf, names: names(member, labels))
        return .html(EventsPage(report, frame: named).html())
    }

    func eventsDocument(_ request: ReportRequest, _ member: Member) throws -> EventsDocument {
        let report = try member.reporter.events(request, for: member.seen)
        return EventsDocument(report, naming(member, try labels(report)))
    }

    private func labels(_ report: EventsReport) throws -> Labels {
        try Labels(
            deals: (report.notCalledBack.map(\.deal) + report.overLong.map(\.deal)).compactMap(\.self),
            accounts: report.notCalledBack.compactMap(\.account), from: office.store)
    }
}
