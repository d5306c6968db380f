import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("Parts add up to their whole, to the smallest unit")
struct SumTests {
    @Test("of random firms with splits, nobody's deals and people who moved", arguments: [11, 12])
    func random(seed: UInt64) throws {
        let reporter = Reporter(Firm.random(seed).facts(), now: Firm.now)
        let seen = reporter.seen(by: .console)
        for scope in [Scope.company, .department(Firm.sales), .employee(Firm.petro)] {
            for by in [ForecastRequest.Part.department, .employee, .product, .pipeline] {
                for asOf in ["2023-05-01", "2023-05-20"] {
                    if case .employee = scope, by == .department { continue }
                    let request = ForecastRequest(
                        asOf: Firm.instant(asOf), period: .month(containing: Firm.moved), scope: scope, by: by)
                    expectToAddUp(try reporter.forecast(request, for: seen))
                }
            }
        }
    }

    @Test("apportioning keeps the total whatever the weights", arguments: [0, 1, 7, 1_000_003, -5])
    func apportioning(total: Int64) {
        var random = Seeded(UInt64(bitPattern: total))
        for count in 1...20 {
            let weights = (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
            #expect(apportion(total, weights).reduce(0, +) == total)
        }
        #expect(apportion(total, [0, 0]).reduce(0, +) == total)
    }

    @Test("who moves to another department leaves what was won behind")
    func moved() throws {
        let books = Books(
            frame: Firm.frame(),
            entries: [
                Firm.deal(1, owner: Firm.petro, amount: 100, won: "2023-04-20"),
                Firm.deal(2, owner: Firm.petro, amount: 1_000, won: "2023-05-20"),
            ])
        let reporter = Reporter(books.facts(), now: Firm.now)
        let period = Period(name: "2023-04-01..2023-05-31", in: reporter.facts.calendar)!
        let report = try reporter.forecast(
            ForecastRequest(asOf: Firm.now, period: period, by: .department), for: reporter.seen(by: .console))
        let won = Dictionary(uniqueKeysWithValues: report.parts.map { ($0.subject, $0.amount.wonToDate) })
        #expect(won[.scope(.department(Firm.north))] == 100)
        #expect(won[.scope(.department(Firm.south))] == 1_000)
        #expect(won[.scope(.department(Firm.sales))] == 1_100)
    }

    @Test("a deal's money goes to its sellers by share, its count to its owner")
    func split() throws {
        let shares = [
            DealFact.Split(employee: Firm.maria, share: 1), DealFact.Split(employee: Firm.ivan, share: 2),
        ]
        let books = Books(
            frame: Firm.frame(),
            entries: [Firm.deal(1, owner: Firm.maria, amount: 100, won: "2023-06-05", splits: shares)])
        let reporter = Reporter(books.facts(), now: Firm.now)
        func node(_ scope: Scope) throws -> ForecastReport.Node {
            let request = ForecastRequest(
                asOf: Firm.now, period: .month(containing: Day(iso: "2023-06-01")!), scope: scope)
            return try reporter.forecast(request, for: reporter.seen(by: .console)).whole
        }
        #expect(try node(.employee(Firm.maria)).amount.wonToDate == 33)
        #expect(try node(.employee(Firm.ivan)).amount.wonToDate == 67)
        #expect(try node(.employee(Firm.maria)).count.wonToDate == 1)
        #expect(try node(.employee(Firm.ivan)).count.wonToDate == 0)
        #expect(try node(.company).amount.wonToDate == 100)
    }

    @Test("whose the odd kopiyka of a shared deal is does not hang on the order of rows", arguments: [false, true])
    func oddUnit(turned: Bool) throws {
        let shares = [
            DealFact.Split(employee: Firm.maria, share: 0.5), DealFact.Split(employee: Firm.ivan, share: 0.5),
        ]
        let books = Books(
            frame: Firm.frame(),
            entries: [
                Firm.deal(
                    1, owner: Firm.maria, amount: 10_001, won: "2023-06-05", splits: turned ? shares.reversed() : shares
                )
            ])
        let reporter = Reporter(books.facts(), now: Firm.now)
        let report = try reporter.forecast(
            ForecastRequest(asOf: Firm.now, period: .month(containing: Day(iso: "2023-06-01")!), by: .employee),
            for: reporter.seen(by: .console))
        let won = Dictionary(uniqueKeysWithValues: report.parts.map { ($0.subject, $0.amount.wonToDate) })
        #expect(won[.scope(.employee(Firm.ivan))] == 5_001)
        #expect(won[.scope(.employee(Firm.maria))] == 5_000)
    }
}
