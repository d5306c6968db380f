import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

struct TeamTests {
    private static let june = Period.month(containing: Day(iso: "2023-06-01")!)

    private static func reporter(_ seed: UInt64, _ quotas: [Scope: Int64]) -> Reporter {
        var books = Firm.random(seed)
        books.frame.quotas = quotas.map {
            Quota(
                period: june, scope: $0.key, pipeline: nil, measure: .won, value: $0.value, currency: Firm.uah,
                from: nil)
        }
        return Reporter(books.facts(), now: Firm.now)
    }

    private static func team(_ reporter: Reporter, _ scope: Scope, as viewer: Viewer = .console) throws -> TeamReport {
        try reporter.team(
            ReportRequest(asOf: Firm.now, period: june, scope: scope), for: reporter.seen(by: viewer))
    }

    @Test("each person's figures are those of their own forecast, least probable first", arguments: 1...4)
    func figures(seed: UInt64) throws {
        let reporter = Self.reporter(
            seed, [.employee(Firm.petro): 90_000_000_000, .employee(Firm.ivan): 1, .employee(Firm.maria): 5_000_000])
        let team = try Self.team(reporter, .company)
        for row in team.rows {
            let own = try reporter.forecast(
                ForecastRequest(asOf: Firm.now, period: Self.june, scope: .employee(row.employee)),
                for: reporter.seen(by: .console)
            ).whole
            #expect(row.node.amount == own.amount && row.node.plan == own.plan)
        }
        let chances = team.rows.map { $0.node.plan.probability ?? 2 }
        #expect(chances == chances.sorted())
        #expect(team.rows.first?.employee == Firm.petro)
        #expect(team.offPlan.map(\.employee).contains(Firm.petro))
        #expect(team.planned == 3)
    }

    @Test("who stands alike stands in the order of people, not of their numbers")
    func alike() throws {
        var frame = Firm.frame()
        let own = frame.organisation
        let people = own.employees.reversed()
        frame.organisation = Organisation(
            departments: own.departments, employees: Array(people), memberships: own.memberships)
        let reporter = Reporter(Books(frame: frame, entries: []).facts(), now: Firm.now)
        let rows = try Self.team(reporter, .company).rows.map(\.employee)
        #expect(rows == [Firm.daria, Firm.ivan, Firm.maria, Firm.petro])
    }

    @Test("a weak stage is one that plan against fact alarms about, with the same money", arguments: 1...4)
    func weak(seed: UInt64) throws {
        let reporter = Self.reporter(seed, [:])
        let signals = try reporter.planFact(
            ReportRequest(asOf: Firm.now, period: Self.june, scope: .company), for: reporter.seen(by: .console)
        ).signals
        for row in try Self.team(reporter, .company).rows {
            let own = signals.filter { $0.scope == .employee(row.employee) }
            #expect(row.weak?.money == own.map(\.money).max())
        }
    }

    @Test("a head sees the team and nobody else's")
    func rights() throws {
        let reporter = Self.reporter(2, [:])
        let own = try Self.team(reporter, .department(Firm.sales), as: .employee(Firm.olena))
        #expect(Set(own.rows.map(\.employee)).isDisjoint(with: [Firm.daria]))
        #expect(Set(own.rows.map(\.employee)).isSuperset(of: [Firm.petro, Firm.maria, Firm.ivan]))
        for scope in [Scope.company, .department(Firm.service), .employee(Firm.daria)] {
            #expect(throws: ReportRefusal.notFound) { _ = try Self.team(reporter, scope, as: .employee(Firm.olena)) }
        }
    }

    @Test("calls are short only of a norm that is large enough to say so")
    func norm() {
        func calls(_ outbound: Int, _ norm: Double?) -> Bool {
            TeamReport.Calls(outbound: outbound, inbound: 0, missed: 0, norm: norm).isShort
        }
        #expect(calls(31, 60) && !calls(48, 60) && !calls(0, 9) && !calls(0, nil))
    }
}
