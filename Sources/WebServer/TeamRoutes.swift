internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages

extension Desk {
    func showTeam(_ request: ReportRequest, _ frame: Frame, _ member: Member) throws -> Answer {
        guard member.hasDeals else { return .html(EmptyPage(.noDeals, frame: frame).html()) }
        let report = try member.reporter.team(request, for: member.seen)
        return .html(TeamPage(report, submissions: try submissionsInMoney(request, member), frame: frame).html())
    }

    func teamDocument(_ request: ReportRequest, _ member: Member) throws -> TeamDocument {
        let none = try Labels(deals: EmptyCollection(), accounts: EmptyCollection(), from: office.store)
        return TeamDocument(try member.reporter.team(request, for: member.seen), naming(member, none))
    }
}
