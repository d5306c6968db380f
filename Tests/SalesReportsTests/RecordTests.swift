import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("The live record")
struct RecordTests {
    private static let may = Period.month(containing: Firm.moved)

    private func snapshot(
        _ day: String, _ period: Period = may, mean: Int64, scope: Scope = .company, currency: Currency = Firm.uah
    ) -> ForecastSnapshot {
        ForecastSnapshot(
            day: Day(iso: day)!, recordedAt: Firm.instant(day + "T00:05"), period: period, scope: scope,
            currency: currency, won: 0, mean: mean, p10: mean / 2, p50: mean, p90: mean * 2, template: nil,
            statistical: mean + 10_000, quota: nil)
    }

    private var reporter: Reporter {
        Reporter(
            Books(
                frame: Firm.frame(),
                entries: [
                    Firm.deal(1, owner: Firm.maria, amount: 100_000, won: "2023-05-20"),
                    Firm.deal(2, owner: Firm.ivan, amount: 60_000, won: "2023-06-10"),
                ]
            ).facts(), now: Firm.now)
    }

    @Test("is scored by what came once the period is over, at the moments of the backtest")
    func scored() throws {
        let reporter = reporter
        let said = [
            snapshot("2023-05-01", mean: 120_000), snapshot("2023-05-02", mean: 900_000),
            snapshot("2023-05-11", mean: 90_000),
            snapshot("2023-06-01", .month(containing: Day(iso: "2023-06-01")!), mean: 50_000),
            snapshot("2023-05-01", mean: 7, currency: Firm.usd),
        ]
        let report = try reporter.record(of: .company, asOf: Firm.now, for: reporter.seen(by: .console)) { _ in said }
        #expect(report.begun == Day(iso: "2023-05-01") && report.days == 4 && report.rows.count == 4)
        #expect(report.rows.map(\.actual) == [100_000, 100_000, 100_000, nil])
        #expect(report.summary.map(\.horizon) == [0, 1.0 / 3])
        #expect(abs(report.summary[0].accuracy[.model]! - 0.8) < 1e-12)
        #expect(abs(report.summary[1].accuracy[.model]! - 0.9) < 1e-12)
        #expect(report.summary[0].accuracy[.template] == nil && report.summary[0].coverage80 == 1)
        let early = try reporter.record(
            of: .company, asOf: Firm.instant("2023-05-10"), for: reporter.seen(by: .console)
        ) { _ in said }
        #expect(early.rows.count == 2 && early.summary.isEmpty && early.rows.allSatisfy { $0.actual == nil })
    }

    @Test("of a foreign scope is not even asked for")
    func foreign() throws {
        let reporter = reporter
        let seen = reporter.seen(by: .employee(Firm.maria))
        for scope in [Scope.company, .department(Firm.north), .employee(Firm.ivan), .employee(Employee.ID(99))] {
            #expect(throws: ReportRefusal.notFound) {
                try reporter.record(of: scope, asOf: Firm.now, for: seen) { _ in
                    Issue.record("read \(scope)")
                    return []
                }
            }
        }
        let others = [snapshot("2023-05-01", mean: 1), snapshot("2023-05-01", mean: 2, scope: .employee(Firm.maria))]
        let own = try reporter.record(of: .employee(Firm.maria), asOf: Firm.now, for: seen) { _ in others }
        #expect(own.rows.map(\.snapshot.mean) == [2])
    }

    @Test("holds the very figures of the forecast, at every level, for the month and the quarter")
    func figures() throws {
        let reporter = Reporter(Firm.random(51).facts(), now: Firm.now)
        let taken = try reporter.snapshots()
        #expect(Set(taken.map(\.period.kind)) == [.month, .quarter])
        #expect(Set(taken.map { "\($0.period) \($0.scope)" }).count == taken.count)
        for scope in [Scope.company, .department(Firm.north), .department(Firm.service), .employee(Firm.petro)] {
            for said in taken where said.scope == scope {
                let node = try reporter.forecast(
                    ForecastRequest(asOf: Firm.now, period: said.period, scope: scope),
                    for: reporter.seen(by: .console)
                ).whole
                #expect(said.mean == node.amount.mean && said.p10 == node.amount.p10 && said.p90 == node.amount.p90)
                #expect(said.won == node.amount.wonToDate && said.template == node.amount.template)
            }
            #expect(taken.count { $0.scope == scope } == 2)
        }
    }
}
