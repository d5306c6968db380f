import Ledger
import ReportDocuments
import SalesReports
import Wiring

extension Office {
    /// What a report's numbers are called, deals by their own ids.
    func naming(_ reporter: Reporter) -> Naming {
        let frame = reporter.facts.frame
        return Naming(
            calendar: frame.calendar, organisation: frame.organisation, products: frame.products,
            pipelines: frame.pipelines,
            title: { [store] id in (try? store.read { try $0.deals.name(id)?.title }) ?? nil },
            deal: { [store] id in (try? store.read { try $0.deals.name(id)?.externalID }) ?? "\(id.number)" })
    }
}
