internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    func showFunnel(_ request: ReportRequest, _ filter: ReportFilter, _ frame: Frame, _ member: Member) throws
        -> Answer
    {
        guard member.hasDeals else { return .html(EmptyPage(.noDeals, frame: frame).html()) }
        let report = try member.reporter.funnel(request, for: member.seen)
        let supposed = try whatIf(filter.suppositions, request, member)
        var labels = try labels(FunnelPage.shown(report))
        if let supposed { labels.add(supposed.labels) }
        let named = self.frame(member, asOf: frame.asOf, names: names(member, labels))
        let comparison = try member.reporter.compared(report, request, for: member.seen)
        return .html(FunnelPage(report, comparison, frame: named, whatIf: supposed?.content).html())
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
