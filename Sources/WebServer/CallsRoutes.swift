internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    private static let callsOnAPage = 60

    func showCalls(_ filter: CallsFilter, _ member: Member) throws -> Answer {
        let isFile = filter.format == .csv || filter.format == .xlsx
        guard let request = try member.callsRequest(filter) else {
            return .html(EmptyPage(.nothingSeen, frame: frame(member)).html())
        }
        let query = try member.callsQuery(filter, limit: isFile ? .max : Self.callsOnAPage)
        let report = try member.reporter.calls(request, query, for: member.seen)
        let deals = Set(report.rows.compactMap(\.deal)).filter(member.maySee)
        let labels = try Labels(deals: deals, accounts: report.rows.compactMap(\.account), from: office.store)
        if let format = filter.format, format != .html {
            let document = CallsDocument(
                report, naming(member, labels), isSeen: { deals.contains($0) }, account: { labels.accounts[$0] })
            return .document(document, as: format, member.file("calls", "page.calls.call", request))
        }
        let shown = frame(member, asOf: filter.asOf == nil ? nil : request.asOf, names: names(member, labels))
        return .html(CallsPage(report, query: query, filter: filter, seen: deals, frame: shown).html())
    }
}

extension Member {
    /// Nil when this viewer may see nothing at all.
    fileprivate func callsRequest(_ filter: CallsFilter) throws -> ReportRequest? {
        guard let scope = try scope(filter.scope) else { return nil }
        let asOf = try instant(filter.asOf)
        var request = ReportRequest(asOf: asOf, period: try period(filter.period) ?? month(of: asOf), scope: scope)
        if let pipeline = try pipeline(filter.pipeline) { request.pipelines = .one(pipeline.id) }
        return request
    }

    /// Who is not there is not found; whether somebody else's calls may be seen is for the report to say.
    fileprivate func callsQuery(_ filter: CallsFilter, limit: Int) throws -> CallsQuery {
        let who = try filter.who.map { name in
            guard let scope = name.scope(in: organisation) else { throw Refusal.notFound }
            return scope
        }
        return CallsQuery(
            who: who, kind: filter.kind ?? .call, direction: filter.direction, choice: filter.choice,
            weekday: filter.weekday.map { $0 - 1 }, hour: filter.hour,
            offset: limit == .max ? 0 : (filter.page - 1) * limit, limit: limit)
    }
}
