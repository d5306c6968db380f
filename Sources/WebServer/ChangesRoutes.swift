internal import ReportDocuments
internal import SalesReports
internal import WebPages

extension Desk {
    func showChanges(_ request: ReportRequest, _ frame: Frame, _ member: Member) throws -> Answer {
        guard member.hasDeals else { return .html(EmptyPage(.noDeals, frame: frame).html()) }
        let report = try member.reporter.changes(request, for: member.seen)
        let labels = try labels(report, first: ChangesPage.named)
        var frame = frame
        frame.names = names(member, labels)
        return .html(ChangesPage(report, frame: frame).html())
    }

    func changesDocument(_ request: ReportRequest, _ member: Member) throws -> ChangesDocument {
        let report = try member.reporter.changes(request, for: member.seen)
        return ChangesDocument(report, naming(member, try labels(report, first: .max)))
    }

    /// Of the first deals of each step.
    func labels(_ report: ChangesReport, first: Int) throws -> Labels {
        let deals = report.steps.flatMap { $0.deals.prefix(first) }.compactMap(\.deal)
        return try Labels(deals: deals, accounts: EmptyCollection(), from: office.store)
    }
}
