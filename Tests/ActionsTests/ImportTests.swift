import Actions
import Exchange
import Foundation
import Ledger
import SalesDomain
import Testing

@Suite("Importing")
struct ImportTests {
    @Test("deals.csv alone is a company: its pipeline, stages, people and what is proven of its past")
    func alone() throws {
        let desk = try ImportDesk()
        let report = try desk.take(["deals.csv": Small.deals])
        #expect(report.files.map(\.added) == [3])
        #expect(report.named == ["pipeline": 1, "stage": 3, "employee": 2])
        let pipelines = try desk.store.read { try $0.pipelines.all() }
        #expect(pipelines.map(\.name) == ["Sales"])
        #expect(pipelines[0].stages.map(\.outcome) == [.open, .won, .lost])
        let log = try desk.log("d3")
        #expect(log.map(\.field) == [.stage, .lostReason])
        #expect(log.allSatisfy { $0.old == nil && $0.changedAt == $0.recordedAt })
        let beginning = try desk.row("d3").beginning
        #expect(beginning.status == .open && beginning.stage == nil && beginning.lostReason == nil)
    }

    @Test("a commission plan from the middle of a month is taken, with a word on the day from which it holds")
    func midPeriodPlan() throws {
        let plans =
            "plan,every,from,to\nSellers,month,,2024-02-14\nSellers,month,2024-02-15,\nHeads,month,2024-02-15,\n"
        let files = [
            "employees.csv": "employee_id,name,role\ns1,Sava,seller\nh1,Hanna,head\n", "commission_plans.csv": plans,
            "commission_rules.csv":
                "plan,from,rule,measure,tiers\nSellers,,won,won,0:0.02\nSellers,2024-02-15,won,won,0:0.03\nHeads,2024-02-15,won,won,0:0.01\n",
            "commission_members.csv": "plan,role\nSellers,seller\nHeads,head\n",
        ]
        for dry in [true, false] {
            let report = try ImportDesk().take(files, dry: dry)
            #expect(report.isClean && report.warnings.count == 1)
            let warning = try #require(report.warnings.first)
            #expect(warning.file == "commission_plans.csv" && warning.line == 3 && warning.column == .from)
            guard case .midPeriod(let start) = warning.matter else {
                Issue.record("\(warning)")
                continue
            }
            #expect(start.holdsFrom == Day(iso: "2024-03-01"))
            #expect(warning.words(in: .uk).contains("2024-03-01") && warning.words(in: .en).contains("2024-03-01"))
        }
        let desk = try ImportDesk()
        try desk.take(files)
        #expect(try desk.take(files).warnings == [])
    }

    private static let paid = [
        "company.csv": "key,value\nbase_currency,UAH\n",
        "employees.csv": "employee_id,name,role\ns1,Sava,seller\ns2,Svitlana,seller\nh1,Hanna,head\n",
        "commission_plans.csv": "plan,every,from\nSellers,month,\nHeads,month,\n",
        "commission_rules.csv": "plan,from,rule,measure,tiers\nSellers,,won,won,0:0.02\nHeads,,won,won,0:0.01\n",
        "commission_members.csv": "plan,role\nSellers,seller\nHeads,head\n",
    ]

    /// The firm with statements of two months: Sava's are paid and agreed, Svitlana's is only calculated.
    private func settled() throws -> ImportDesk {
        let desk = try ImportDesk()
        try desk.take(Self.paid)
        let statements = """
            plan,employee_id,period,state,at
            Sellers,s1,2024-01,paid,2024-02-05
            Sellers,s1,2024-02,agreed,2024-03-05
            Sellers,s2,2024-02,calculated,2024-03-05

            """
        let lines = """
            plan,employee_id,period,line,rule,measure,kind,base,rate,amount
            Sellers,s1,2024-01,1,won,won,accrual,1000.00,0.02,20.00
            Sellers,s1,2024-02,1,won,won,accrual,500.00,0.02,10.00

            """
        let report = try desk.take(["commission_statements.csv": statements, "commission_lines.csv": lines])
        #expect(report.rejected == [] && report.warnings == [])
        return desk
    }

    @Test(
        "an import that changes a plan under settled bonuses says whose they are, and leaves their figures",
        arguments: [
            ["commission_rules.csv": "plan,from,rule,measure,tiers\nSellers,,won,won,0:0.03\n"],
            ["commission_plans.csv": "plan,every,cap\nSellers,month,100\n"],
            ["commission_members.csv": "plan,role,employee_id\nHeads,,s1\n"],
        ])
    func overSettled(files: [String: String]) throws {
        for dry in [true, false] {
            let desk = try settled()
            func statements() throws -> [CommissionStatement] {
                try desk.store.read { try $0.commissionStatements.statements(in: CompanyCalendar(zone: .utc)) }
            }
            let before = try statements()
            let report = try desk.take(files, dry: dry)
            #expect(report.isClean)
            let warning = try #require(report.warnings.first)
            guard case .settled(let plan, let found) = warning.matter else {
                Issue.record("\(warning)")
                return
            }
            #expect(report.warnings.count == 1 && warning.line == 2 && warning.file == files.keys.first)
            #expect(plan == (files.keys.first == "commission_members.csv" ? "Heads" : "Sellers"))
            #expect(found.map(\.employee) == ["s1", "s1"] && found.map(\.period) == ["2024-01", "2024-02"])
            #expect(warning.words(in: .en).contains("Sava (s1) 2024-01, 2024-02. They keep their figures"))
            #expect(warning.words(in: .uk).contains("Sava (s1) 2024-01, 2024-02. Їхні суми лишаються"))
            #expect(try statements() == before)
            #expect(try desk.take(files).warnings.count == (dry ? 1 : 0))
        }
    }

    @Test("a version from the middle of a settled month leaves that month's bonus, so only later ones are spoken of")
    func midSettled() throws {
        let report = try settled().take([
            "commission_plans.csv": "plan,every,from,to\nSellers,month,,2024-01-14\nSellers,month,2024-01-15,\n",
            "commission_rules.csv": "plan,from,rule,measure,tiers\nSellers,2024-01-15,won,won,0:0.03\n",
        ])
        #expect(report.isClean && report.warnings.count == 2)
        let periods = report.warnings.compactMap { warning -> [String]? in
            guard case .settled(_, let found) = warning.matter else { return nil }
            return found.map(\.period)
        }
        #expect(periods == [["2024-02"]])
    }

    @Test("a plan that takes somebody over within a settled month is spoken of where days worked decide the pay")
    func daysInPlan() throws {
        for proRata in ["yes", "no"] {
            let desk = try settled()
            try desk.take(["commission_plans.csv": "plan,every,pro_rata\nSellers,month,\(proRata)\n"])
            let report = try desk.take([
                "commission_members.csv": "plan,role,employee_id,from\nHeads,,s1,2024-02-15\n"
            ])
            let found = report.warnings.compactMap { warning -> [String]? in
                guard case .settled("Heads", let found) = warning.matter else { return nil }
                return found.map(\.period)
            }
            #expect(found == (proRata == "yes" ? [["2024-02"]] : []), "\(proRata)")
        }
    }

    @Test("a plan by which settled bonuses were counted is taken from a file with a word on whose they are")
    func quotaUnderSettled() throws {
        let rules = "plan,from,rule,measure,unit,tiers\nSellers,,won,won,attainment,0:0.02\n"
        let header = "period,employee_id,measure,value\n"
        for dry in [true, false] {
            let desk = try settled()
            try desk.take(["commission_rules.csv": rules])
            let first = try desk.take(["quotas.csv": header + "2024-03,s1,won,100\n2024-02,s2,won,100\n"])
            #expect(first.warnings == [])
            let file = header + "2024-03,s1,won,200\n2024-02,s1,won,300\n2024-01,s1,won,400\n"
            let report = try desk.take(["quotas.csv": file], dry: dry)
            let warning = try #require(report.warnings.first)
            guard case .settledByQuota(let found) = warning.matter else {
                Issue.record("\(warning)")
                return
            }
            #expect(report.isClean && report.warnings.count == 1)
            #expect(warning.file == "quotas.csv" && warning.line == 3 && warning.column == .value)
            #expect(found.map(\.employee) == ["s1", "s1"] && found.map(\.period) == ["2024-01", "2024-02"])
            #expect(warning.words(in: .en).contains("Sava (s1) 2024-01, 2024-02. They keep their figures"))
            #expect(warning.words(in: .uk).contains("план, за яким пораховано"))
            #expect(try desk.take(["quotas.csv": file]).warnings.count == (dry ? 1 : 0))
        }
    }

    @Test("what says that it was recorded later than now is refused, row by row; a deal with such an entry, whole")
    func recordedLater() throws {
        let later = "2026-01-01T00:00:00+00:00"
        let desk = try ImportDesk()
        let report = try desk.take([
            "deals.csv": Small.deals,
            "deal_log.csv": "deal_id,changed_at,recorded_at,field,old,new\nd1,2024-01-10,2026-01-01,stage,,Offer\n",
            "payments.csv": "payment_id,deal_id,date,kind,amount,recorded_at\np1,d2,2024-02-01,paid,5,2026-01-01\n",
            "quotas.csv":
                "period,measure,value,recorded_at\n2024-05,won,100,2026-01-01\n2024-05,won,100,2025-01-01\n",
            "submissions.csv": "employee_id,period,kind,amount,at\ns1,2024-05,submission,5,2026-01-01\n",
        ])
        let said = report.rejected.filter { $0.reason == .notYet(later) }
        #expect(
            Set(said.map { "\($0.file) \($0.line) \($0.column?.name ?? "")" }) == [
                "deal_log.csv 2 recorded_at", "payments.csv 2 recorded_at", "quotas.csv 2 recorded_at",
                "submissions.csv 2 at",
            ])
        #expect(said.allSatisfy { $0.words(in: .en).contains("\(later) has not come yet") })
        #expect(said.allSatisfy { $0.words(in: .uk).contains("\(later) ще не настало") })
        let deal = try #require(report.rejected.first { $0.file == "deals.csv" })
        #expect(deal.line == 2 && deal.reason == .logRefused(line: 2))
        #expect(try desk.store.read { try $0.quotas.all().count } == 1)
    }

    @Test("what says that it happened more than a day from now is refused, with words on where a plan belongs")
    func happenedLater() throws {
        let later = "2026-01-01T00:00:00+00:00"
        let report = try ImportDesk().take([
            "deals.csv": """
            deal_id,pipeline,created_at,expected_close,amount,stage,status,closed_at
            d1,Sales,2025-01-01,,1,Won,won,2026-01-01
            d2,Sales,2026-01-01,,1,Lead,open,
            d3,Sales,2025-01-01,2026-01-01,1,Lead,open,
            d4,Sales,2025-11-25T12:00:00+00:00,,1,Lead,open,
            d5,Sales,2025-01-01,,1,Lead,open,
            d6,Sales,2025-01-01,,1,Lead,open,

            """,
            "deal_log.csv":
                "deal_id,changed_at,field,old,new\nd5,2026-01-01,stage,Old,Lead\nd6,2025-02-01,created_at,2026-01-01,2025-01-01\n",
            "payments.csv":
                "payment_id,deal_id,date,kind,amount\np1,d3,2026-01-01,paid,5\np2,d3,2026-01-01,expected,5\n",
            "activities.csv":
                "activity_id,kind,started_at,due_at,done_at\na1,call,2026-01-01,,\na2,meeting,,2026-01-01,\na3,task,,2025-01-01,2026-01-01\n",
        ])
        let said = report.rejected.filter { if case .ahead = $0.reason { true } else { false } }
        #expect(
            Set(said.map { "\($0.file) \($0.line) \($0.column?.name ?? "")" }) == [
                "deals.csv 2 closed_at", "deals.csv 3 created_at", "deal_log.csv 2 changed_at",
                "deal_log.csv 3 old", "payments.csv 2 date", "activities.csv 2 started_at", "activities.csv 4 done_at",
            ])
        #expect(said.contains { $0.reason == .ahead(later, .expectedClose) && $0.line == 2 })
        let words = said.map { ($0.words(in: .en), $0.words(in: .uk)) }
        #expect(words.allSatisfy { $0.0.contains("more than a day ahead") && $0.1.contains("ще понад добу") })
        #expect(words.contains { $0.0.hasSuffix("give that day as expected_close") })
        #expect(report.files.first { $0.path == "deals.csv" }?.added == 2)
    }

    @Test("who leaves takes the tokens along, and a mistake that is mended brings none back", arguments: [false, true])
    func tokensOfWhoLeaves(dry: Bool) throws {
        let desk = try ImportDesk()
        func employees(_ active: String) -> [String: String] {
            ["employees.csv": "employee_id,name,active\ns1,Sava,\(active)\ns2,Svitlana,yes\n"]
        }
        try desk.take(employees("yes"))
        let add = AddUser(store: desk.store, passwords: Passwords(cost: .none))
        let made = try ["s1", "s2"].map { who in
            _ = try add(
                .init(name: who, password: "long enough", role: nil, employee: .called(who)), at: ImportDesk.now)
            return try KeepTokens(store: desk.store).make(.init(name: "report"), of: who, at: ImportDesk.now)
        }
        func works() throws -> [Bool] {
            try made.map { made in
                try desk.store.read { try $0.user(ofToken: made.secret.digest, at: ImportDesk.now) != nil }
            }
        }
        let left = try desk.take(employees("no"), dry: dry)
        let warning = try #require(left.warnings.first)
        #expect(left.warnings.count == 1 && warning.line == 2 && warning.column == .active)
        #expect(warning.matter == .tokensWithdrawn(employee: "s1", name: "Sava", number: 1, works: false))
        #expect(warning.words(in: .en).contains("withdrawn for good, also if this is undone (1)"))
        #expect(warning.words(in: .uk).contains("відкликано назавжди, навіть якщо це скасують (1)"))
        #expect(try works() == [dry, true])
        #expect(try desk.take(employees("yes")).warnings.isEmpty)
        #expect(try works() == [dry, true])
        #expect(try desk.take(employees("yes")).warnings.isEmpty)
    }

    @Test("tokens from before somebody left are not found working when they come back")
    func tokensFromBefore() throws {
        let desk = try ImportDesk()
        try desk.take(["employees.csv": "employee_id,name,active\ns1,Sava,yes\n"])
        let add = AddUser(store: desk.store, passwords: Passwords(cost: .none))
        _ = try add(.init(name: "s1", password: "long enough", role: nil, employee: .called("s1")), at: ImportDesk.now)
        let made = try KeepTokens(store: desk.store).make(.init(name: "report"), of: "s1", at: ImportDesk.now)
        try desk.store.write { _ = try $0.run("UPDATE employees SET active = 0") }
        let back = try desk.take(["employees.csv": "employee_id,name,active\ns1,Sava,yes\n"])
        #expect(
            back.warnings.map(\.matter) == [.tokensWithdrawn(employee: "s1", name: "Sava", number: 1, works: true)])
        #expect(try desk.store.read { try $0.user(ofToken: made.secret.digest, at: ImportDesk.now) } == nil)
    }

    @Test("of equal rows with other content the refusal says the instant as a person reads it")
    func equalRows() throws {
        let quotas = [100, 200].map { "2024-05,won,\($0),2024-04-02T10:00:00+00:00\n" }
        let report = try ImportDesk().take([
            "quotas.csv": "period,measure,value,recorded_at\n" + quotas.joined(),
            "submissions.csv":
                "employee_id,period,kind,amount,at\ns1,2024-05,submission,5,2024-05-03\ns1,2024-05,submission,6,2024-05-03\n",
        ])
        #expect(
            report.rejected.map(\.reason) == [
                .sameIDOtherContent("2024-05    won  2024-04-02T10:00:00+00:00"),
                .sameIDOtherContent("s1 2024-05 submission 2024-05-03T00:00:00+00:00"),
            ])
    }

    @Test("an import that changes a plan only on days after all settled bonuses has nothing to say")
    func besideSettled() throws {
        let report = try settled().take([
            "commission_plans.csv": "plan,every,from,to\nSellers,month,,2024-02-29\nSellers,month,2024-03-01,\n",
            "commission_rules.csv": "plan,from,rule,measure,tiers\nSellers,2024-03-01,won,won,0:0.03\n",
        ])
        #expect(report.isClean && report.warnings == [])
    }

    @Test("commission plans whose names differ by case or spaces only are one: other spellings are refused")
    func planNames() throws {
        let desk = try ImportDesk()
        try desk.take(Self.paid)
        let report = try desk.take([
            "commission_plans.csv": "plan,every\nSELLERS,month\nNew,month\nnew,month\n",
            "commission_rules.csv": "plan,from,rule,measure,tiers\nsellers ,,won,won,0:0.03\n",
            "commission_members.csv": "plan,role\nSeLLers,analyst\n",
        ])
        let said = report.rejected.map(\.reason)
        #expect(said == [.planAlike("Sellers"), .planAlike("New"), .planAlike("Sellers"), .planAlike("Sellers")])
        #expect(report.rejected.allSatisfy { $0.words(in: .uk).contains("одна назва") })
        #expect(try desk.store.read { try $0.commissionPlans.all().map(\.row.name) } == ["Heads", "New", "Sellers"])
    }

    @Test("an import that changes a plan adds a version that is known from then on; the same again changes nothing")
    func quotaVersions() throws {
        let desk = try ImportDesk()
        func take(_ value: String, header: String = "period,measure,value", more: String = "") throws -> ImportReport {
            try desk.take(["quotas.csv": header + "\n2024-05,won,\(value)\n" + more])
        }
        func rows() throws -> [(Int64?, Instant?)] {
            try desk.store.read { try $0.quotas.all().map { ($0.value, $0.recordedAt) } }
        }
        #expect(try take("100").files[0].added == 1)
        #expect(try take("100").files[0].unchanged == 1)
        #expect(try take("150").files[0].changed == 1)
        #expect(try take("150").files[0].unchanged == 1)
        #expect(try rows().map(\.0) == [10_000, 15_000])
        #expect(try rows().map(\.1) == [nil, ImportDesk.now])
        let export = try desk.export()
        #expect(try desk.take(export).files.allSatisfy { $0.added == 0 && $0.changed == 0 })
        let fresh = try ImportDesk()
        try fresh.take(export)
        #expect(try fresh.export()["quotas.csv"] == export["quotas.csv"])
    }

    @Test("a file of any name is known by its header")
    func anyName() throws {
        let desk = try ImportDesk()
        #expect(try desk.take(["угоди 2024.csv": Small.deals]).files.map(\.file) == [.deals])
    }

    @Test("before its first change a field was what that change says, else what deals.csv says")
    func beginnings() throws {
        let desk = try ImportDesk()
        let log = "deal_id,changed_at,field,old,new\nd1,2024-01-15,amount,80,100\n"
        try desk.take(["deals.csv": Small.header + Small.deal("d1", expected: "2024-05-01"), "deal_log.csv": log])
        let beginning = try desk.row("d1").beginning
        #expect(beginning.amount == 8000)
        #expect(beginning.expectedClose == Day(iso: "2024-05-01"))
        #expect(try desk.now("d1").amount == 10000)
    }

    @Test("entries of one instant keep the order of the file")
    func oneInstant() throws {
        let desk = try ImportDesk()
        let log = """
            deal_id,changed_at,field,old,new
            d1,2024-01-15,stage,Offer,Demo
            d1,2024-01-10,stage,,New
            d1,2024-01-15,stage,Demo,Won
            d1,2024-01-12,stage,New,Offer
            """
        let report = try desk.take([
            "deals.csv": Small.header + Small.deal("d1", stage: "Won", status: "won", closed: "2024-01-15"),
            "deal_log.csv": log,
        ])
        #expect(report.rejected == [])
        #expect(try desk.log("d1").map(\.changedAt).count == 4)
        #expect(try desk.now("d1").status == .won)
    }

    @Test("importing the same again writes nothing, not even a place in the journal")
    func again() throws {
        let desk = try ImportDesk()
        let files = ["deals.csv": Small.deals, "deal_log.csv": Small.log, "pipelines.csv": Small.pipelines]
        try desk.take(files)
        let (contents, position) = (try desk.everything(), try desk.position())
        let second = try desk.take(files)
        #expect(second.files.map(\.unchanged) == second.files.map(\.read))
        #expect(try desk.everything() == contents)
        #expect(try desk.position() == position)
    }

    @Test("a later export of the same CRM becomes history: new entries by their own time, the rest at the import's")
    func later() throws {
        let desk = try ImportDesk()
        try desk.take(["deals.csv": Small.deals, "deal_log.csv": Small.log, "pipelines.csv": Small.pipelines])
        let at = try #require(CompanyCalendar(zone: .utc).instant("2024-04-01"))
        var options = ImportOptions()
        options.at = at
        let report = try desk.take(
            [
                "deals.csv": Small.header
                    + "d1,One,Sales,s2,120.00,UAH,2024-01-10,2024-03-01,Won,won,2024-03-02,\n",
                "deal_log.csv": Small.log + "d1,2024-03-02,stage,Offer,Won,s1\n",
            ], options: options)
        #expect(report.files.map(\.file) == [.deals, .dealLog])
        #expect(report.files.map(\.changed) == [1, 0])
        let log = try desk.log("d1")
        #expect(log.map(\.field) == [.stage, .stage, .stage, .amount, .owner])
        #expect(log[2].recordedAt == log[2].changedAt)
        #expect(log[3...].allSatisfy { $0.recordedAt == at && $0.changedAt == at })
        #expect(try desk.now("d1").amount == 12000)
        #expect(try desk.now("d1").status == .won)
    }

    @Test("a deal that is closed in a later export without a log was closed when it says, and known at the import")
    func closedLater() throws {
        let desk = try ImportDesk()
        let open = Small.header + Small.deal("d1")
        let closed = Small.header + Small.deal("d1", stage: "Won", status: "won", closed: "2024-02-03")
        try desk.take(["deals.csv": open, "pipelines.csv": Small.pipelines])
        try desk.take(["deals.csv": closed])
        let log = try desk.log("d1")
        #expect(log.map(\.field) == [.stage])
        #expect(log[0].changedAt == CompanyCalendar(zone: .utc).instant("2024-02-03"))
        #expect(log[0].recordedAt == ImportDesk.now)
        #expect(try desk.take(["deals.csv": closed]).files[0].unchanged == 1)
        try desk.take(["deals.csv": open])
        #expect(try desk.now("d1").status == .open)
        #expect(try desk.take(["deals.csv": open]).files[0].unchanged == 1)
    }

    /// A desk that knows of a deal which was begun on 10 January and came to the offer on that day, and the log that said so.
    private func offered(on day: String) throws -> (desk: ImportDesk, log: String) {
        let desk = try ImportDesk()
        let log = "deal_id,changed_at,field,old,new\nd1,2024-01-10,stage,,New\nd1,\(day),stage,New,Offer\n"
        try desk.take([
            "pipelines.csv": Small.pipelines, "deals.csv": Small.header + Small.deal("d1", stage: "Offer"),
            "deal_log.csv": log,
        ])
        return (desk, log)
    }

    @Test("on a day on which a deal went on, back and on again each step is taken, also where one is known already")
    func equalEntries() throws {
        let (desk, begun) = try offered(on: "2024-01-15")
        let whole = begun + "d1,2024-01-15,stage,Offer,New\nd1,2024-01-15,stage,New,Offer\n"
        let report = try desk.take(["deal_log.csv": whole])
        #expect(report.rejected == [] && report.files[0].added == 2 && report.files[0].unchanged == 2)
        let steps = try desk.log("d1").map(\.new)
        #expect(steps == [steps[0], steps[1], steps[0], steps[1]] && steps[0] != steps[1])
        #expect(try desk.now("d1").stage?.number == steps[1])
        #expect(try desk.take(["deal_log.csv": whole]).files[0].unchanged == 4)
    }

    @Test("a deal that was closed before its last step, as a later file says, ends with the closing and on its day")
    func closedBeforeLastStep() throws {
        let (desk, _) = try offered(on: "2024-02-10")
        let won = Small.header + Small.deal("d1", stage: "Won", status: "won", closed: "2024-02-05")
        try desk.take(["deals.csv": won])
        let entries = try desk.log("d1")
        #expect(entries.map(\.field) == [.stage, .stage, .stage, .closedAt])
        #expect(entries.map(\.changedAt) == entries.map(\.changedAt).sorted())
        let now = try desk.now("d1")
        #expect(now.status == .won && now.closedAt == CompanyCalendar(zone: .utc).instant("2024-02-05"))
        #expect(try desk.take(["deals.csv": won]).files[0].unchanged == 1)
    }

    @Test("the same id of another source is another deal")
    func sources() throws {
        let desk = try ImportDesk()
        try desk.take(["deals.csv": Small.deals])
        var options = ImportOptions()
        options.source = "other"
        #expect(try desk.take(["deals.csv": Small.deals], options: options).files[0].added == 3)
    }

    @Test("a trial says what would be and leaves the database as it was")
    func trial() throws {
        let desk = try ImportDesk()
        var options = ImportOptions()
        options.dryRun = true
        let before = (try desk.everything(), try desk.position())
        let trial = try desk.take(["deals.csv": Small.deals, "deal_log.csv": Small.log], options: options)
        #expect(try desk.everything() == before.0)
        #expect(try desk.position() == before.1)
        #expect(try desk.take(["deals.csv": Small.deals, "deal_log.csv": Small.log]) == trial)
    }

    @Test("a log that comes after its deals finds them")
    func logAlone() throws {
        let desk = try ImportDesk()
        let open = Small.header + Small.deal("d1", stage: "Offer")
        try desk.take(["deals.csv": open, "pipelines.csv": Small.pipelines])
        let log = "deal_id,changed_at,field,old,new\nd1,2024-02-01,stage,Offer,Won\nd9,2024-02-01,stage,New,Won\n"
        let report = try desk.take(["deal_log.csv": log])
        #expect(report.files[0].added == 1)
        #expect(report.rejected.map(\.reason) == [.dealUnknown("d9")])
        #expect(try desk.now("d1").status == .won)
        #expect(try desk.take(["deal_log.csv": log]).files[0].unchanged == 1)
    }

    @Test("an import that is killed between batches goes on when it is run again, and nothing is half there")
    func killed() throws {
        let files = RandomCompany.files(seed: 3)
        let whole = try ImportDesk()
        try whole.take(files)
        for death in [1, 2, 9, 14, 20, 22, 25, 30, 35] {
            let desk = try ImportDesk()
            let frail = FrailStore(desk.store, diesAt: death)
            var options = ImportOptions()
            options.batch = 3
            options.wholeUpTo = 0
            let sources = files.sorted { $0.key < $1.key }.map { ImportSource.memory(name: $0.key, bytes: $0.value) }
            #expect(throws: FrailStore.Death.self) {
                _ = try ImportRecords(store: frail, clock: Clock { ImportDesk.now }).run(sources, options: options)
            }
            for id in try desk.deals() { #expect(try desk.now(id) == desk.folded(id), "\(id)") }
            #expect(try desk.take(files).isClean)
            #expect(try desk.everything() == whole.everything(), "after a death at write \(death)")
        }
    }

    @Test("a deal is known from its earliest recording when the first thing told of it was entered late")
    func recordedLate() throws {
        let desk = try ImportDesk()
        let log = """
            deal_id,changed_at,recorded_at,field,old,new
            d1,2024-01-10,2024-06-01,stage,,New
            d1,2024-01-20,2024-05-01,stage,New,Offer
            d2,2024-02-01,,stage,New,Offer
            d3,2024-01-10,,stage,,New
            d3,2024-01-20,2024-05-01,stage,New,Offer
            """
        try desk.take([
            "pipelines.csv": Small.pipelines, "deal_log.csv": log,
            "deals.csv": Small.header
                + ["d1", "d2", "d3", "d4"].map { Small.deal($0, stage: $0 == "d4" ? "New" : "Offer") }
                .joined(),
        ])
        let calendar = CompanyCalendar(zone: .utc)
        #expect(try desk.row("d1").recordedAt == calendar.instant("2024-05-01"))
        for id in ["d2", "d3", "d4"] { #expect(try desk.row(id).recordedAt == calendar.instant("2024-01-10")) }
    }

    @Test("when a deal was recorded survives an export, also where its log lets one think otherwise")
    func recordedSurvives() throws {
        let desk = try ImportDesk()
        try desk.take(["pipelines.csv": Small.pipelines, "deals.csv": Small.header + Small.deal("d1")])
        var options = ImportOptions()
        options.at = CompanyCalendar(zone: .utc).instant("2024-03-01")
        try desk.take(
            ["deals.csv": Small.header + Small.deal("d1", stage: "Won", status: "won", closed: "2024-02-15")],
            options: options)
        #expect(try desk.log("d1").contains { $0.recordedAt > $0.changedAt })
        let copy = try ImportDesk()
        try copy.take(try desk.export())
        #expect(try copy.row("d1").recordedAt == desk.row("d1").recordedAt)
        #expect(try copy.everything() == desk.everything())
    }

    @Test("of two imports at once the later one is refused, and the earlier one loses nothing of its log")
    func atOnce() throws {
        let desk = try ImportDesk()
        let files = ["pipelines.csv": Small.pipelines, "deals.csv": Small.deals, "deal_log.csv": Small.log]
        var refusals = 0
        _ = try desk.take(files, dry: false) { progress in
            guard progress.phase == .importing else { return }
            for dry in [false, true] {
                #expect(throws: LedgerError.importing) { try desk.take(files, dry: dry) }
                refusals += 1
            }
        }
        #expect(refusals >= 6)
        let alone = try ImportDesk()
        try alone.take(files)
        #expect(try desk.everything() == alone.everything())
        #expect(try desk.take(files).files.allSatisfy { $0.unchanged == $0.read })
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).allSatisfy { !$0.hasSuffix("import") }
        )
    }

    @Test("what a killed import has staged is noticed, and gone after the next import, whatever that reads")
    func leftStaged() throws {
        let sources = ["pipelines.csv": Small.pipelines, "deals.csv": Small.deals, "deal_log.csv": Small.log].map {
            ImportSource.memory(name: $0.key, bytes: Array($0.value.utf8))
        }
        var options = ImportOptions()
        options.wholeUpTo = 0
        // Killed at one moment after another, until it has staged its log.
        var killed: ImportDesk?
        for moment in 2...20 where killed == nil {
            let desk = try ImportDesk()
            let frail = FrailStore(desk.store, diesAt: moment)
            #expect(throws: FrailStore.Death.self) {
                try ImportRecords(store: frail, clock: Clock { ImportDesk.now }).run(sources, options: options)
            }
            let check = try CheckDatabase(store: desk.store)()
            #expect(check.isWhole)
            if check.unfinished.count == 1 { killed = desk }
        }
        let desk = try #require(killed)
        try desk.take(["other.csv": Small.header + Small.deal("d9")])
        let after = try CheckDatabase(store: desk.store)()
        #expect(after.isWhole && after.unfinished == [])
    }
}
