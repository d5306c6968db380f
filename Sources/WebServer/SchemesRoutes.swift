internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    func showSchemes(_ filter: ReportFilter, _ member: Member) throws -> Answer {
        guard let request = try member.plansRequest(filter) else {
            return .html(EmptyPage(.nothingSeen, frame: frame(member)).html())
        }
        let report = try member.reporter.schemes(request, for: member.seen)
        let none = try Labels(deals: EmptyCollection(), accounts: EmptyCollection(), from: office.store)
        return .html(SchemesPage(report, frame: frame(member, names: names(member, none))).html())
    }
}
