internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages

extension Desk {
    func showRevive(_ request: ReportRequest, _ frame: Frame, _ member: Member) throws -> Answer {
        guard member.hasDeals else { return .html(EmptyPage(.noDeals, frame: frame).html()) }
        let report = try member.reporter.revive(request, for: member.seen)
        let labels = try labels(RevivePage.shown(report))
        let named = self.frame(member, asOf: frame.asOf, names: names(member, labels))
        return .html(RevivePage(report, frame: named).html())
    }

    func reviveDocument(_ request: ReportRequest, _ member: Member) throws -> ReviveDocument {
        let report = try member.reporter.revive(request, for: member.seen)
        let labels = try labels(report.candidates)
        return ReviveDocument(report, naming(member, labels)) { labels.accounts[$0] }
    }

    private func labels(_ candidates: [ReviveReport.Candidate]) throws -> Labels {
        try Labels(
            deals: candidates.map(\.deal), accounts: candidates.compactMap(\.account), from: office.store)
    }
}
