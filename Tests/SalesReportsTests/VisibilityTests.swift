import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("Who sees what")
struct ReportVisibilityTests {
    private let reporter = Reporter(Firm.random(21).facts(), now: Firm.now)
    private let june = Period.month(containing: Day(iso: "2023-06-01")!)

    @Test("another's scope gets the same answer as one that does not exist")
    func notFound() {
        let seen = reporter.seen(by: .employee(Firm.maria))
        let nowhere: [Scope] = [
            .company, .department(Firm.north), .employee(Firm.petro), .employee(nil), .department(nil),
            .employee(Employee.ID(999)), .department(Department.ID(999)),
        ]
        for scope in nowhere {
            let request = ForecastRequest(asOf: Firm.now, period: june, scope: scope)
            #expect(throws: ReportRefusal.notFound) { try reporter.forecast(request, for: seen) }
            #expect(throws: ReportRefusal.notFound) { try reporter.curve(request, for: seen) }
            #expect(throws: ReportRefusal.notFound) {
                try reporter.backtest(BacktestRequest(asOf: Firm.now, scope: scope), for: seen)
            }
            #expect(throws: ReportRefusal.notFound) {
                try reporter.deals(DealsQuery(scope: scope), asOf: Firm.now, for: seen)
            }
        }
    }

    @Test("a seller gets the very figure that the head and the director get")
    func sameForAll() throws {
        let request = ForecastRequest(asOf: Firm.now, period: june, scope: .employee(Firm.maria), by: .deal)
        let own = try reporter.forecast(request, for: reporter.seen(by: .employee(Firm.maria)))
        #expect(own == (try reporter.forecast(request, for: reporter.seen(by: .employee(Firm.olena)))))
        #expect(own == (try reporter.forecast(request, for: reporter.seen(by: .employee(Firm.boss)))))
    }

    @Test("a list and its total hold only what the viewer may see")
    func list() throws {
        let everything = DealsQuery(scope: .company, limit: 1_000)
        let all = try reporter.deals(everything, asOf: Firm.now, for: reporter.seen(by: .employee(Firm.boss)))
        let own = try reporter.deals(
            DealsQuery(scope: .employee(Firm.maria), limit: 1_000), asOf: Firm.now,
            for: reporter.seen(by: .employee(Firm.maria)))
        #expect(own.total == own.rows.count)
        #expect(own.total < all.total)
        for row in own.rows {
            let card = try reporter.deal(row.deal, asOf: Firm.now, for: reporter.seen(by: .employee(Firm.maria)))
            #expect(card.row.owner == Firm.maria || card.shares.contains { $0.employee == Firm.maria })
        }
    }

    @Test("a deal of somebody else gets the same answer as one that does not exist")
    func card() throws {
        let seen = reporter.seen(by: .employee(Firm.daria))
        let all = try reporter.deals(
            DealsQuery(scope: .company, limit: 1_000), asOf: Firm.now, for: reporter.seen(by: .console))
        let foreign = try #require(all.rows.first { $0.owner == Firm.olena })
        #expect(throws: ReportRefusal.notFound) { try reporter.deal(foreign.deal, asOf: Firm.now, for: seen) }
        #expect(throws: ReportRefusal.notFound) { try reporter.deal(Deal.ID(99_999), asOf: Firm.now, for: seen) }
    }

    @Test("an instant later than now is refused")
    func later() {
        let request = ForecastRequest(asOf: Firm.now.adding(seconds: 1), period: june)
        #expect(throws: ReportRefusal.notYet) { try reporter.forecast(request, for: reporter.seen(by: .console)) }
    }
}
