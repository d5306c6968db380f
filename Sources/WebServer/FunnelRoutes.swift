internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages

extension Desk {
    func showFunnel(_ request: ReportRequest, _ frame: Frame, _ member: Member) throws -> Answer {
        guard member.hasDeals else { return .html(EmptyPage(.noDeals, frame: frame).html()) }
        let report = try member.reporter.funnel(request, for: member.seen)
        let labels = try labels(FunnelPage.shown(report))
        let named = self.frame(member, asOf: frame.asOf, names: names(member, labels))
        let comparison = try member.reporter.compared(report, request, for: member.seen)
        return .html(FunnelPage(report, comparison, frame: named).html())
    }

    func funnelDocument(_ request: ReportRequest, _ member: Member) throws -> FunnelDocument {
        let report = try member.reporter.funnel(request, for: member.seen)
        return FunnelDocument(
            report, naming(member, try labels(report.problemDeals)),
            comparison: try member.reporter.compared(report, request, for: member.seen))
    }

    private func labels(_ deals: [FunnelReport.ProblemDeal]) throws -> Labels {
        try Labels(deals: deals.map(\.deal), accounts: deals.compactMap(\.account), from: office.store)
    }
}
