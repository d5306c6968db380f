import Ledger
import ReportDocuments
import SalesDomain
import SalesReports
import Synchronization
import Wiring

extension Office {
    func kept(_ calendar: CompanyCalendar) -> KeptThings {
        KeptThings(
            planned: { [store] end, asOf in
                try store.read { try $0.activities.planned(dueBefore: end, asOf: asOf) }
            }, actions: { [store] in try store.read { try $0.correctiveActions.all(in: calendar) } },
            dealsWithPlans: { [store] asOf in try store.read { try $0.activities.dealsWithPlans(asOf: asOf) } },
            categories: { [store] in try store.read { try $0.words.categories() } },
            statements: { [store] in try store.read { try $0.commissionStatements.statements(in: calendar) } },
            account: { [store] id in try store.read { try $0.accounts.row(id)?.name } })
    }

    /// What a report's numbers are called, deals by their own ids.
    func naming(_ reporter: Reporter) -> Naming {
        let frame = reporter.facts.frame
        let names = DealNames(store)
        return Naming(
            calendar: frame.calendar, organisation: frame.organisation, products: frame.products,
            pipelines: frame.pipelines,
            title: { names[$0]?.title }, deal: { names[$0]?.externalID ?? "\($0.number)" })
    }
}

/// What deals are called, read in stretches of ids: whoever asks for one mostly asks for its neighbours too.
private final class DealNames: Sendable {
    private let store: any Store
    private let sources: SourceNames?
    private let known = Mutex<[Int64: [Deal.ID: DealName]]>([:])
    private static let stretch: Int64 = 256

    init(_ store: any Store) {
        self.store = store
        sources = try? store.read { try SourceNames($0) }
    }

    subscript(deal: Deal.ID) -> DealName? {
        guard let sources else { return nil }
        let place = deal.number / DealNames.stretch
        return known.withLock { known in
            if let names = known[place] { return names[deal] }
            let first = place * DealNames.stretch
            let ids = Set((first..<first + DealNames.stretch).map { Deal.ID($0) })
            known[place] = (try? store.read { try $0.deals.names(of: ids, among: sources) }) ?? [:]
            return known[place]?[deal]
        }
    }
}
