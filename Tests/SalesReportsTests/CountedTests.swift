import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("Pipelines in which no amount is known are counted on every page")
struct CountedTests {
    private let june = Period.month(containing: Day(iso: "2023-06-01")!)

    /// The same books with each deal at 1.00, and with no amount at all.
    private func reporters(_ seed: UInt64) -> (counted: Reporter, worthOne: Reporter) {
        func books(_ amount: Int64?) -> Books {
            var books = Firm.random(seed)
            books.frame.quotas = []
            for place in books.entries.indices {
                books.entries[place].deal.amount = amount
                books.entries[place].deal.product = nil
                books.entries[place].deal.currency = nil
                books.entries[place].changes.removeAll { [.amount, .currency, .product].contains($0.field) }
            }
            return books
        }
        return (Reporter(books(nil).facts(), now: Firm.now), Reporter(books(100).facts(), now: Firm.now))
    }

    private func close(_ counted: Int64, _ money: Int64) -> Bool {
        abs(Double(counted) / 10_000 - Double(money) / 100) < 0.02 * max(1, Double(money) / 100)
    }

    @Test("each report says deals, and as many as a company says in which each is worth one", arguments: [41, 42])
    func alike(seed: UInt64) throws {
        let (counted, worthOne) = reporters(seed)
        let request = ReportRequest(asOf: Firm.now, period: june)
        let (seen, other) = (counted.seen(by: .console), worthOne.seen(by: .console))
        let funnel = try counted.funnel(request, for: seen)
        #expect(funnel.head.currency == .deals)
        #expect(funnel.total.amount == Int64(funnel.total.count) * 10_000 && funnel.total.count > 0)
        let estimate = try counted.estimate(request, for: seen)
        let forecast = try counted.forecast(ForecastRequest(asOf: Firm.now, period: june), for: seen).whole
        #expect(abs(Double(estimate.totals.model) / 10_000 - forecast.count.mean) < 1e-3)
        #expect(estimate.totals.model > 0 && forecast.amount.mean == 0)
        let said = try counted.forecastInOneMeasure(
            ForecastRequest(asOf: Firm.now, period: june, by: .employee), for: seen)
        #expect(said.currency == .deals && said.whole.amount.mean == estimate.totals.model && !said.notes.amountsKnown)
        #expect(
            said.parts.reduce(0) { $0 + $1.amount.mean } == said.whole.amount.mean
                && said.bridge?.mean == said.whole.amount.mean)
        #expect(
            try worthOne.forecastInOneMeasure(ForecastRequest(asOf: Firm.now, period: june), for: other).currency
                == Firm.uah)
        let changes = try counted.changes(request, for: seen)
        #expect(changes.steps.reduce(0) { $0 + $1.amount } == changes.after - changes.before)
        #expect(changes.after == estimate.totals.model)
        let revive = try counted.revive(request, for: seen)
        let revived = try worthOne.revive(request, for: other)
        #expect(close(revive.wonFrom, revived.wonFrom) && revive.wonFrom > 0 && close(revive.wonTo, revived.wonTo))
        #expect(revive.causes.reduce(0) { $0 + $1.amount } == revive.change)
        let planFact = try counted.planFact(request, for: seen)
        #expect(planFact.totals.methods == estimate.totals)
        let potential = try #require(planFact.verdict.potential)
        #expect(close(potential, try #require(try worthOne.planFact(request, for: other).verdict.potential)))
        let team = try counted.team(request, for: seen)
        #expect(team.head.currency == .deals && team.whole.amount.mean == estimate.totals.model)
        #expect(try worthOne.funnel(request, for: other).head.currency == Firm.uah)
    }
}
