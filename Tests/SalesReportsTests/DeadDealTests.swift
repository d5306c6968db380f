import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("Dead deals")
struct DeadDealTests {
    /// Since `day` of 2023 at its first stage; `won`: after so many days.
    private func deal(_ id: Int64, _ day: String, won: String? = nil) -> Books.Entry {
        Firm.deal(id, owner: Firm.maria, created: day, won: won)
    }

    private func report(_ entries: [Books.Entry]) throws -> FunnelReport {
        let reporter = Reporter(Books(frame: Firm.frame(), entries: entries).facts(), now: Firm.now)
        let june = Period.month(containing: Day(iso: "2023-06-01")!)
        return try reporter.funnel(ReportRequest(asOf: Firm.now, period: june), for: reporter.seen(by: .console))
    }

    /// Won after 1, 2 … `number` days.
    private func wins(_ number: Int) -> [Books.Entry] {
        let first = Day(iso: "2023-01-01")!
        return (1...number).map { deal(Int64($0), "2023-01-01", won: (first + $0).description) }
    }

    @Test("a deal that stands longer than any that was won is dead; one that stands as long as the longest is slow")
    func longest() throws {
        // Of 24 wins the longest stay is 24 days; today is 15 June: since 22 May it is 24 days, since 21 May 25.
        let report = try report(wins(24) + [deal(31, "2023-05-22"), deal(32, "2023-05-21"), deal(33, "2023-06-10")])
        #expect(report.deadDeals.map(\.deal) == [Deal.ID(32)])
        #expect(report.slowDeals.map(\.deal) == [Deal.ID(31)])
        #expect(report.total.overdueCount == 2)
    }

    @Test("of few wins nobody can say that a deal is dead")
    func few() throws {
        let report = try report(wins(19) + [deal(31, "2023-01-02")])
        #expect(report.deadDeals.isEmpty && report.slowDeals.count == 1)
    }
}
