internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    func showDeal(_ id: Deal.ID, _ member: Member) throws -> Answer {
        let report = try member.reporter.deal(id, asOf: member.now, for: member.seen)
        _ = report
        throw Refusal.notFound
    }

    func giveDeal(_ id: Deal.ID, _ member: Member) throws -> Answer {
        let report = try member.reporter.deal(id, asOf: member.now, for: member.seen)
        _ = report
        throw Refusal.notFound
    }
}
