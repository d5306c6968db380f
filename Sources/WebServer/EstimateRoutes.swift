internal import ReportDocuments
internal import SalesReports
internal import WebPages

extension Desk {
    func showEstimate(_ request: ReportRequest, _ frame: Frame, _ member: Member) throws -> Answer {
        guard member.hasDeals else { return .html(EmptyPage(.noDeals, frame: frame).html()) }
        return .html(EstimatePage(try member.reporter.estimate(request, for: member.seen), frame: frame).html())
    }

    func estimateDocument(_ request: ReportRequest, _ member: Member) throws -> EstimateDocument {
        let none = try Labels(deals: EmptyCollection(), accounts: EmptyCollection(), from: office.store)
        return EstimateDocument(try member.reporter.estimate(request, for: member.seen), naming(member, none))
    }
}
