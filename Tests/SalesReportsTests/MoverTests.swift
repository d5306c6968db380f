import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

/// Petro moved from North, which Maria heads here, to South, which Ivan heads, on 1 May.
@Suite("Who has moved to another department")
struct MoverTests {
    private let reporter: Reporter
    private let north = Scope.department(Firm.north)
    private let south = Scope.department(Firm.south)

    init() {
        reporter = MoverTests.reporter(
            planned: 500_000, in: ["2023-04", "2023-05"],
            deals: [
                Firm.deal(1, owner: Firm.petro, amount: 100, won: "2023-04-20"),
                Firm.deal(2, owner: Firm.petro, amount: 200, won: "2023-05-20"),
                Firm.deal(3, owner: Firm.petro, amount: 400, won: nil),
            ]
        ) { all in
            all.map {
                Membership(
                    employee: $0.employee, department: $0.department, role: $0.role,
                    isHead: $0.isHead || $0.employee == Firm.maria || $0.employee == Firm.ivan, from: $0.from, to: $0.to
                )
            }
        }
    }

    /// The firm in which Petro has a plan, and people belong elsewhere.
    private static func reporter(
        planned: Int64, of measure: Quota.Measure = .won, in months: [String], deals: [Books.Entry],
        _ moved: ([Membership]) -> [Membership]
    ) -> Reporter {
        var frame = Firm.frame()
        frame.organisation = Organisation(
            departments: frame.organisation.departments, employees: frame.organisation.employees,
            memberships: moved(frame.organisation.memberships))
        frame.quotas = months.compactMap { Period(name: $0, in: frame.calendar) }.map {
            Quota(
                period: $0, scope: .employee(Firm.petro), pipeline: nil, measure: measure, value: planned,
                currency: nil,
                from: nil)
        }
        return Reporter(Books(frame: frame, entries: deals).facts(), now: Firm.now)
    }

    /// Petro moves within May, on the 16th.
    private static func inMay(_ all: [Membership]) -> [Membership] {
        let day = Day(iso: "2023-05-16")!
        return all.map {
            guard $0.employee == Firm.petro else { return $0 }
            let isFirst = $0.to != nil
            return Membership(
                employee: Firm.petro, department: $0.department, role: .seller, isHead: false,
                from: isFirst ? nil : day, to: isFirst ? day + -1 : nil)
        }
    }

    private func list(_ scope: Scope, _ who: Employee.ID, asOf: String = "2023-06-15", in month: String? = nil) throws
        -> DealsReport
    {
        var query = DealsQuery(scope: scope, sort: .amount, descending: false)
        query.period = month.flatMap { Period(name: $0, in: reporter.facts.calendar) }
        return try reporter.deals(query, asOf: Firm.instant(asOf), for: reporter.seen(by: .employee(who)))
    }

    @Test("what was sold stays with the department where it was sold, for its head too")
    func past() throws {
        #expect(try list(north, Firm.maria).rows.map(\.deal.number) == [1])
        #expect(try list(south, Firm.ivan).rows.map(\.deal.number) == [2, 3])
        let seen = reporter.seen(by: .employee(Firm.maria))
        #expect(try reporter.deal(Deal.ID(1), asOf: Firm.now, for: seen).row.owner == Firm.petro)
        for later in [Int64(2), 3] {
            #expect(throws: ReportRefusal.notFound) { try reporter.deal(Deal.ID(later), asOf: Firm.now, for: seen) }
        }
    }

    @Test("a list and the forecast of the same department and month have the same money")
    func sums() throws {
        for (scope, head, month) in [
            (north, Firm.maria, "2023-04"), (south, Firm.ivan, "2023-04"), (north, Firm.maria, "2023-05"),
            (south, Firm.ivan, "2023-05"),
        ] {
            let period = try #require(Period(name: month, in: reporter.facts.calendar))
            let forecast = try reporter.forecast(
                ForecastRequest(asOf: Firm.now, period: period, scope: scope),
                for: reporter.seen(by: .employee(head)))
            let list = try list(scope, head, in: month)
            #expect(list.totalAmount == forecast.whole.amount.wonToDate)
            #expect(list.total == forecast.whole.count.wonToDate)
        }
    }

    @Test("an open deal belongs to where its owner is as of the day that is asked about")
    func open() throws {
        #expect(try list(north, Firm.maria, asOf: "2023-04-25").rows.map(\.deal.number) == [1, 2, 3])
        #expect(try list(south, Firm.ivan, asOf: "2023-04-25").rows.isEmpty)
    }

    @Test("whoever heads a person now sees all that the person has")
    func person() throws {
        #expect(try list(.employee(Firm.petro), Firm.ivan).rows.map(\.deal.number) == [1, 2, 3])
        #expect(throws: ReportRefusal.notFound) { try list(.employee(Firm.petro), Firm.maria) }
    }

    @Test("of a plan of the month in which its person moved, what was won before stays behind, and the rest goes along")
    func dividedPlan() throws {
        let reporter = MoverTests.reporter(
            planned: 500, in: ["2023-05"],
            deals: [
                Firm.deal(1, owner: Firm.petro, amount: 110, won: "2023-05-08"),
                Firm.deal(2, owner: Firm.petro, amount: 220, won: "2023-05-20"),
            ], MoverTests.inMay)
        let may = try #require(Period(name: "2023-05", in: reporter.facts.calendar))
        func forecast(_ scope: Scope, _ asOf: String = "2023-06-15") throws -> ForecastReport {
            try reporter.forecast(
                ForecastRequest(asOf: Firm.instant(asOf), period: may, scope: scope, by: .employee),
                for: reporter.seen(by: .console))
        }
        #expect(try forecast(north).whole.plan.quota == 110)
        #expect(try forecast(south).whole.plan.quota == 390)
        #expect(try forecast(.company).whole.plan.quota == 500)
        #expect(try forecast(.employee(Firm.petro)).whole.plan.quota == 500)
        let row = try #require(try forecast(south).parts.first { $0.subject == .scope(.employee(Firm.petro)) })
        // What is missing of the part is what is missing of the whole.
        #expect(try #require(row.plan.quota) - row.amount.wonToDate == 170)
        #expect(try forecast(.company).parts.compactMap(\.plan.quota) == [500])
        // Before the move all of it stood in the north.
        #expect(try forecast(north, "2023-05-12").whole.plan.quota == 500)
    }

    @Test("no more of a plan stays behind than there is of it, and where deals are counted it is divided by deals")
    func smallAndCountedPlan() throws {
        let deals = [
            Firm.deal(1, owner: Firm.petro, amount: 110, won: "2023-05-08"),
            Firm.deal(2, owner: Firm.petro, amount: 220, won: "2023-05-20"),
        ]
        let small = MoverTests.reporter(planned: 100, in: ["2023-05"], deals: deals, MoverTests.inMay)
        #expect(try quota(north, "2023-05", small) == 100 && quota(south, "2023-05", small) == 0)
        #expect(try quota(.company, "2023-05", small) == 100)
        let uncounted = (1...2).map {
            Firm.deal(Int64($0), owner: Firm.petro, amount: nil, won: $0 == 1 ? "2023-05-08" : "2023-05-20")
        }
        let counted = MoverTests.reporter(
            planned: 3, of: .deals, in: ["2023-05"], deals: uncounted, MoverTests.inMay)
        let whole = try #require(try quota(.company, "2023-05", counted))
        #expect(try quota(north, "2023-05", counted).map { 3 * $0 } == whole)
        #expect(try quota(south, "2023-05", counted).map { 3 * $0 } == 2 * whole)
    }

    @Test("the plan of who has left stays whole with the department that they left, and its days are over for them")
    func leaver() throws {
        let last = Day(iso: "2023-05-15")!
        let reporter = MoverTests.reporter(
            planned: 500, in: ["2023-05"], deals: [Firm.deal(1, owner: Firm.petro, amount: 110, won: "2023-05-08")]
        ) {
            $0.filter { $0.employee != Firm.petro } + [
                Membership(employee: Firm.petro, department: Firm.north, role: .seller, isHead: false, to: last)
            ]
        }
        let may = try #require(Period(name: "2023-05", in: reporter.facts.calendar))
        let report = try reporter.forecast(
            ForecastRequest(asOf: Firm.now, period: may, scope: north, by: .employee), for: reporter.seen(by: .console))
        #expect(report.whole.plan.quota == 500)
        let row = try #require(report.parts.first { $0.subject == .scope(.employee(Firm.petro)) })
        #expect(row.plan.quota == 500 && row.amount.wonToDate == 110)
        let organisation = reporter.facts.organisation
        #expect(organisation.holds(Firm.petro, on: last) && !organisation.holds(Firm.petro, on: last + 1))
    }

    @Test("a plan stays where its person was")
    func plan() throws {
        #expect(try quota(north, "2023-04", reporter) == 500_000 && quota(south, "2023-04", reporter) == nil)
        #expect(try quota(north, "2023-05", reporter) == nil && quota(south, "2023-05", reporter) == 500_000)
    }

    private func quota(_ scope: Scope, _ month: String, _ reporter: Reporter) throws -> Int64? {
        let period = try #require(Period(name: month, in: reporter.facts.calendar))
        return try reporter.forecastInOneMeasure(
            ForecastRequest(asOf: Firm.now, period: period, scope: scope), for: reporter.seen(by: .console)
        ).whole.plan.quota
    }
}
