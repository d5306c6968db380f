import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

/// May 2023 has 23 working days; 1 May is a Monday. Petro moved from North to South on that day.
@Suite("Event analysis")
struct EventsTests {
    private let may = Period(name: "2023-05", in: CompanyCalendar(zone: Firm.kyiv))!

    @Test("count is all calls, answered and missed; an over-long one counts and lends no seconds")
    func counting() throws {
        let report = try events([
            call("2023-05-02T10:00:00", .outbound, Firm.maria, seconds: 100),
            call("2023-05-02T11:00:00", .outbound, Firm.maria, seconds: 30, .noAnswer),
            call("2023-05-03T10:00:00", .outbound, Firm.maria, seconds: 3_600),
            call("2023-05-03T12:00:00", .outbound, Firm.maria, seconds: 3_601),
            call("2023-04-30T23:59:59", .outbound, Firm.maria, seconds: 10),
            call("2023-06-01T00:00:00", .outbound, Firm.maria, seconds: 10),
        ])
        let row = try #require(report.rows.first)
        #expect(report.rows.count == 1)
        #expect(row.count.all == 4 && row.count.answered == 3 && row.count.missed == 1)
        #expect(row.count.seconds == 3_730 && row.count.talkSeconds == 3_700)
        #expect(row.count.overLong == 1 && report.overLong.count == 1)
    }

    @Test(
        "a missed call is called back by anybody's later call to the same customer by the end of the next working day")
    func callsBack() throws {
        // Friday 5 May: back in time on Monday by a colleague; too late on Tuesday; a call before it; a stranger.
        let report = try events([
            call("2023-05-05T16:00:00", .inbound, Firm.maria, .missed, account: 1),
            call("2023-05-08T17:59:00", .outbound, Firm.ivan, .noAnswer, account: 1),
            call("2023-05-05T16:10:00", .inbound, Firm.maria, .missed, account: 2),
            call("2023-05-09T09:00:00", .outbound, Firm.maria, account: 2),
            call("2023-05-05T16:20:00", .inbound, Firm.maria, .missed, account: 3),
            call("2023-05-05T16:15:00", .outbound, Firm.maria, account: 3),
            call("2023-05-05T16:30:00", .inbound, nil, .missed),
            call("2023-05-05T16:40:00", .inbound, Firm.maria, account: 4),
        ])
        #expect(report.notCalledBack.map { $0.account?.number } == [nil, 3, 2])
        let maria = try #require(report.rows.first { $0.employee == Firm.maria && $0.direction == .inbound })
        #expect(maria.count.notCalledBack == 2 && maria.count.missed == 3 && maria.count.all == 4)
        #expect(report.unassigned == 1)
        #expect(report.notCalledBack[1].due == Firm.instant("2023-05-09"))
    }

    @Test("a call back counts also when it was made after the period, and never before it was known")
    func backAfterPeriod() throws {
        let activities = [
            call("2023-05-31T16:00:00", .inbound, Firm.maria, .missed, account: 1),
            call("2023-06-01T10:00:00", .outbound, Firm.maria, account: 1),
        ]
        #expect(try events(activities).notCalledBack.isEmpty)
        #expect(try events(activities, asOf: Firm.instant("2023-06-01T10:00:00")).notCalledBack.count == 1)
    }

    @Test("rows of departments and of nobody add up to the company's, wherever somebody belonged on the day")
    func addingUp() throws {
        var random = Seeded(3)
        let activities = randomCalls(&random)
        func all(_ scope: Scope) throws -> Int {
            try events(activities, scope: scope).totals.reduce(0) { $0 + $1.count.all }
        }
        let company = try all(.company)
        let parts = try [.department(Firm.sales), .department(Firm.service), .department(nil)].map(all)
        #expect(company > 100 && parts.reduce(0, +) == company)
        let below = try [.department(Firm.north), .department(Firm.south)].map(all)
        #expect(try below.reduce(0, +) + all(.employee(Firm.olena)) <= all(.department(Firm.sales)))
        let report = try events(activities)
        #expect(report.rows.reduce(0) { $0 + $1.count.all } == company)
        #expect(report.whole.calls.all == report.people.reduce(0) { $0 + $1.calls.all })
        #expect(report.heat.reduce(0) { $0 + $1.inbound + $1.outbound } == report.whole.calls.all)
    }

    @Test("working days leave out absences, and the norm is spread over the plan's working days")
    func norm() throws {
        var frame = Firm.frame()
        frame.absences = [Absence(employee: Firm.maria, from: day("2023-05-08"), to: day("2023-05-12"))]
        frame.quotas = [
            Quota(
                period: may, scope: .employee(Firm.maria), pipeline: nil, measure: .callsOutbound, value: 230,
                currency: nil, from: nil)
        ]
        let maria = try #require(try events([], frame: frame).people.first { $0.employee == Firm.maria })
        #expect(maria.workedDays == 18 && maria.absentDays == 5)
        #expect(abs((maria.norm ?? 0) - 180) < 1e-9)
        // At noon of Tuesday 2 May one day is over, and a third of the next from nine to six.
        let noon = try events([], frame: frame, asOf: Firm.instant("2023-05-02T12:00:00"))
        let then = try #require(noon.people.first { $0.employee == Firm.maria })
        #expect(abs(then.workedDays - 4.0 / 3) < 1e-9 && abs((then.norm ?? 0) - 40.0 / 3) < 1e-9)
        #expect(noon.people.first { $0.employee == Firm.ivan }?.norm == nil)
    }

    @Test("a running period is compared with as many days of the one before, a whole one with the whole")
    func before() throws {
        let calls = [
            call("2023-04-03T10:00:00", .outbound, Firm.maria), call("2023-04-20T10:00:00", .outbound, Firm.maria),
            call("2023-05-02T10:00:00", .outbound, Firm.maria),
        ]
        let whole = try events(calls)
        #expect(whole.whole.outboundBefore.all == 2 && whole.beforeTo == day("2023-05-01"))
        let running = try events(calls, asOf: Firm.instant("2023-05-11"))
        #expect(running.upTo == day("2023-05-11") && running.beforeTo == day("2023-04-11"))
        #expect(running.whole.outboundBefore.all == 1 && running.whole.outbound.all == 1)
    }

    @Test("of own open deals those count as touched about which anybody did anything in the period")
    func touched() throws {
        let deals = [
            Firm.deal(1, owner: Firm.maria, won: nil), Firm.deal(2, owner: Firm.maria, won: nil),
            Firm.deal(3, owner: Firm.maria, won: "2023-05-03"), Firm.deal(4, owner: Firm.ivan, won: nil),
        ]
        let report = try events(
            [
                call("2023-05-02T10:00:00", .outbound, Firm.ivan, deal: 1),
                call("2023-04-02T10:00:00", .outbound, Firm.maria, deal: 2),
                call("2023-05-02T10:00:00", .outbound, Firm.maria, deal: 3),
            ], deals: deals)
        let maria = try #require(report.people.first { $0.employee == Firm.maria })
        #expect(maria.openDeals == 2 && maria.touchedDeals == 1)
        #expect(report.whole.openDeals == 3)
    }

    @Test("a seller sees their own calls and nobody else's; the head the department's")
    func rights() throws {
        var random = Seeded(5)
        let reporter = reporter(randomCalls(&random))
        let maria = reporter.seen(by: .employee(Firm.maria))
        let own = try reporter.events(request(.employee(Firm.maria)), for: maria)
        #expect(Set(own.rows.map(\.employee)) == [Firm.maria])
        #expect(own.people.map(\.employee) == [Firm.maria])
        for scope in [Scope.company, .employee(Firm.ivan), .department(Firm.north), .employee(nil), .department(nil)] {
            #expect(throws: ReportRefusal.notFound) { try reporter.events(request(scope), for: maria) }
        }
        let olena = reporter.seen(by: .employee(Firm.olena))
        #expect(throws: ReportRefusal.notFound) { try reporter.events(request(.company), for: olena) }
        let team = try reporter.events(request(.department(Firm.sales)), for: olena)
        #expect(!team.rows.contains { $0.employee == Firm.daria })
    }

    @Test("what nobody did about a department's deal is that department's, and still nobody's")
    func unassignedOfDepartment() throws {
        let deals = [Firm.deal(1, owner: Firm.ivan, won: nil)]
        let activities = [
            call("2023-05-02T10:00:00", .outbound, nil, deal: 1), call("2023-05-02T10:00:00", .inbound, nil),
        ]
        #expect(try events(activities, deals: deals).unassigned == 2)
        #expect(try events(activities, deals: deals, scope: .department(Firm.south)).unassigned == 1)
        #expect(try events(activities, deals: deals, scope: .department(Firm.north)).unassigned == 0)
        #expect(try events(activities, deals: deals, scope: .department(nil)).unassigned == 1)
    }

    @Test("from each number to its very calls: as many as are counted, for everybody, nobody, and the whole")
    func drillDown() throws {
        var random = Seeded(11)
        let reporter = reporter(randomCalls(&random))
        let seen = reporter.seen(by: .console)
        let report = try reporter.events(request(.company), for: seen)
        func calls(_ query: CallsQuery) throws -> CallsReport {
            try reporter.calls(request(.company), query, for: seen)
        }
        for person in report.people {
            let who = Scope.employee(person.employee)
            #expect(try calls(.init(who: who, direction: .outbound)).total == person.outbound.all)
            let answered = CallsQuery(who: who, direction: .outbound, choice: .answered)
            #expect(try calls(answered).total == person.outbound.answered)
            let missed = CallsQuery(who: who, direction: .inbound, choice: .missed)
            #expect(try calls(missed).total == person.inbound.missed)
            let lost = try calls(.init(who: who, direction: .inbound, choice: .lost))
            #expect(lost.total == person.inbound.notCalledBack && lost.rows.allSatisfy(\.isLost))
            #expect(try calls(.init(who: who)).talkSeconds == person.calls.talkSeconds)
        }
        #expect(try calls(.init(who: .employee(nil))).total == report.unassigned && report.unassigned > 0)
        let heat = try report.heat.map { cell in
            try calls(.init(direction: .inbound, weekday: cell.weekday, hour: cell.hour)).total == cell.inbound
        }
        #expect(!heat.isEmpty && heat.allSatisfy { $0 })
        let all = try calls(.init()).rows
        let pages = try stride(from: 0, to: all.count, by: 60).flatMap {
            try calls(.init(offset: $0, limit: 60)).rows
        }
        #expect(pages == all && all.count == report.calls.all)
        #expect(zip(all, all.dropFirst()).allSatisfy { $0.at >= $1.at })
    }

    @Test("every call that was never hung up can be reached, also when there are hundreds")
    func overLong() throws {
        let long = (0..<200).map { _ in call("2023-05-02T10:00:00", .outbound, Firm.maria, seconds: 4_000) }
        let reporter = reporter(long + [call("2023-05-02T10:00:00", .outbound, Firm.maria)])
        let found = try reporter.calls(
            request(.company), CallsQuery(choice: .overLong, offset: 180, limit: 60), for: reporter.seen(by: .console))
        #expect(found.total == 200 && found.rows.count == 20 && found.talkSeconds == 0)
    }

    @Test("a seller reaches no call of others: a colleague is not found, whether there or not")
    func callsRights() throws {
        var random = Seeded(5)
        let reporter = reporter(randomCalls(&random))
        let maria = reporter.seen(by: .employee(Firm.maria))
        let own = try reporter.calls(request(.employee(Firm.maria)), CallsQuery(), for: maria)
        #expect(own.total > 0 && Set(own.rows.map(\.employee)) == [Firm.maria])
        for scope in [Scope.company, .employee(Firm.ivan), .department(Firm.north)] {
            #expect(throws: ReportRefusal.notFound) { _ = try reporter.calls(request(scope), CallsQuery(), for: maria) }
        }
        for who in [Firm.ivan, nil] {
            #expect(throws: ReportRefusal.notFound) {
                _ = try reporter.calls(
                    request(.employee(Firm.maria)), CallsQuery(who: .employee(who)), for: maria)
            }
        }
    }

    @Test(
        "below the norm is one rule: less than four fifths of at least ten",
        arguments: [
            (7, 10.0, true), (8, 10.0, false), (7, 9.9, false), (79, 100.0, true), (80, 100.0, false),
        ])
    func shortfall(outbound: Int, norm: Double, isShort: Bool) throws {
        #expect(CallShortfall.isShort(outbound: outbound, norm: norm) == isShort)
        #expect(
            TeamReport.Calls(outbound: outbound, inbound: 0, missed: 0, norm: norm).isShort == isShort)
        #expect(!CallShortfall.isShort(outbound: outbound, norm: nil))
    }

    // MARK: The hands

    private func randomCalls(_ random: inout Seeded) -> [ActivityFact] {
        let people = [nil, Firm.olena, Firm.petro, Firm.maria, Firm.ivan, Firm.daria]
        return (0..<400).map { _ in
            ActivityFact(
                id: Activity.ID(0), kind: .call, direction: .allCases.randomElement(using: &random),
                employee: people.randomElement(using: &random)!,
                at: Firm.instant("2023-04-15").adding(seconds: .random(in: 0..<4_000_000, using: &random)),
                seconds: 60, result: .allCases.randomElement(using: &random)!)
        }
    }

    private func call(
        _ at: String, _ direction: Activity.Direction, _ employee: Employee.ID?, seconds: Int = 60,
        _ result: Activity.Result = .answered, account: Int64? = nil, deal: Int64? = nil
    ) -> ActivityFact {
        ActivityFact(
            id: Activity.ID(0), kind: .call, direction: direction, employee: employee, deal: deal.map { Deal.ID($0) },
            account: account.map { Account.ID($0) }, at: Firm.instant(at), seconds: seconds, result: result)
    }

    private func day(_ text: String) -> Day { Day(iso: text)! }

    private func request(_ scope: Scope, asOf: Instant = Firm.now) -> ReportRequest {
        ReportRequest(asOf: asOf, period: may, scope: scope)
    }

    private func reporter(
        _ activities: [ActivityFact], deals: [Books.Entry] = [], frame: CompanyFrame = Firm.frame()
    ) -> Reporter {
        var facts = Books(frame: frame, entries: deals).facts()
        let numbered = activities.enumerated().map { index, fact in
            var fact = fact
            fact.id = Activity.ID(Int64(index + 1))
            return fact
        }
        facts.activities = ActivityColumns(numbered, zone: Firm.kyiv)
        return Reporter(facts, now: Firm.now)
    }

    private func events(
        _ activities: [ActivityFact], deals: [Books.Entry] = [], frame: CompanyFrame = Firm.frame(),
        scope: Scope = .company, asOf: Instant = Firm.now
    ) throws -> EventsReport {
        let reporter = reporter(activities, deals: deals, frame: frame)
        return try reporter.events(request(scope, asOf: asOf), for: reporter.seen(by: .console))
    }
}
