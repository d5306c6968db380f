import Exchange
import Ledger
import LiveFacts
import SalesDomain
import Testing

@testable import Actions

/// North has Hanna as head and Sava and Svitlana as sellers; Stepan sells in South; Dana directs, Anna keeps the accounts.
private final class Office {
    let desk: ImportDesk
    static let now = ImportDesk.now

    init() throws {
        desk = try ImportDesk()
        let report = try desk.take([
            "employees.csv": """
            employee_id,name,department,role
            d01,Dana,,director
            a01,Anna,,accountant
            h01,Hanna,North,head
            s01,Sava,North,seller
            s02,Svitlana,North,seller
            s03,Stepan,South,seller

            """,
            "pipelines.csv": Small.pipelines,
            "deals.csv": Small.header + """
                d1,One,Sales,s01,100.00,UAH,2025-01-10,2025-12-01,Offer,open,,
                d2,Two,Sales,s03,250.50,UAH,2025-01-11,,New,open,,
                d3,Won,Sales,s01,50,UAH,2025-01-11,,Won,won,2025-02-01,
                d4,Four,Sales,s01,,,2025-01-11,,New,open,,

                """,
        ])
        #expect(report.rejected == [])
    }

    func doer(_ id: String) throws -> Doer {
        if let known = try desk.store.read({ try $0.user(named: id)?.user }) { return Doer(known) }
        let add = AddUser(store: desk.store, passwords: Passwords(cost: .none))
        try add(.init(name: id, password: "correct horse", employee: .called(id)), at: Office.now)
        return Doer(try desk.store.read { try #require(try $0.user(named: id)?.user) })
    }

    func deal(_ id: String) throws -> Deal.ID {
        try #require(
            try desk.store.read { ledger in try ledger.deals.find(id, of: try ledger.sources.id(of: Source.own))
            })
    }

    func now(_ id: String) throws -> (state: DealState, entries: Int) {
        let deal = try deal(id)
        return try #require(try desk.store.read { try $0.deals.now(deal) })
    }

    func change(_ id: String, _ wish: ChangeDeal.Wish, by who: String, version: Int? = nil) throws {
        let entries = try now(id).entries
        try ChangeDeal(store: desk.store)(
            try deal(id), version: version ?? entries, wish, by: try doer(who), at: Office.now)
    }
}

@Suite("Deeds") struct DeedTests {
    private let uah = Currency(code: "UAH")!
    private let november = Period.month(containing: Day(iso: "2025-11-01")!)

    @Test("a new amount stands in the deal's log, with who said it and what it was")
    func amount() throws {
        let office = try Office()
        let before = try office.desk.position()
        try office.change("d1", .amount(Money(minorUnits: 12_345, currency: uah)), by: "s01")
        #expect(try office.now("d1").state.amount == 12_345)
        let deal = try office.deal("d1")
        let last = try #require(try office.desk.store.read { try $0.deals.log(of: deal).last })
        #expect(last.change.old == 10_000 && last.change.new == 12_345)
        #expect(last.change.by == (try office.doer("s01").employee))
        #expect(last.change.changedAt == Office.now && last.change.recordedAt == Office.now)
        #expect(try office.desk.position() == before + 1)
        #expect(try office.desk.store.read { try FoldCheck($0).contradictions } == [])
    }

    @Test("the first amount of a deal is in the company's own currency")
    func firstAmount() throws {
        let office = try Office()
        try office.change("d4", .amount(Money(minorUnits: 12_345, currency: uah)), by: "s01")
        let state = try office.now("d4").state
        #expect(state.amount == 12_345 && state.currency == uah)
        #expect(try office.desk.store.read { try FoldCheck($0).contradictions } == [])
    }

    @Test("what is said again stands in the log and changes nothing else")
    func confirmed() throws {
        let office = try Office()
        let before = try office.now("d1")
        for field in [Deal.Field.stage, .amount, .expectedClose] {
            try office.change("d1", .confirmed(field), by: "s01")
        }
        #expect(try office.now("d1").state == before.state)
        #expect(try office.now("d1").entries == before.entries + 3)
        #expect(throws: DeedProblem.wrong("close")) { try office.change("d2", .confirmed(.expectedClose), by: "s03") }
    }

    @Test("a lost deal is lost, with its reason; then nothing more is said of it")
    func lost() throws {
        let office = try Office()
        try office.change("d1", .lost(because: "дорого"), by: "h01")
        let state = try office.now("d1").state
        #expect(state.status == .lost && state.closedAt == Office.now)
        #expect(try office.desk.store.read { try $0.words.text(state.lostReason!) } == "дорого")
        #expect(throws: DeedProblem.wrong("status")) { try office.change("d1", .confirmed(.amount), by: "s01") }
        #expect(throws: DeedProblem.wrong("status")) { try office.change("d3", .lost(because: nil), by: "s01") }
    }

    @Test("a colleague, another department's head and an accountant cannot change my deal")
    func rights() throws {
        let office = try Office()
        for (who, problem) in [("s02", DeedProblem.notFound), ("s03", .notFound), ("a01", .notAllowed)] {
            #expect(throws: problem) { try office.change("d1", .confirmed(.amount), by: who) }
        }
        #expect(throws: DeedProblem.notFound) { try office.change("d2", .confirmed(.amount), by: "h01") }
        for who in ["s01", "h01", "d01"] { try office.change("d1", .confirmed(.amount), by: who) }
    }

    @Test("of two who answer from the same page the second is told so")
    func stale() throws {
        let office = try Office()
        let version = try office.now("d1").entries
        try office.change("d1", .confirmed(.amount), by: "s01", version: version)
        #expect(throws: DeedProblem.stale) { try office.change("d1", .confirmed(.amount), by: "s01", version: version) }
        #expect(try office.now("d1").entries == version + 1)
    }

    @Test("an amount of nothing, in another currency or a day gone by is refused", arguments: 0..<3)
    func wrong(which: Int) throws {
        let office = try Office()
        let wishes: [(ChangeDeal.Wish, String)] = [
            (.amount(Money(minorUnits: 0, currency: uah)), "amount"),
            (.amount(Money(minorUnits: 5, currency: Currency(code: "USD")!)), "amount"),
            (.expectedClose(Day(iso: "2025-01-01")!), "close"),
        ]
        #expect(throws: DeedProblem.wrong(wishes[which].1)) { try office.change("d1", wishes[which].0, by: "s01") }
    }

    private func scope(_ office: Office, employee: String) throws -> Scope {
        .employee(try office.doer(employee).employee)
    }
    private func department(_ office: Office, _ name: String) throws -> Scope {
        .department(try office.desk.store.read { try $0.departments.find(name) })
    }

    @Test("a head sets the plans of those below, never the own department's, the own or another's")
    func quotaRights() throws {
        let office = try Office()
        let set = SetQuota(store: office.desk.store)
        func wish(_ scope: Scope) -> SetQuota.Wishes { .init(period: november, scope: scope, value: 5_000) }
        let head = try office.doer("h01")
        try set(wish(try scope(office, employee: "s01")), by: head, at: Office.now)
        for refused in [try scope(office, employee: "h01"), try department(office, "North")] {
            #expect(throws: DeedProblem.notAllowed) { try set(wish(refused), by: head, at: Office.now) }
        }
        for hidden in [Scope.company, try department(office, "South"), try scope(office, employee: "s03")] {
            #expect(throws: DeedProblem.notFound) { try set(wish(hidden), by: head, at: Office.now) }
        }
        for who in ["s01", "a01"] {
            #expect(throws: DeedProblem.notAllowed) {
                try set(wish(try scope(office, employee: "s01")), by: try office.doer(who), at: Office.now)
            }
        }
        try set(wish(.company), by: try office.doer("d01"), at: Office.now)
    }

    @Test("a new plan is a new version, and a quarter's plan leaves its months as they were")
    func quotaVersions() throws {
        let office = try Office()
        let set = SetQuota(store: office.desk.store)
        let boss = try office.doer("d01")
        func value(_ period: Period, _ value: Int64, day: Int64 = 0) throws {
            try set(
                .init(period: period, scope: .company, value: value), by: boss,
                at: Office.now.adding(seconds: day * 86_400))
        }
        try value(november, 100)
        try value(november, 200, day: 1)
        try value(november, 250, day: 1)
        let calendar = CompanyCalendar(zone: .utc)
        try value(.quarter(containing: november.start, in: calendar), 900, day: 2)
        let rows = try office.desk.store.read { try $0.quotas.all() }
        #expect(rows.map(\.period) == ["2025-11", "2025-11", "2025-Q4"])
        #expect(rows.map(\.value) == [100, 250, 900])
        #expect(rows.map { $0.from == nil } == [true, false, true])
    }

    @Test(
        "whoever sets a plan over one that was not on the page is told so; withdrawn is what was seen, and nothing else"
    )
    func quotaSeen() throws {
        let office = try Office()
        let (set, withdraw) = (SetQuota(store: office.desk.store), WithdrawQuota(store: office.desk.store))
        let boss = try office.doer("d01")
        func mark() throws -> StateMark {
            try office.desk.store.read { try $0.quotas.all().compactMap { $0.quota(in: CompanyCalendar(zone: .utc)) } }
                .mark(of: .company, in: november, .won)
        }
        func put(_ value: Int64, over: StateMark?) throws {
            try set(.init(period: november, scope: .company, value: value, over: over), by: boss, at: Office.now)
        }
        let empty = try mark()
        try put(100, over: empty)
        #expect(throws: DeedProblem.stale) { try put(200, over: empty) }
        #expect(throws: DeedProblem.stale) {
            try withdraw(of: .company, in: november, over: empty, by: boss, at: Office.now)
        }
        try put(300, over: try mark())
        let rows = try office.desk.store.read { try $0.quotas.all() }
        #expect(rows.map(\.value) == [100, 300])
        let last = try LastChange.ofQuota(
            .company, november, .won, as: boss, at: Office.now, in: office.desk.store)
        #expect(last?.by == .account(try #require(boss.user)) && last?.at == Office.now)
    }

    @Test("a plan is withdrawn from now on, by whoever may set it; what was known before stays; both are noted")
    func withdrawn() throws {
        let office = try Office()
        let (set, withdraw) = (SetQuota(store: office.desk.store), WithdrawQuota(store: office.desk.store))
        let (boss, head) = (try office.doer("d01"), try office.doer("h01"))
        let sava = try scope(office, employee: "s01")
        func rows() throws -> [QuotaRow] { try office.desk.store.read { try $0.quotas.all() } }
        func take(_ scope: Scope, _ who: Doer, day: Int64 = 0) throws {
            try withdraw(
                of: scope, in: november, over: nil, by: who, at: Office.now.adding(seconds: day * 86_400))
        }
        #expect(throws: DeedProblem.stale) { try take(.company, boss) }
        try set(.init(period: november, scope: .company, value: 100), by: boss, at: Office.now)
        try take(.company, boss)
        #expect(try rows().map(\.value) == [100, nil])
        #expect(throws: DeedProblem.stale) { try take(.company, boss) }
        try set(.init(period: november, scope: sava, value: 100), by: head, at: Office.now)
        #expect(throws: DeedProblem.notAllowed) { try take(sava, try office.doer("s01")) }
        #expect(throws: DeedProblem.notFound) { try take(sava, try office.doer("s03")) }
        try take(sava, head, day: 2)
        #expect(try rows().map(\.value) == [100, nil, 100, nil])
        #expect(throws: DeedProblem.stale) { try take(sava, head, day: 3) }
        try set(
            .init(period: november, scope: sava, value: 500), by: head, at: Office.now.adding(seconds: 3 * 86_400))
        #expect(try rows().map(\.value) == [100, nil, 100, nil, 500])
        let days = [0, 0, 0, 2, 3].map { Office.now.adding(seconds: $0 * 86_400) }
        #expect(try rows().map(\.recordedAt) == days)
        let noted = try office.desk.store.read { try $0.deeds(onSubjectsFrom: "quota:2025-11 won ") }
        #expect(
            noted.map(\.deed).sorted() == ["set_quota", "set_quota", "set_quota", "withdraw_quota", "withdraw_quota"])
        #expect(noted.allSatisfy { $0.by != nil })
        try goRound(office)
    }

    @Test(
        "a plan by which a settled bonus was counted is not withdrawn, and changed only where that is meant; it is said which"
    )
    func rested() throws {
        let office = try Office()
        let boss = try office.doer("d01")
        let sava = try scope(office, employee: "s01")
        let later = Office.now.adding(seconds: 10 * 86_400)
        try office.desk.store.write { ledger in
            let plan = try ledger.commissionPlans.put(
                CommissionPlanRow(name: "Sellers", every: .month, cap: nil, proRata: false, from: nil, to: nil)
            ).id
            _ = try ledger.commissionRules.put(
                CommissionRule(
                    name: "won", measure: .won, unit: .attainment, tiers: [.init(from: 0, rate: 20_000)]), in: plan)
        }
        for scope in [sava, .company] {
            try SetQuota(store: office.desk.store)(
                .init(period: november, scope: scope, value: 100), by: boss, at: Office.now)
        }
        let settle = SettleBonus(store: office.desk.store)
        try settle.keep([try statement(office, "s01", amount: 100)], by: boss, at: later)
        let row = try #require(try office.desk.store.read { try $0.commissionStatements.all().first })
        try settle.move(row.id, from: .calculated, by: boss, at: later)
        let withdraw = WithdrawQuota(store: office.desk.store)
        #expect {
            try withdraw(of: sava, in: november, over: nil, by: boss, at: later)
        } throws: { error in
            (error as? RestingStatements)?.statements.map(\.employee) == [try office.doer("s01").employee!]
        }
        let set = SetQuota(store: office.desk.store)
        func wish(_ value: Int64, isMeant: Bool = false) -> SetQuota.Wishes {
            .init(period: november, scope: sava, value: value, isMeant: isMeant)
        }
        for value in [Int64(0), 90] {
            #expect(throws: RestingStatements.self) { try set(wish(value), by: boss, at: later) }
        }
        // Said once more it changes nothing, and nothing is asked.
        try set(wish(100), by: boss, at: later)
        try set(wish(90, isMeant: true), by: boss, at: later)
        // The company's plan decides nobody's bonus.
        try withdraw(of: .company, in: november, over: nil, by: boss, at: later)
        let values = try office.desk.store.read { try $0.quotas.all() }
        #expect(values.filter { $0.employee == nil }.map(\.value) == [100, nil])
        #expect(values.filter { $0.employee != nil }.map(\.value).last == 90)
    }

    private func statement(_ office: Office, _ who: String, amount: Int64) throws -> CommissionStatement {
        CommissionStatement(
            employee: try office.doer(who).employee!, plan: "Sellers", period: november, state: .calculated,
            lines: [
                CommissionLine(
                    rule: "paid", measure: .paid, kind: .accrual, deal: try office.deal("d3"),
                    day: Day(iso: "2025-11-05")!,
                    base: 5_000, rate: 20_000,
                    amount: amount)
            ])
    }

    @Test(
        "calculated, agreed, approved, paid: each by whom it belongs to, and what is approved is never calculated again"
    )
    func settling() throws {
        let office = try Office()
        // November is over.
        let later = Office.now.adding(seconds: 10 * 86_400)
        let settle = SettleBonus(store: office.desk.store)
        #expect(throws: DeedProblem.notAllowed) {
            try settle.keep([try statement(office, "s01", amount: 100)], by: try office.doer("h01"), at: later)
        }
        try settle.keep([try statement(office, "s01", amount: 100)], by: try office.doer("a01"), at: later)
        try settle.keep([try statement(office, "s01", amount: 120)], by: try office.doer("d01"), at: later)
        let row = try #require(try office.desk.store.read { try $0.commissionStatements.all().first })
        func lines() throws -> [Int64] {
            try office.desk.store.read { try $0.commissionStatements.lines(of: row.id).map(\.amount) }
        }
        #expect(try lines() == [120])
        #expect(throws: DeedProblem.notAllowed) {
            try settle.move(row.id, from: .calculated, by: try office.doer("s01"), at: later)
        }
        #expect(throws: DeedProblem.notFound) {
            try settle.move(row.id, from: .calculated, by: try office.doer("s02"), at: later)
        }
        try settle.move(row.id, from: .calculated, by: try office.doer("h01"), at: later)
        #expect(throws: DeedProblem.stale) {
            try settle.move(row.id, from: .calculated, by: try office.doer("h01"), at: later)
        }
        #expect(throws: DeedProblem.notAllowed) {
            try settle.move(row.id, from: .agreed, by: try office.doer("h01"), at: later)
        }
        try settle.move(row.id, from: .agreed, by: try office.doer("d01"), at: later)
        #expect(throws: DeedProblem.stale) {
            try settle.keep([try statement(office, "s01", amount: 999)], by: try office.doer("d01"), at: later)
        }
        #expect(throws: LedgerError.stale) {
            try office.desk.store.write { ledger in
                _ = try ledger.commissionStatements.put(
                    try statement(office, "s01", amount: 999), period: "2025-11", at: later, by: nil)
            }
        }
        try settle.move(row.id, from: .approved, by: try office.doer("a01"), at: later)
        #expect(try lines() == [120])
        #expect(try office.desk.store.read { try $0.commissionStatements.all().map(\.state) } == [.paid])
    }

    @Test("nobody takes their own bonus a step further, whatever they do with others'")
    func ownBonus() throws {
        let office = try Office()
        // November is over.
        let later = Office.now.adding(seconds: 10 * 86_400)
        let settle = SettleBonus(store: office.desk.store)
        let people = ["h01", "d01", "a01"]
        try settle.keep(
            try people.map { try statement(office, $0, amount: 100) }, by: try office.doer("d01"), at: later)
        func move(_ whose: String, _ state: CommissionStatement.State, by who: String) throws {
            let person = try office.doer(whose).employee
            let rows = try office.desk.store.read { try $0.commissionStatements.all() }
            let row = try #require(rows.first { $0.employee == person })
            try settle.move(row.id, from: state, by: try office.doer(who), at: later)
        }
        for who in ["h01", "d01"] {
            #expect(throws: DeedProblem.notAllowed, "\(who)") { try move(who, .calculated, by: who) }
        }
        try move("h01", .calculated, by: "d01")
        for state in [CommissionStatement.State.calculated, .agreed] { try move("a01", state, by: "d01") }
        #expect(throws: DeedProblem.notAllowed) { try move("a01", .approved, by: "a01") }
        try move("a01", .approved, by: "d01")
    }

    @Test("a team's total is granted and taken back by a director, and who gave it stays")
    func grants() throws {
        let office = try Office()
        let share = ShareTotal(store: office.desk.store)
        #expect(throws: DeedProblem.notAllowed) {
            try share(.teamBonus, given: true, by: try office.doer("h01"), at: Office.now)
        }
        try share(.teamBonus, given: true, by: try office.doer("d01"), at: Office.now)
        try share(.teamBonus, given: false, by: try office.doer("d01"), at: Office.now.adding(seconds: 5 * 86_400))
        let grant = try #require(try office.desk.store.read { try $0.grants.all().first })
        #expect(grant.by == (try office.doer("d01").employee))
        #expect(grant.to.map { $0 - grant.from } == 4)
    }

    @Test("a grant that is taken back on the day it was given holds no longer, and can be given again")
    func sameDay() throws {
        let office = try Office()
        let share = ShareTotal(store: office.desk.store)
        let director = try office.doer("d01")
        func grants() throws -> [Grant] { try office.desk.store.read { try $0.grants.all() } }
        try share(.teamBonus, given: true, by: director, at: Office.now)
        try share(.teamBonus, given: false, by: director, at: Office.now)
        #expect(try grants().isEmpty)
        try share(.teamBonus, given: true, by: director, at: Office.now)
        #expect(try grants().count == 1)
    }

    @Test("a statement is calculated of days that are over, of no others")
    func runningMonth() throws {
        let office = try Office()
        let day = Day(iso: "2025-11-30")!
        let statement = try statement(office, "s01", amount: 100)
        let settle = SettleBonus(store: office.desk.store)
        let company = try office.desk.store.read { try $0.settings.company() }
        let before = company.calendar.zone.start(of: day)
        #expect(throws: DeedProblem.wrong("period")) {
            try settle.keep([statement], by: try office.doer("d01"), at: before)
        }
        #expect(try office.desk.store.read { try $0.commissionStatements.all() }.isEmpty)
        try settle.keep([statement], by: try office.doer("d01"), at: company.calendar.zone.start(of: day + 1))
    }

    @Test("a reference is pinned by those who lead, of what they see; pinned again, the earlier one stays for the past")
    func references() throws {
        let office = try Office()
        let pin = PinReference(store: office.desk.store)
        let (company, north, south) = try office.desk.store.read { ledger in
            let departments = try ledger.departments.all()
            func named(_ name: String) -> Scope { .department(departments.first { $0.name == name }?.id) }
            return (Scope.company, named("North"), named("South"))
        }
        func wish(_ name: String, _ scope: Scope, from: String = "2024-11-01", to: String = "2025-10-31")
            -> PinReference.Wishes
        {
            .init(name: name, scope: scope, isBest: false, from: Day(iso: from)!, to: Day(iso: to)!)
        }
        for (who, wishes, problem) in [
            ("s01", wish("Year", north), DeedProblem.notFound), ("h01", wish("Year", company), .notFound),
            ("h01", wish("Year", south), .notFound), ("a01", wish("Year", company), .notAllowed),
            ("d01", wish("", company), .wrong("name")), ("d01", wish("best", company), .wrong("name")),
            ("d01", wish("Year", company, from: "2025-11-01", to: "2025-10-31"), .wrong("from")),
            ("d01", wish("Year", .employee(nil)), .wrong("scope")),
        ] {
            #expect(throws: problem) { try pin(wishes, by: try office.doer(who), at: Office.now) }
        }
        try pin(wish("Year", company), by: try office.doer("d01"), at: Office.now)
        try pin(wish("North’s", north), by: try office.doer("h01"), at: Office.now)
        try pin(
            wish("Year", company, from: "2025-01-01"), by: try office.doer("d01"), at: Office.now.adding(seconds: 60))
        let all = try office.desk.store.read { try $0.referenceFunnels.all() }
        #expect(all.map(\.name) == ["Year", "North’s", "Year"])
        #expect(all[0].ended == all[2].pinned && all[2].ended == nil)
        #expect(throws: DeedProblem.notFound) {
            try pin.takeDown("Year", by: try office.doer("h01"), at: Office.now.adding(seconds: 90))
        }
        try pin.takeDown("North’s", by: try office.doer("h01"), at: Office.now.adding(seconds: 90))
        let left = try office.desk.store.read { try $0.referenceFunnels.all() }
        #expect(left.holding(at: Office.now.adding(seconds: 120)).map(\.name) == ["Year"])
        try goRound(office)
    }

    @Test("a name under which somebody has pinned what I do not see is not mine to take")
    func takenReference() throws {
        let office = try Office()
        let pin = PinReference(store: office.desk.store)
        let north = try office.desk.store.read { ledger in
            Scope.department(try ledger.departments.all().first { $0.name == "North" }?.id)
        }
        func wish(_ scope: Scope) -> PinReference.Wishes {
            .init(name: "Year", scope: scope, isBest: false, from: Day(iso: "2024-11-01")!, to: Day(iso: "2025-10-31")!)
        }
        try pin(wish(.company), by: try office.doer("d01"), at: Office.now)
        #expect(throws: DeedProblem.notFound) {
            try pin(wish(north), by: try office.doer("h01"), at: Office.now.adding(seconds: 60))
        }
        #expect(try office.desk.store.read { try $0.referenceFunnels.all() }.map(\.ended) == [nil])
    }

    @Test("what the company reads first is chosen by who answers for all of it, from today on")
    func headline() throws {
        let office = try Office()
        let choose = ChooseHeadline(store: office.desk.store)
        for who in ["s01", "a01", "h01"] {
            #expect(throws: DeedProblem.notAllowed) {
                try choose(.template, by: try office.doer(who), at: Office.now)
            }
        }
        try choose(.template, by: try office.doer("d01"), at: Office.now)
        try choose(.template, by: try office.doer("d01"), at: Office.now.adding(seconds: 60))
        try choose(.statistical, by: try office.doer("d01"), at: Office.now.adding(seconds: 3 * 86_400))
        let all = try office.desk.store.read { try $0.headlines.all() }
        #expect(all.map(\.method) == [.template, .statistical])
        #expect(all.method(on: all[0].from + -1) == .model && all.method(on: all[0].from + 2) == .template)
        try goRound(office)
    }

    @Test("a seller submits their own forecast, a head adjusts it, nothing is overwritten, and all of it goes round")
    func submissions() throws {
        let office = try Office()
        let submit = SubmitForecast(store: office.desk.store)
        let (sava, stepan) = try office.desk.store.read { ledger in
            let people = try ledger.employees.all()
            func named(_ id: String) -> Employee.ID { people.first { $0.row.externalID == id }!.id }
            return (named("s01"), named("s03"))
        }
        let today = Zone.utc.day(of: Office.now)
        func wish(_ who: Employee.ID, _ amount: Int64, _ note: String? = nil, months: Int = 0) -> SubmitForecast.Wishes
        {
            .init(
                employee: who, period: .month(containing: today.startOfMonth(plus: months)), amount: amount, note: note,
                model: 77_700)
        }
        for (who, wishes, problem) in [
            ("s01", wish(stepan, 5), DeedProblem.notFound), ("h01", wish(stepan, 5), .notFound),
            ("s01", wish(sava, -5), .wrong("amount")), ("s01", wish(sava, 5, months: -1), .wrong("period")),
            ("s01", wish(sava, 5, String(repeating: "x", count: 501)), .wrong("note")),
        ] {
            #expect(throws: problem) { try submit(wishes, by: try office.doer(who), at: Office.now) }
        }
        try submit(wish(sava, 100_000, "Two, deals"), by: try office.doer("s01"), at: Office.now)
        try submit(wish(sava, 80_000), by: try office.doer("h01"), at: Office.now.adding(seconds: 60))
        try submit(wish(sava, 90_000), by: try office.doer("s01"), at: Office.now.adding(seconds: 120))
        let all = try office.desk.store.read { try $0.submissions.all(in: CompanyCalendar(zone: Zone.utc)) }
        #expect(all.map(\.kind) == [.submission, .adjustment, .submission])
        #expect(all.map(\.amount) == [100_000, 80_000, 90_000])
        #expect(all.allSatisfy { $0.model == 77_700 } && all[0].note == "Two, deals")
        try goRound(office)
    }

    private func given(
        _ office: Office, to who: String, _ scope: Scope, about subject: CorrectiveAction.Subject = .sales,
        what: String = "Call them", due: String = "2025-12-10", expected: Int64? = 5_000
    ) throws -> GiveAction.Wishes {
        let assignee = try #require(try office.doer(who).employee)
        return GiveAction.Wishes(
            origin: .deal, subject: subject, scope: scope, pipeline: nil, assignee: assignee, what: what,
            due: Day(iso: due)!, expected: expected,
            baseline: .init(
                period: november, mean: 100, low: 50, high: 150,
                stage: .init(conversion: 1.0 / 3, error: 0.05, days: 4), deal: 10))
    }

    @Test("a head gives to those of the department, a seller to themselves; what is not seen is not there")
    func actionRights() throws {
        let office = try Office()
        let give = GiveAction(store: office.desk.store)
        let north = try department(office, "North")
        func scope(_ who: String) throws -> Scope { try self.scope(office, employee: who) }
        for (who, wishes, problem) in [
            ("s01", try given(office, to: "s02", try scope("s01")), DeedProblem?.some(.notFound)),
            ("s01", try given(office, to: "s01", north), .notFound),
            ("s01", try given(office, to: "s01", try scope("s01"), about: .deal(try office.deal("d2"))), .notFound),
            ("s01", try given(office, to: "s01", try scope("s01"), about: .deal(try office.deal("d1"))), nil),
            ("h01", try given(office, to: "s03", north), .notFound),
            ("h01", try given(office, to: "s01", .company), .notFound),
            ("h01", try given(office, to: "s01", north), nil), ("h01", try given(office, to: "h01", north), nil),
            ("a01", try given(office, to: "s01", .company), .notAllowed),
            ("d01", try given(office, to: "s03", .company), nil),
            ("d01", try given(office, to: "s03", .company, what: ""), .wrong("what")),
            ("d01", try given(office, to: "s03", .company, due: "2025-01-01"), .wrong("due")),
            ("d01", try given(office, to: "s03", .company, expected: -1), .wrong("expected")),
        ] {
            if let problem {
                #expect(throws: problem) { try give(wishes, by: try office.doer(who), at: Office.now) }
            } else {
                try give(wishes, by: try office.doer(who), at: Office.now)
            }
        }
        let all = try office.desk.store.read { try $0.correctiveActions.all(in: CompanyCalendar(zone: .utc)) }
        #expect(all.map(\.externalID) == ["A1", "A2", "A3", "A4"])
        #expect(all.map(\.by) == (try ["s01", "h01", "h01", "d01"].map { try office.doer($0).employee }))
        try goRound(office)
    }

    @Test("an action ends once, by whoever could have given it, and what came of it stays")
    func actionEnds() throws {
        let office = try Office()
        let give = GiveAction(store: office.desk.store)
        let north = try department(office, "North")
        let ids = try (0..<2).map { _ in
            try give(try given(office, to: "s01", north), by: try office.doer("h01"), at: Office.now)
        }
        let later = Office.now.adding(seconds: 3_600)
        for (who, problem) in [("s02", DeedProblem.notFound), ("s03", .notFound), ("a01", .notAllowed)] {
            #expect(throws: problem) {
                try give.end(ids[0], .done, note: nil, by: try office.doer(who), at: later)
            }
        }
        try give.end(ids[0], .done, note: "домовились", by: try office.doer("s01"), at: later)
        try give.end(ids[1], .dropped, note: nil, by: try office.doer("h01"), at: later)
        #expect(throws: DeedProblem.stale) {
            try give.end(ids[0], .dropped, note: nil, by: try office.doer("h01"), at: later)
        }
        #expect(throws: DeedProblem.notFound) {
            try give.end("A99", .done, note: nil, by: try office.doer("d01"), at: later)
        }
        let all = try office.desk.store.read { try $0.correctiveActions.all(in: CompanyCalendar(zone: .utc)) }
        #expect(all.map(\.end?.kind) == [.done, .dropped] && all[0].end?.note == "домовились")
        #expect(all[0].end?.by == (try office.doer("s01").employee) && all[0].end?.at == later)
        try goRound(office)
    }

    @Test("an alert is put off by the person for the person, and what is not seen cannot be")
    func snoozes() throws {
        let office = try Office()
        let snooze = SnoozeAlert(store: office.desk.store)
        let mark = AlertMark(kind: .stuck, deal: try office.deal("d1"))
        let stage = AlertMark(kind: .stageOff, scope: try department(office, "North"))
        let day = Day(iso: "2025-12-01")!
        try snooze([mark], until: day, by: try office.doer("s01"), at: Office.now)
        for (who, mark, until, problem) in [
            ("s02", mark, day, DeedProblem.notFound), ("s01", stage, day, .notFound),
            ("h01", stage, Day(iso: "2025-01-01")!, .wrong("until")),
        ] {
            #expect(throws: problem) { try snooze([mark], until: until, by: try office.doer(who), at: Office.now) }
        }
        try snooze([stage], until: day, by: try office.doer("h01"), at: Office.now)
        let all = try office.desk.store.read { try $0.alertSnoozes.all() }
        let sava = try #require(try office.doer("s01").employee)
        let later = Office.now.adding(seconds: 60)
        #expect(all.hidden(from: sava, asOf: later, on: day) == [mark: day])
        #expect(all.hidden(from: sava, asOf: later, on: day + 1) == [:])
        #expect(all.hidden(from: sava, asOf: Office.now, on: day) == [:])
        let today = Office.now.adding(seconds: 120)
        try snooze([mark], until: Day(iso: "2025-11-23")!, by: try office.doer("s01"), at: today)
        let again = try office.desk.store.read { try $0.alertSnoozes.all() }
        #expect(again.hidden(from: sava, asOf: today.adding(seconds: 1), on: day) == [:])
        try goRound(office)
    }

    @Test("what is ticked off is done from then on; as of before it is still to be done, and no later row undoes it")
    func tickOff() throws {
        let office = try Office()
        let tasks = """
            activity_id,kind,employee_id,deal_id,started_at,due_at,note
            t1,task,s01,d1,,2025-11-20T10:00:00Z,Call
            t2,task,s03,d2,,2025-11-20T10:00:00Z,Call

            """
        #expect(try office.desk.take(["activities.csv": tasks]).rejected == [])
        func planned(_ asOf: Instant) throws -> [String] {
            try office.desk.store.read { ledger in
                try ledger.activities.planned(dueBefore: .distantFuture, asOf: asOf).map(\.externalID)
            }
        }
        let (before, now) = (Office.now.adding(seconds: 60), Office.now.adding(seconds: 3_600))
        let ids = try office.desk.store.read { ledger in
            try ledger.activities.planned(dueBefore: .distantFuture, asOf: now).map(\.id)
        }
        let tick = TickOff(store: office.desk.store)
        for (who, problem) in [("s02", DeedProblem.notFound), ("s03", .notFound), ("a01", .notAllowed)] {
            #expect(throws: problem) { try tick(ids[0], by: try office.doer(who), at: now) }
        }
        try tick(ids[0], by: try office.doer("h01"), at: now)
        #expect(throws: DeedProblem.stale) { try tick(ids[0], by: try office.doer("s01"), at: now) }
        #expect(throws: DeedProblem.notFound) { try tick(Activity.ID(999), by: try office.doer("d01"), at: now) }
        #expect(try planned(now.adding(seconds: 1)) == ["t2"])
        #expect(try planned(before) == ["t1", "t2"])
        #expect(try office.desk.take(["activities.csv": tasks]).files[0].unchanged == 2)
        #expect(try planned(now.adding(seconds: 1)) == ["t2"])
        try goRound(office, at: Office.now)
    }

    @Test("a commission plan is set from a day on by those who set the company's plans; nothing else is written")
    func commissionPlan() throws {
        let office = try Office()
        let set = SetCommissionPlan(store: office.desk.store)
        func plans() throws -> [CommissionPlan] {
            try office.desk.store.read { try CommissionPlan.all(in: $0) }
        }
        func version(_ rate: Int64, from: String, _ members: [CommissionPlan.Member.Who]) -> CommissionVersion {
            let rule = CommissionRule(name: "Won", measure: .won, tiers: [.init(from: 0, rate: rate)])
            return CommissionVersion(
                name: "Sellers", every: .month, cap: 500_000, proRata: true, from: Day(iso: from)!, members: members,
                rules: [rule])
        }
        let first = version(20_000, from: "2025-01-01", [.role(.seller)])
        for (who, problem) in [
            ("s01", DeedProblem.notFound), ("h01", .notFound), ("a01", .notAllowed),
        ] {
            #expect(throws: problem) { try set(first, by: try office.doer(who), at: Office.now) }
        }
        #expect(try plans().isEmpty)
        try set(first, by: try office.doer("d01"), at: Office.now)
        #expect(try office.desk.store.read { try $0.last("set_commission_plan") } == Office.now)

        // November is approved for Sava: nothing that begins there or before may touch it.
        let (dana, sava) = (try office.doer("d01"), try #require(try office.doer("s01").employee))
        let settle = SettleBonus(store: office.desk.store)
        let later = Office.now.adding(seconds: 10 * 86_400)
        try settle.keep([try statement(office, "s01", amount: 100)], by: dana, at: later)
        let row = try #require(try office.desk.store.read { try $0.commissionStatements.all().first })
        try settle.move(row.id, from: .calculated, by: try office.doer("h01"), at: later)
        let settled = try #require(Period(name: row.period, in: CompanyCalendar(zone: .utc)))
        let before = try plans()
        let early = version(40_000, from: settled.start.description, [.employee(sava)])
        #expect(throws: CommissionRefusal([.init(.from, .settled(sava, settled))])) {
            try set(early, by: dana, at: Office.now)
        }
        #expect(try plans() == before)

        let next = version(40_000, from: settled.end.description, [.employee(sava), .role(.head)])
        try set(next, by: dana, at: Office.now)
        #expect(try plans().map(\.to) == [settled.end + -1, nil])
        #expect(try plans().map(\.rules) == [first.rules, next.rules])
        try goRound(office)
        // Written again from the same day it takes that version's place.
        let third = version(50_000, from: settled.end.description, [.role(.seller)])
        try set(third, by: dana, at: Office.now)
        #expect(try plans().map(\.rules) == [first.rules, third.rules])
        #expect(
            try plans().last?.members == [
                .init(who: .role(.seller), to: settled.end + -1), .init(who: .role(.seller), from: settled.end),
            ])
        try goRound(office)
    }

    /// Out, in elsewhere at a time when all of it is past, and out again: the same.
    private func goRound(_ office: Office, at now: Instant = Office.now.adding(seconds: 60 * 86_400)) throws {
        let files = try office.desk.export()
        let other = try ImportDesk(now: now)
        #expect(try other.take(files).rejected == [])
        #expect(try other.everything() == office.desk.everything())
        #expect(try other.export() == files)
    }
}
