import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("Plans of single pipelines")
struct PipelinePlanTests {
    private static let renewals = Pipeline.ID(2)
    private static let june = Period.month(containing: Day(iso: "2023-06-01")!)

    /// Maria wins 1,000 in the first pipeline; others as given.
    private static func reporter(
        renewing: Employee.ID?, won: String? = "2023-06-06", plans: [(Employee.ID, Pipeline.ID, Int64)]
    ) -> Reporter {
        var frame = Firm.frame()
        frame.pipelines.append(
            Pipeline(
                id: renewals, name: "Renewals", kind: .sales,
                stages: [
                    Stage(id: Stage.ID(11), name: "Due", position: 1, probability: 0.8, outcome: .open),
                    Stage(id: Stage.ID(12), name: "Kept", position: 2, probability: 1, outcome: .won),
                ]))
        frame.quotas = plans.map {
            Quota(
                period: june, scope: .employee($0.0), pipeline: $0.1, measure: .won, value: $0.2, currency: Firm.uah,
                from: nil)
        }
        var entries = [Firm.deal(1, owner: Firm.maria, won: "2023-06-05")]
        if let renewing {
            let id = Deal.ID(2)
            let made = Firm.instant("2023-05-10")
            let deal = DealFact(
                id: id, created: made, recorded: made, pipeline: renewals, stage: Stage.ID(11), amount: 900_000,
                owner: renewing)
            let changes = won.map { day in
                ChangeFact(
                    deal: id, field: .stage, changed: Firm.instant(day), recorded: Firm.instant(day), new: 12)
            }
            entries.append(Books.Entry(deal: deal, changes: changes.map { [$0] } ?? []))
        }
        return Reporter(Books(frame: frame, entries: entries).facts(), now: Firm.now)
    }

    private static func plan(
        _ reporter: Reporter, _ scope: Scope, _ pipelines: PipelineChoice = .sales
    ) throws -> ForecastReport.Plan {
        try reporter.forecast(
            ForecastRequest(asOf: Firm.now, period: june, scope: scope, pipelines: pipelines),
            for: reporter.seen(by: .console)
        ).whole.plan
    }

    @Test("a plan of one pipeline is no plan of who sells in another too", arguments: ["2023-06-06", nil])
    func partial(won: String?) throws {
        let reporter = Self.reporter(renewing: Firm.maria, won: won, plans: [(Firm.maria, Firm.pipeline, 200_000)])
        #expect(try Self.plan(reporter, .employee(Firm.maria)).quota == nil)
        #expect(try Self.plan(reporter, .employee(Firm.maria), .one(Firm.pipeline)).quota == 200_000)
        #expect(try Self.plan(reporter, .company).quota == nil)
    }

    @Test("of who sells there alone it is the plan, and of all the sum of both")
    func whole() throws {
        let reporter = Self.reporter(
            renewing: Firm.ivan, plans: [(Firm.maria, Firm.pipeline, 200_000), (Firm.ivan, Self.renewals, 300_000)])
        #expect(try Self.plan(reporter, .employee(Firm.maria)).quota == 200_000)
        #expect(try Self.plan(reporter, .employee(Firm.ivan)).quota == 300_000)
        #expect(try Self.plan(reporter, .company).quota == 500_000)
        let both = Self.reporter(
            renewing: Firm.maria, plans: [(Firm.maria, Firm.pipeline, 200_000), (Firm.maria, Self.renewals, 300_000)])
        let plan = try Self.plan(both, .employee(Firm.maria))
        #expect(plan.quota == 500_000 && plan.isSum)
    }
}
