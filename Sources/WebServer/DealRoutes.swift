internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    func giveDeal(_ id: Deal.ID, _ filter: DealFilter, _ member: Member) throws -> Answer {
        let report = try member.reporter.deal(id, asOf: try member.instant(filter.asOf), for: member.seen)
        let labels = try labels([report.row])
        let document = DealDocument(
            report, naming(member, labels), title: labels.deals[id]?.title,
            account: report.row.account.flatMap { labels.accounts[$0] })
        return .json(document.json.text)
    }

    func showDeal(_ id: Deal.ID, _ filter: DealFilter, _ member: Member) throws -> Answer {
        let asOf = try member.instant(filter.asOf)
        let report = try member.reporter.deal(id, asOf: asOf, for: member.seen)
        let frame = frame(member, asOf: filter.asOf == nil ? nil : asOf, names: names(member, try labels([report.row])))
        return .html(DealPage(report, frame: frame).html())
    }
}
