internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    func showPlanFact(_ request: ReportRequest, _ filter: ReportFilter, _ frame: Frame, _ member: Member) throws
        -> Answer
    {
        guard member.hasDeals else { return .html(EmptyPage(.noDeals, frame: frame).html()) }
        let supposed = try whatIf(filter.suppositions, request, member)
        var frame = supposed.map { self.frame(member, asOf: frame.asOf, names: names(member, $0.labels)) } ?? frame
        frame.basis = request.basis
        let report = try member.reporter.planFact(request, for: member.seen)
        let comparison = try member.reporter.compared(report, request, for: member.seen)
        let choices = PlanFactPage.Choices(
            references: member.reporter.references(asOf: request.asOf, for: member.seen),
            mayPin: frame.asOf == nil && PinnedReference.mayPin(member.role),
            givers: frame.asOf == nil ? member.givers : [])
        return .html(PlanFactPage(report, comparison, choices, frame: frame, whatIf: supposed?.content).html())
    }

    func planFactDocument(_ request: ReportRequest, _ member: Member) throws -> PlanFactDocument {
        let none = try Labels(deals: EmptyCollection(), accounts: EmptyCollection(), from: office.store)
        let frame = frame(member)
        let report = try member.reporter.planFact(request, for: member.seen)
        return PlanFactDocument(
            report, naming(member, none), comparison: try member.reporter.compared(report, request, for: member.seen)
        ) { PlanFactPage.advice($0, frame) }
    }
}
