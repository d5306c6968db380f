internal import Ledger
internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    func giveDeal(_ name: String, _ filter: DealFilter, _ member: Member) throws -> Answer {
        let report = try report(ofDeal: name, asOf: try member.instant(filter.asOf), member)
        let id = report.row.deal
        let labels = try labels([report.row])
        let document = DealDocument(
            report, naming(member, labels), title: labels.deals[id]?.title,
            account: report.row.account.flatMap { labels.accounts[$0] })
        guard !filter.suppositions.isEmpty, let request = try member.ownRequest(filter, asOf: report.asOf) else {
            return .json(document.json.text)
        }
        let supposed = try whatIfDocument(filter.suppositions, request, member)
        return .json(supposed.beside(document.json).text)
    }

    /// Of the deal that the company's own data call so; of two sources' deals of one id nobody can say which is meant.
    private func report(ofDeal name: String, asOf: Instant, _ member: Member) throws -> DealReport {
        let found = try office.store.read { try $0.deals.meant(by: name) }.compactMap {
            try? member.reporter.deal($0, asOf: asOf, for: member.seen)
        }
        guard let report = found.first else { throw Refusal.notFound }
        guard found.count == 1 else {
            throw Refusal.several("deal_id", .sources, value: name, names: try names(of: found.map(\.row.deal)))
        }
        return report
    }

    /// By which each is meant and no other.
    func names(of deals: [Deal.ID]) throws -> [String] {
        let labels = try Labels(deals: deals, accounts: EmptyCollection(), from: office.store)
        return deals.compactMap { labels.deals[$0]?.externalID }
    }

    /// What the reader's own part of the month would bring if this deal went otherwise.
    private func supposed(_ filter: DealFilter, _ report: DealReport, _ asOf: Instant, _ member: Member) throws -> (
        content: WhatIfSection.Content, labels: Labels
    )? {
        guard report.forecast != nil, let request = try member.ownRequest(filter, asOf: asOf) else { return nil }
        return try whatIf(filter.suppositions, request, member, deals: [report.row])
    }

    func showDeal(_ id: Deal.ID, _ filter: DealFilter, _ member: Member) throws -> Answer {
        let asOf = try member.instant(filter.asOf)
        let report = try member.reporter.deal(id, asOf: asOf, for: member.seen)
        var labels = try labels([report.row])
        let supposed = try supposed(filter, report, asOf, member)
        if let supposed { labels.add(supposed.labels) }
        let frame = frame(member, asOf: filter.asOf == nil ? nil : asOf, names: names(member, labels))
        let actions = try actions(about: id, asOf: asOf, member)
        let category = try categories()[member.reporter.facts.category(of: id, asOf: asOf) ?? .init(0)] ?? .pipeline
        let mayChange = member.mayAnswer && report.row.status == .open && filter.asOf == nil
        let version = mayChange ? try office.store.read { try $0.deals.now(id)?.entries } : nil
        return .html(
            DealPage(
                report, category: category, version: version, actions: actions,
                givers: filter.asOf == nil ? member.givers : [], frame: frame, whatIf: supposed?.content
            ).html())
    }
}

extension Member {
    /// The widest scope that this reader sees, in the period of the page; nil for who sees nothing.
    fileprivate func ownRequest(_ filter: DealFilter, asOf: Instant) throws -> ReportRequest? {
        let period = try period(filter.period) ?? month(of: asOf)
        return seen.home(in: organisation).map { ReportRequest(asOf: asOf, period: period, scope: $0) }
    }
}
