internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    func showEstimate(_ request: ReportRequest, _ filter: ReportFilter, _ member: Member, asOf: Instant?) throws
        -> Answer
    {
        let supposed = try whatIf(filter.suppositions, request, member)
        var frame = frame(member, asOf: asOf, names: supposed.map { names(member, $0.labels) })
        frame.basis = request.basis
        guard member.hasDeals else { return .html(EmptyPage(.noDeals, frame: frame).html()) }
        let report = try member.reporter.estimate(request, for: member.seen, hurried: true)
        let mayChoose = frame.asOf == nil && Headline.mayChoose(member.role)
        return .html(
            EstimatePage(report, mayChoose: mayChoose, frame: frame, whatIf: supposed?.content).html(),
            isUnfinished: report.isBeingMeasured)
    }

    func estimateDocument(_ request: ReportRequest, _ member: Member) throws -> EstimateDocument {
        let none = try Labels(deals: EmptyCollection(), accounts: EmptyCollection(), from: office.store)
        return EstimateDocument(try member.reporter.estimate(request, for: member.seen), naming(member, none))
    }
}
