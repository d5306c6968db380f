internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages

extension Desk {
    func showPlanFact(_ request: ReportRequest, _ frame: Frame, _ member: Member) throws -> Answer {
        guard member.hasDeals else { return .html(EmptyPage(.noDeals, frame: frame).html()) }
        return .html(PlanFactPage(try member.reporter.planFact(request, for: member.seen), frame: frame).html())
    }

    func planFactDocument(_ request: ReportRequest, _ member: Member) throws -> PlanFactDocument {
        let none = try Labels(deals: EmptyCollection(), accounts: EmptyCollection(), from: office.store)
        let frame = frame(member)
        return PlanFactDocument(
            try member.reporter.planFact(request, for: member.seen), naming(member, none)
        ) { PlanFactPage.advice($0, frame) }
    }
}
