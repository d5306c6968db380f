import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("Today") struct TodayTests {
    /// 15 June 2023, a Thursday, at noon.
    private let noon = Firm.instant("2023-06-15T12:00")

    @Test("what is due by the end of the day is of today, and what was due on a day before is overdue")
    func due() throws {
        let report = try today([
            planned(1, "2023-06-14T23:59"), planned(2, "2023-06-15T00:00"), planned(3, "2023-06-15T23:59"),
            planned(4, "2023-06-16T00:00"),
        ])
        #expect(report.due.map(\.activity.id.number) == [1, 2, 3])
        #expect(report.due.map(\.isOverdue) == [true, false, false])
    }

    @Test("a page has room for one's own things first and then for the most valuable, in order of time")
    func first() throws {
        let entries = [
            Firm.deal(1, owner: Firm.maria, amount: 100, won: nil),
            Firm.deal(2, owner: Firm.maria, amount: 900, won: nil),
        ]
        let facts = Books(frame: Firm.frame(), entries: entries).facts()
        let reporter = Reporter(facts, now: noon)
        let all = [
            planned(1, "2023-06-15T09:00", about: 1), planned(2, "2023-06-15T10:00", about: 2),
            planned(3, "2023-06-15T11:00"), planned(4, "2023-06-15T08:00", of: Firm.olena),
        ]
        let request = request(.department(Firm.sales))
        let report = try reporter.today(request, planned: all, for: reporter.seen(by: .employee(Firm.olena)))
        #expect(report.due.map(\.activity.id.number) == [4, 1, 2, 3])
        #expect(report.due.map(\.value) == [nil, 100, 900, nil])
        #expect(report.first(1).map(\.activity.id.number) == [4, 2])
        #expect(report.first(2).map(\.activity.id.number) == [4, 1, 2])
        #expect(report.first(9).count == 4)
    }

    @Test("what the books did not know by then is not there")
    func known() throws {
        #expect(try today([planned(1, "2023-06-15T09:00", recorded: "2023-06-15T12:00")]).due.isEmpty)
        #expect(try today([planned(1, "2023-06-15T09:00", recorded: "2023-06-15T11:59")]).due.count == 1)
    }

    @Test("everybody sees their own, a head the department's")
    func whose() throws {
        let all = [
            planned(1, "2023-06-15T09:00", of: Firm.maria), planned(2, "2023-06-15T10:00", of: Firm.olena),
            planned(3, "2023-06-15T11:00", of: nil),
        ]
        func ids(_ scope: Scope) throws -> [Int64] { try today(all, scope: scope).due.map(\.activity.id.number) }
        #expect(try ids(.employee(Firm.maria)) == [1])
        #expect(try ids(.company) == [1, 2, 3])
        let reporter = Reporter(Books(frame: Firm.frame(), entries: []).facts(), now: noon)
        #expect(throws: ReportRefusal.notFound) {
            try reporter.today(
                request(.employee(Firm.maria)), planned: all, for: reporter.seen(by: .employee(Firm.petro)))
        }
    }

    @Test("a missed call waits until anybody phones the customer, also too late")
    func calls() throws {
        let missed = call(1, "2023-06-12T10:00", .inbound, .missed)
        #expect(try today([], calls: [missed]).calls.map(\.id.number) == [1])
        let late = call(2, "2023-06-14T18:00", .outbound, .answered)
        #expect(try today([], calls: [missed, late]).calls.isEmpty)
        let longAgo = call(1, "2023-06-08T10:00", .inbound, .missed)
        #expect(try today([], calls: [longAgo]).calls.isEmpty)
    }

    // MARK: The hands

    private func request(_ scope: Scope) -> ReportRequest {
        ReportRequest(asOf: noon, period: .month(containing: Day(iso: "2023-06-15")!), scope: scope)
    }

    private func today(_ planned: [PlannedActivity], calls: [ActivityFact] = [], scope: Scope = .company) throws
        -> TodayReport
    {
        var facts = Books(frame: Firm.frame(), entries: []).facts()
        facts.activities = ActivityColumns(calls, zone: Firm.kyiv)
        let reporter = Reporter(facts, now: noon)
        return try reporter.today(request(scope), planned: planned, for: reporter.seen(by: .console))
    }

    private func planned(
        _ number: Int64, _ due: String, recorded: String = "2023-06-01", of employee: Employee.ID? = Firm.maria,
        about deal: Int64? = nil
    ) -> PlannedActivity {
        PlannedActivity(
            id: Activity.ID(number), externalID: "t\(number)", kind: .task, employee: employee,
            deal: deal.map { Deal.ID($0) },
            account: nil, due: Firm.instant(due), recorded: Firm.instant(recorded), note: nil)
    }

    private func call(
        _ number: Int64, _ at: String, _ direction: Activity.Direction, _ result: Activity.Result
    ) -> ActivityFact {
        ActivityFact(
            id: Activity.ID(number), kind: .call, direction: direction, employee: Firm.maria,
            account: Account.ID(1), at: Firm.instant(at), seconds: 0, result: result)
    }
}
