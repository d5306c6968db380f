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

    @Test(
        "my period counts deals as the company does; plan, curve, what decides and what is asked are deals",
        arguments: [41, 42])
    func period(seed: UInt64) throws {
        var books = Firm.random(seed)
        for place in books.entries.indices {
            books.entries[place].deal.amount = nil
            books.entries[place].deal.product = nil
            books.entries[place].changes.removeAll { [.amount, .currency, .product].contains($0.field) }
        }
        books.frame.commissions = [
            CommissionPlan(
                id: Key(1), name: "Deals", every: .month, cap: nil, proRata: false, from: nil, to: nil,
                rules: [CommissionRule(name: "won", measure: .deals, tiers: [.init(from: 0, rate: 100)])],
                members: [.init(who: .role(.seller))])
        ]
        let people = [Firm.maria, Firm.petro, Firm.ivan]
        books.frame.quotas = people.map {
            Quota(
                period: june, scope: .employee($0), pipeline: nil, measure: .deals, value: 4, currency: nil, from: nil)
        }
        let reporter = Reporter(books.facts(), now: Firm.now)
        let seen = reporter.seen(by: .console)
        var asked = 0
        for person in people {
            let request = ReportRequest(asOf: Firm.now, period: june, scope: .employee(person))
            let report = try reporter.period(request, for: seen)
            let whole = try reporter.forecastInOneMeasure(
                ForecastRequest(asOf: Firm.now, period: june, scope: .employee(person)), for: seen
            ).whole
            #expect(report.head.currency == .deals && report.curve.currency == .deals)
            #expect(report.whole.amount == whole.amount && report.whole.plan == whole.plan)
            #expect(report.whole.plan.quota == 40_000)
            #expect(report.whole.amount.wonToDate == Int64(report.whole.count.wonToDate) * 10_000)
            #expect(report.curve.mean.last.map { $0 == report.whole.amount.mean } ?? true)
            #expect(report.curve.won.last == report.whole.amount.wonToDate)
            #expect(report.deciding.allSatisfy { $0.value == 10_000 && $0.ifWon > $0.ifNot })
            // Nobody is asked for an amount where none is written; lost is what is not won.
            #expect(report.questions.allSatisfy { $0.unknown != .amount && $0.moves < 0 && $0.moves >= -10_000 })
            asked += report.questions.count
            // A bonus is money all the same.
            let bonus = try #require(report.bonus)
            #expect(bonus.currency == Firm.uah && bonus.toDate == Int64(report.whole.count.wonToDate) * 100)
            guard let deal = report.questions.first?.row.deal else { continue }
            let lost = try reporter.whatIf(Suppositions([.lost(deal)]), request, for: seen)
            let won = try reporter.whatIf(Suppositions([.won(deal)]), request, for: seen)
            #expect(lost.head.currency == .deals && lost.before.mean == report.whole.amount.mean)
            #expect(won.after.mean > lost.before.mean && lost.after.mean < lost.before.mean)
            #expect(won.after.mean - lost.after.mean <= 10_001)
            #expect(won.before.bonus?.currency == Firm.uah)
            #expect(try #require(won.after.bonus).expected > #require(lost.after.bonus).expected)
            let amount = try reporter.whatIf(Suppositions([.amount(deal, thousandths: 5_000_000)]), request, for: seen)
            #expect(amount.after.mean == amount.before.mean && amount.shown.isEmpty)
        }
        #expect(asked > 0)
    }

    @Test("the help desk's people read tickets, never money", .enabled(if: ExchangeFolder.exists("helpdesk")))
    func helpdesk() throws {
        let facts = try ExchangeFolder("helpdesk").facts
        let asOf = try #require(facts.calendar.instant("2013-10-10"))
        let reporter = Reporter(facts, now: .distantFuture)
        let seen = reporter.seen(by: .console)
        let october = Period.month(containing: Day(iso: "2013-10-01")!)
        var open = 0
        for person in facts.organisation.employees {
            let request = ReportRequest(asOf: asOf, period: october, scope: .employee(person.id))
            let report = try reporter.period(request, for: seen)
            #expect(report.head.currency == .deals)
            #expect(report.whole.amount.wonToDate == Int64(report.whole.count.wonToDate) * 10_000)
            #expect(abs(Double(report.whole.amount.mean) / 10_000 - report.whole.count.mean) < 1e-3)
            open += report.openDeals
        }
        let whole = try reporter.period(ReportRequest(asOf: asOf, period: october), for: seen)
        #expect(whole.whole.amount.mean > 0 && open == whole.openDeals && open > 0)
    }
}
