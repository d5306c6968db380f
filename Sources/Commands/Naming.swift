import Ledger
import ReportDocuments
import SalesDomain
import SalesReports
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
        let sources = try? store.read { try SourceNames($0) }
        let name: @Sendable (Deal.ID) -> DealName? = { [store] id in
            guard let sources else { return nil }
            return try? store.read { try $0.deals.name(id, among: sources) }
        }
        return Naming(
            calendar: frame.calendar, organisation: frame.organisation, products: frame.products,
            pipelines: frame.pipelines,
            title: { name($0)?.title }, deal: { name($0)?.externalID ?? "\($0.number)" })
    }
}
