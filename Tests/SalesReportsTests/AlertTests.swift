import ReportDocuments
import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

/// Twelve won deals that stood five days at their only stage and were called about on the second day, and open ones.
@Suite("Alerts") struct AlertTests {
    private let june = Period.month(containing: Day(iso: "2023-06-01")!)
    private let wins = (1...12).map { number in
        Firm.deal(Int64(number), owner: Firm.maria, created: "2023-05-\(10 + number)", won: "2023-05-\(15 + number)")
    }

    // MARK: What is said of a deal

    @Test("a deal that stands longer than nine of ten won ones did is stuck, and one that stands as long is not")
    func stuck() throws {
        let report = try report([open(20, since: "2023-06-10"), open(21, since: "2023-06-09")])
        #expect(kinds(report) == [21: [.stuck]])
        #expect(report.alerts[0].reason == .stuck(days: 6, usual: 5))
        #expect(report.alerts[0].money > 0 && report.alerts[0].owner == Firm.maria)
    }

    @Test("of nine won deals nothing is learned")
    func fewWins() throws {
        let entries = Array(wins.prefix(9)) + [open(20, since: "2023-01-09")]
        #expect(try alerts(entries).alerts.isEmpty)
        #expect(try alerts(Array(wins.prefix(10)) + [open(20, since: "2023-01-09")]).count(.stuck) == 1)
    }

    @Test("a deal is silent when nobody has touched it for longer than won ones were left alone at that stage")
    func silent() throws {
        // Won ones: a call on the second day, so four days at most.
        let open = [
            self.open(20, since: "2023-06-10"), self.open(21, since: "2023-06-11"), self.open(22, since: "2023-06-10"),
        ]
        let calls = wins.indices.map { call(Int64($0 + 1), "2023-05-\(12 + $0)") } + [call(22, "2023-06-13")]
        #expect(kinds(try report(open, calls: calls)) == [20: [.silent]])
        #expect(try report(open, calls: []).untold.contains(.silent))
        #expect(try !report(open, calls: calls).untold.contains(.silent))
    }

    @Test("what is said about a deal after the instant, or is planned for a later day, is no contact yet")
    func silentAsOf() throws {
        let calls = wins.indices.map { call(Int64($0 + 1), "2023-05-\(12 + $0)") }
        let open = [self.open(20, since: "2023-06-10")]
        #expect(try report(open, calls: calls + [call(20, "2023-06-15")]).count(.silent) == 1)
        #expect(try report(open, calls: calls + [call(20, "2023-06-14")]).count(.silent) == 0)
    }

    @Test("a contact counts at once, though nothing has happened to any deal since")
    func silentAtOnce() throws {
        var facts = Books(frame: Firm.frame(), entries: wins + [open(20, since: "2023-06-10")]).facts()
        let calls = wins.indices.map { call(Int64($0 + 1), "2023-05-\(12 + $0)") } + [call(20, "2023-06-17")]
        facts.activities = ActivityColumns(calls, zone: Firm.kyiv)
        let books = facts
        func silent(_ asOf: String) throws -> Int {
            let now = Firm.instant(asOf)
            // As a server has it: deals as of the last instant at which anything happened to them that day.
            let reporter = Reporter(
                books, now: now,
                forecasts: { question in
                    let picture = CompanyPicture(
                        books, asOf: books.canonical(question.asOf), pipelines: question.pipelines)
                    return CompanyForecast(question, books, picture: picture)
                }, pictures: { CompanyPicture(books, asOf: books.canonical($0), pipelines: $1) })
            return try reporter.alerts(
                ReportRequest(asOf: now, period: june), planned: [], for: reporter.seen(by: .console)
            ).count(.silent)
        }
        #expect(try silent("2023-06-17T09:00") == 1)
        #expect(try silent("2023-06-17T11:00") == 0)
    }

    @Test("a deal about which nothing is planned lacks a next step, where planning is a habit; a new one does not")
    func noNextStep() throws {
        let open = [
            self.open(20, since: "2023-06-12"), self.open(21, since: "2023-06-12"), self.open(22, since: "2023-06-15"),
        ]
        #expect(kinds(try report(open, planned: [20])) == [21: [.noNextStep]])
        // On the day on which it began, and on the next one.
        #expect(kinds(try report(open, planned: [20], asOf: "2023-06-15T18:00"))[22] == nil)
        #expect(kinds(try report(open, planned: [20], asOf: "2023-06-16T09:00"))[22] == [.noNextStep])
        #expect(kinds(try report(open)) == [:])
        #expect(try report(open).untold == [.noNextStep, .silent])
        // One planned call for eleven deals is no habit, of ten it is one.
        let many = (0..<11).map { self.open(20 + Int64($0), since: "2023-06-12") }
        #expect(try report(many, planned: [20]).count(.noNextStep) == 0)
        #expect(try report(Array(many.prefix(10)), planned: [20]).count(.noNextStep) == 9)
    }

    @Test("an action about a deal is a next step, and no sign that planning is a habit")
    func actionIsStep() throws {
        let open = [self.open(20, since: "2023-06-12"), self.open(21, since: "2023-06-12")]
        #expect(kinds(try report(open, planned: [20], given: [action(about: 21)])) == [:])
        #expect(try report(open, given: [action(about: 21)]).untold.contains(.noNextStep))
    }

    // MARK: Who sees what, and what waits

    @Test("a seller sees their deals, a head the department's, a director all, and nobody another's")
    func whose() throws {
        let entries = [
            open(20, since: "2023-06-01"), open(21, since: "2023-06-01", of: Firm.ivan),
            open(22, since: "2023-06-01", of: nil),
        ]
        func deals(_ scope: Scope, _ viewer: Viewer) throws -> Set<Int64> {
            Set(try report(entries, scope: scope, viewer: viewer).alerts.compactMap(\.mark.deal?.number))
        }
        #expect(try deals(.employee(Firm.maria), .employee(Firm.maria)) == [20])
        #expect(try deals(.department(Firm.sales), .employee(Firm.olena)) == [20, 21])
        #expect(try deals(.department(Firm.south), .employee(Firm.olena)) == [21])
        #expect(try deals(.company, .employee(Firm.boss)) == [20, 21, 22])
        for scope in [Scope.employee(Firm.ivan), .department(Firm.north), .company] {
            #expect(throws: ReportRefusal.notFound) { try deals(scope, .employee(Firm.maria)) }
        }
    }

    @Test("what somebody has in hand does not wait until it is overdue, and comes back then")
    func inHand() throws {
        let open = [self.open(20, since: "2023-06-01"), self.open(21, since: "2023-06-01")]
        func waiting(_ action: CorrectiveAction, _ viewer: Viewer = .console) throws -> [Int64] {
            try report(open, given: [action], viewer: viewer).waiting(without: []).matters
                .compactMap(\.deal?.number)
        }
        #expect(try waiting(action(about: 20)) == [21])
        #expect(try waiting(action(about: 20, due: "2023-06-15")) == [21])
        #expect(try waiting(action(about: 20, due: "2023-06-14")) == [20, 21])
        let hand = try report(open, given: [action(about: 20)]).alerts.first { $0.mark.deal?.number == 20 }?.hand
        #expect(hand == .init(action: "A1", assignee: Firm.maria, due: Day(iso: "2023-06-20")!))
    }

    @Test("a deal is one matter with all that is said of it, by kind and by money, and what is put off is not there")
    func matters() throws {
        let open = [
            self.open(20, since: "2023-06-01", amount: 1_000), self.open(21, since: "2023-06-01", amount: 9_000),
            self.open(22, since: "2023-06-12", amount: 90_000), self.open(23, since: "2023-06-12", amount: 500),
        ]
        let report = try report(open, planned: [23])
        #expect(report.matters.compactMap(\.deal?.number) == [21, 20, 22])
        #expect(
            report.matters.map { $0.marks.map(\.kind) } == [
                [.stuck, .noNextStep], [.stuck, .noNextStep], [.noNextStep],
            ])
        let hidden = Set(report.matters[0].marks)
        #expect(report.waiting(without: hidden).matters.compactMap(\.deal?.number) == [20, 22])
        #expect(
            report.waiting(without: [report.matters[0].marks[0]]).matters.map(\.kind) == [
                .stuck, .noNextStep, .noNextStep,
            ])
    }

    @Test("money at stake of the parts adds up to the whole's")
    func sums() throws {
        let books = Firm.random(11)
        let reporter = Reporter(books.facts(), now: Firm.now)
        func money(_ scope: Scope) throws -> Int64 {
            let report = try reporter.alerts(
                ReportRequest(asOf: Firm.now, period: june, scope: scope), planned: [],
                for: reporter.seen(by: .console))
            return report.matters.reduce(0) { $0 + ($1.deal == nil ? 0 : $1.first.money) }
        }
        let parts: [Scope] = [.department(Firm.sales), .department(Firm.service), .employee(nil), .employee(Firm.boss)]
        let whole = try money(.company)
        let sum = try parts.reduce(0) { $0 + (try money($1)) }
        #expect(whole > 0)
        #expect(abs(whole - sum) <= Int64(books.entries.count), "\(whole) \(sum)")
    }

    @Test("of a deal that is shared its owner reads their own part")
    func shared() throws {
        let deal = Firm.deal(
            20, owner: Firm.maria, amount: 900_000, created: "2023-06-01", won: nil,
            splits: [
                DealFact.Split(employee: Firm.maria, share: 1), DealFact.Split(employee: Firm.ivan, share: 2),
            ])
        let whole = try #require(try report([deal]).alerts.first)
        let own = try #require(try report([deal], scope: .employee(Firm.maria)).alerts.first)
        #expect(whole.money > 0 && abs(3 * own.money - whole.money) <= 3)
        #expect(try report([deal], scope: .employee(Firm.ivan)).alerts.isEmpty)
    }

    @Test("what stands by itself is counted as it is listed: a deal once, and not what is put off")
    func counted() throws {
        let open = [
            self.open(20, since: "2023-06-01", amount: 800_000), self.open(21, since: "2023-06-01", amount: 900_000),
            self.open(23, since: "2023-06-12", amount: 500_000),
        ]
        let report = try report(open, planned: [23])
        #expect(report.alerts.count == 4 && report.toActCount(without: []) == 2)
        let first = report.matters[0].marks
        for hidden in [Set(first), [first[0]]] {
            #expect(
                report.toActCount(without: hidden) == report.waiting(without: hidden).toAct.count, "\(hidden.count)")
        }
    }

    @Test("a company of one department is told apart by the parts of that one")
    func oneDepartment() throws {
        var frame = Firm.frame()
        frame.organisation = Organisation(
            departments: frame.organisation.departments.filter { $0.id != Firm.service },
            employees: frame.organisation.employees,
            memberships: frame.organisation.memberships.filter { $0.department != Firm.service })
        let report = try alerts(wins + large, frame: frame)
        #expect(
            Set(report.lines.map(\.scope)).isSubset(of: [
                .department(Firm.north), .department(Firm.south), .employee(nil),
            ]))
        #expect(report.lines.contains { $0.scope == .department(Firm.north) })
    }

    @Test("nothing recorded at or after an instant is in the alerts as of it")
    func leak() throws {
        var random = Seeded(3)
        let books = Firm.random(7)
        func answer(_ books: Books) throws -> AlertsReport {
            let reporter = Reporter(books.facts(), now: .distantFuture)
            return try reporter.alerts(
                ReportRequest(asOf: Firm.now, period: june), planned: [], for: reporter.seen(by: .console))
        }
        let report = try answer(books)
        #expect(!report.alerts.isEmpty)
        #expect(try answer(books.known(before: Firm.now)) == report)
        #expect(try answer(books.otherwise(after: Firm.now, &random)) == report)
    }

    // MARK: What stands by itself

    /// Ivan's large deal, and small ones of his, of Maria's and of nobody's: the large one holds a hundredth of what is to
    /// come many times over.
    private var large: [Books.Entry] {
        [open(20, since: "2023-06-01", of: Firm.ivan, amount: 90_000_000)]
            + [(21, Firm.ivan), (22, Firm.maria), (23, Firm.maria), (24, nil)].map {
                open($0, since: "2023-06-01", of: $1, amount: 1_000)
            }
    }

    @Test("a person, a team and a company have what matters, and the rest in a line for each part")
    func lines() throws {
        // Ivan's small one is nothing beside his large one.
        let own = try report(large, scope: .employee(Firm.ivan))
        guard case .own = own.shown else { throw Surprise(shown: own.shown) }
        #expect(own.toAct.compactMap(\.deal?.number) == [20])
        #expect(own.lines.map(\.scope) == [.employee(Firm.ivan)])
        #expect(own.lines.flatMap(\.matters).compactMap(\.deal?.number) == [21])
        let team = try report(large, scope: .department(Firm.south))
        guard case .team(let floor) = team.shown else { throw Surprise(shown: team.shown) }
        #expect(floor > 0)
        #expect(team.toAct.compactMap(\.deal?.number) == [20])
        #expect(team.lines.map(\.scope) == [.employee(Firm.ivan)])
        let whole = try report(large)
        guard case .wide = whole.shown else { throw Surprise(shown: whole.shown) }
        #expect(whole.toAct.compactMap(\.deal?.number) == [20])
        // Sales, with North and South below it, is one line of the company; nobody's deals are another.
        #expect(Set(whole.lines.map(\.scope)) == [.department(Firm.sales), .employee(nil)])
        #expect(whole.lines.flatMap(\.matters).count + whole.toAct.count == whole.matters.count)
        #expect(whole.lines.map { $0.count(.stuck) }.reduce(0, +) == 4)
        let sales = try report(large, scope: .department(Firm.sales))
        #expect(Set(sales.lines.map(\.scope)) == [.department(Firm.north), .department(Firm.south)])
    }

    private struct Surprise: Error { let shown: AlertsReport.Shown }

    @Test("the floor is a hundredth of what is still to come, and nothing that stands by itself of people is below it")
    func floor() throws {
        let books = Firm.random(11)
        let reporter = Reporter(books.facts(), now: Firm.now)
        for scope in [Scope.company, .department(Firm.sales), .department(Firm.north)] {
            let request = ReportRequest(asOf: Firm.now, period: june, scope: scope)
            let seen = reporter.seen(by: .console)
            let report = try reporter.alerts(request, planned: [], for: seen)
            let amount = try reporter.forecast(
                ForecastRequest(asOf: Firm.now, period: june, scope: scope), for: seen
            ).whole.amount
            let floor = report.shown.floor
            #expect(abs(floor - max(1, (amount.mean - amount.wonToDate) / 100)) <= 1)
            for alert in report.alerts where alert.mark.deal != nil {
                #expect((alert.line == nil) == (alert.stake >= floor))
            }
            #expect(report.lines.allSatisfy { $0.scope != scope })
        }
    }

    @Test("a stage that can bring hardly anything more leads with what it has cost")
    func leading() throws {
        func signal(_ money: Int64, _ missed: Int64) -> PlanFactReport.Signal {
            .init(
                stage: Firm.offer, scope: .company, from: june.start, to: june.end, entered: 60, movedOn: 18,
                conversion: 0.3, reference: 0.5, low: 0.2, high: 0.4, confidence: 0.97, money: money, missed: missed)
        }
        #expect(signal(18_400, 280_000_000).leading == 280_000_000)
        #expect(signal(28_000_000, 280_000_000).leading == 28_000_000)
        #expect(signal(500, 0).leading == 500 && signal(0, 0).leading == 0)
    }

    @Test("the alarms of stages are those of plan against fact, in every scope", arguments: [2, 3])
    func alarms(seed: UInt64) throws {
        let books = Firm.random(seed, deals: 700).weakened(by: Firm.ivan)
        let reporter = Reporter(books.facts(), now: Firm.now)
        let seen = reporter.seen(by: .console)
        let year = Period.custom(from: Day(iso: "2022-07-01")!, through: Day(iso: "2023-06-30")!)!
        var found = 0
        for period in [june, year] {
            for scope in [
                Scope.company, .department(Firm.sales), .department(Firm.south), .employee(Firm.ivan),
                .employee(Firm.maria),
            ] {
                let request = ReportRequest(asOf: Firm.now, period: period, scope: scope)
                let signals = try reporter.planFact(request, for: seen).signals
                let alerts = try reporter.alerts(request, planned: [], for: seen).alerts.compactMap { alert in
                    if case .stage(let signal) = alert.reason { signal } else { nil }
                }
                #expect(alerts.count == signals.count)
                #expect(signals.allSatisfy(alerts.contains))
                found += signals.count
            }
        }
        print("seed \(seed): \(found) alarms of stages compared")
        #expect(found > 0)
    }

    // MARK: The hands

    private func open(
        _ id: Int64, since day: String, of owner: Employee.ID? = Firm.maria, amount: Int64 = 100_000
    ) -> Books.Entry {
        Firm.deal(id, owner: owner, amount: amount, created: day, won: nil)
    }

    private func call(_ deal: Int64, _ day: String) -> ActivityFact {
        ActivityFact(
            id: Activity.ID(deal), kind: .call, direction: .outbound, employee: Firm.maria, deal: Deal.ID(deal),
            at: Firm.instant(day + "T10:00"), seconds: 60, result: .answered)
    }

    private func action(about deal: Int64, due: String = "2023-06-20") -> CorrectiveAction {
        CorrectiveAction(
            externalID: "A1", origin: .alert, subject: .deal(Deal.ID(deal)), scope: .employee(Firm.maria),
            pipeline: nil, assignee: Firm.maria, what: "Call", due: Day(iso: due)!, expected: nil,
            made: Firm.instant("2023-06-13"), by: nil, baseline: .init(period: june, mean: 0, low: 0, high: 0),
            end: nil)
    }

    private func kinds(_ report: AlertsReport) -> [Int64: [AlertKind]] {
        Dictionary(
            uniqueKeysWithValues: report.matters.compactMap { matter in
                matter.deal.map { ($0.number, matter.marks.map(\.kind)) }
            })
    }

    /// Beside the won deals.
    private func report(
        _ open: [Books.Entry], calls: [ActivityFact] = [], planned: Set<Int64> = [], given: [CorrectiveAction] = [],
        scope: Scope = .company, viewer: Viewer = .console, asOf: String? = nil
    ) throws -> AlertsReport {
        try alerts(
            wins + open, calls: calls, planned: planned, given: given, scope: scope, viewer: viewer, asOf: asOf)
    }

    private func alerts(
        _ entries: [Books.Entry], calls: [ActivityFact] = [], planned: Set<Int64> = [],
        given: [CorrectiveAction] = [], scope: Scope = .company, viewer: Viewer = .console, asOf: String? = nil,
        frame: CompanyFrame = Firm.frame()
    ) throws -> AlertsReport {
        let now = asOf.map { Firm.instant($0) } ?? Firm.now
        var facts = Books(frame: frame, entries: entries).facts()
        let numbered = calls.enumerated().map { place, call in
            ActivityFact(
                id: Activity.ID(Int64(place + 1)), kind: call.kind, direction: call.direction, employee: call.employee,
                deal: call.deal, at: call.at, seconds: call.seconds, result: call.result)
        }
        facts.activities = ActivityColumns(numbered, zone: Firm.kyiv)
        let reporter = Reporter(facts, now: now)
        return try reporter.alerts(
            ReportRequest(asOf: now, period: june, scope: scope), planned: Set(planned.map { Deal.ID($0) }),
            given: given, for: reporter.seen(by: viewer))
    }
}

extension Books {
    /// Nothing that somebody has at hand is ever won: it is lost on the day on which it would have been.
    fileprivate func weakened(by who: Employee.ID) -> Books {
        var books = self
        for index in books.entries.indices where books.entries[index].deal.owner == who {
            books.entries[index].changes = books.entries[index].changes.map { change in
                guard change.field == .stage, change.new == Firm.won.number else { return change }
                return ChangeFact(
                    deal: change.deal, field: .stage, changed: change.changed, recorded: change.recorded,
                    new: Firm.lost.number)
            }
        }
        return books
    }
}
