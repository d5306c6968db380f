internal import Ledger
internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    private static let pageLength = 50

    func showDeals(_ asked: DealsFilter, _ member: Member) throws -> Answer {
        var filter = asked
        filter.status = asked.status ?? .open
        if let format = filter.format, format != .html { return try giveDeals(filter, member) }
        guard let query = try dealsQuery(filter, limit: Self.pageLength, member) else {
            return .html(EmptyPage(.nothingSeen, frame: frame(member)).html())
        }
        let asOf = try member.instant(filter.asOf)
        let shown = filter.asOf == nil ? nil : asOf
        guard member.hasDeals else { return .html(EmptyPage(.noDeals, frame: frame(member, asOf: shown)).html()) }
        let report = try member.reporter.deals(query, asOf: asOf, for: member.seen)
        let frame = frame(member, asOf: shown, names: names(member, try labels(report.rows)))
        return .html(DealsPage(report, query: query, frame: frame).html())
    }

    func giveDeals(_ filter: DealsFilter, _ member: Member) throws -> Answer {
        let isWhole = filter.format == .csv || filter.format == .xlsx
        guard let query = try dealsQuery(filter, limit: isWhole ? Int.max : Self.pageLength, member) else {
            throw Refusal.notFound
        }
        let report = try member.reporter.deals(query, asOf: try member.instant(filter.asOf), for: member.seen)
        let labels = try labels(report.rows)
        let document = DealsDocument(
            report, naming(member, labels), title: { labels.deals[$0]?.title }, account: { labels.accounts[$0] })
        let file = ReportFile(
            "deals", title: "page.deals", scope: query.scope, period: query.period, asOf: report.asOf, member)
        return .document(document, as: filter.format, file)
    }
}

extension Desk {
    /// Which word of the log says which category.
    func categories() throws -> [Word.ID: Deal.Category] {
        try office.store.read { try $0.words.categories() }
    }

    /// Nil when this viewer may see nothing at all. A customer whom nobody has is told apart from one of others by nothing.
    private func dealsQuery(_ filter: DealsFilter, limit: Int, _ member: Member) throws -> DealsQuery? {
        var query = try member.dealsQuery(filter, limit: limit, categories)
        query?.accounts = try filter.account.map { name in
            Set(try office.store.read { try $0.accounts.find(name).map { [$0.id] } ?? [] })
        }
        return query
    }
}

extension Member {
    /// Nil when this viewer may see nothing at all.
    fileprivate func dealsQuery(
        _ filter: DealsFilter, limit: Int, _ categories: () throws -> [Word.ID: Deal.Category]
    ) throws -> DealsQuery? {
        guard let scope = try scope(filter.scope) else { return nil }
        let isEvery = filter.pipeline == DealsFilter.everyPipeline
        let pipeline = try isEvery ? nil : self.pipeline(filter.pipeline)
        return DealsQuery(
            scope: scope, pipeline: pipeline?.id, everyPipeline: isEvery, counted: filter.counted,
            status: filter.status?.status,
            category: try filter.category.map { DealsQuery.Category($0.category, words: try categories()) },
            stage: try stage(filter.stage, of: pipeline)?.id,
            period: try period(filter.period),
            sort: filter.sort?.column ?? .created, descending: !filter.ascending,
            offset: limit == Int.max ? 0 : (filter.page - 1) * limit, limit: limit)
    }
}

extension DealOrder {
    var column: DealsQuery.Sort {
        switch self {
        case .created: .created
        case .amount: .amount
        case .stage: .stage
        case .owner: .owner
        case .expectedClose: .expectedClose
        case .closed: .closed
        case .age: .age
        }
    }
}
