internal import Ledger
internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages

/// The words of deals and accounts, which reports do not hold: looked up for what an answer shows.
struct Labels: Sendable {
    private(set) var deals: [Deal.ID: DealName] = [:]
    private(set) var accounts: [Account.ID: String] = [:]

    var titles: [Deal.ID: String] { deals.mapValues { $0.title ?? $0.externalID } }

    mutating func add(_ other: Labels) {
        deals.merge(other.deals) { first, _ in first }
        accounts.merge(other.accounts) { first, _ in first }
    }

    init(deals ids: some Sequence<Deal.ID>, accounts: some Sequence<Account.ID>, from store: any Store) throws {
        try store.read { ledger in
            let sources = try SourceNames(ledger)
            deals = try ledger.deals.names(of: Set(ids), among: sources)
            for id in Set(accounts) { self.accounts[id] = try ledger.accounts.row(id)?.name }
        }
    }
}

extension Desk {
    func labels(_ rows: [DealsReport.Row]) throws -> Labels {
        try Labels(deals: rows.map(\.deal), accounts: rows.compactMap(\.account), from: office.store)
    }

    func labels(_ report: ForecastReport) throws -> Labels {
        try Labels(
            deals: report.deals.map(\.deal) + report.notes.withoutRate, accounts: EmptyCollection(), from: office.store)
    }

    func naming(_ member: Member, _ labels: Labels) -> Naming {
        Naming(
            calendar: member.calendar, organisation: member.organisation, products: member.products,
            pipelines: member.pipelines, title: { labels.titles[$0] }, deal: { labels.deals[$0]?.externalID ?? "" })
    }

    func names(_ member: Member, _ labels: Labels) -> Names {
        Names(
            organisation: member.organisation, pipelines: member.pipelines,
            products: Dictionary(member.products.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }),
            accounts: labels.accounts, deals: labels.titles)
    }
}
