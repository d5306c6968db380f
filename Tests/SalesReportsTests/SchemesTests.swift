import ReportDocuments
import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

/// Two versions of the sellers' plan, and one that names Ivan and Daria.
@Suite("Commission plans to be read") struct SchemesTests {
    private static let rule = CommissionRule(
        name: "won", measure: .won, unit: .attainment, threshold: 500_000,
        tiers: [.init(from: 0, rate: 20_000), .init(from: 1_000_000, rate: 45_000)])

    private static func plan(
        _ id: Int64, _ name: String, from: String?, to: String?, _ who: [CommissionPlan.Member.Who]
    )
        -> CommissionPlan
    {
        CommissionPlan(
            id: Key(id), name: name, every: .month, cap: nil, proRata: false, from: from.flatMap { Day(iso: $0) },
            to: to.flatMap { Day(iso: $0) }, rules: [rule], members: who.map { .init(who: $0) })
    }

    private static let plans = [
        plan(1, "Sellers", from: nil, to: "2022-12-31", [.role(.seller)]),
        plan(2, "Sellers", from: "2023-01-01", to: nil, [.role(.seller)]),
        plan(3, "South", from: nil, to: nil, [.employee(Firm.ivan), .employee(Firm.daria)]),
        plan(4, "Next", from: "2024-01-01", to: nil, [.role(.seller)]),
    ]

    private static func ask(
        _ scope: Scope, as viewer: Viewer, _ more: [CommissionPlan] = []
    ) throws -> [SchemesReport.Scheme] {
        var books = Firm.random(3)
        books.frame.commissions = plans + more
        let reporter = Reporter(books.facts(), now: Firm.now)
        return try reporter.schemes(
            ReportRequest(asOf: Firm.now, period: .month(containing: Day(iso: "2023-06-01")!), scope: scope),
            for: reporter.seen(by: viewer)
        ).schemes
    }

    @Test("a director reads every version, those that hold first, and whom each pays")
    func everything() throws {
        let schemes = try Self.ask(.company, as: .console)
        #expect(schemes.map(\.plan.id) == [Key(2), Key(3), Key(4), Key(1)])
        #expect(schemes.map(\.standing) == [.now, .now, .coming, .past])
        #expect(schemes[1].people == [Firm.ivan, Firm.daria])
        #expect(Set(schemes[1].people).isDisjoint(with: schemes[0].people))
        #expect(schemes[0].people.contains(Firm.maria))
    }

    @Test("programs read the same plans: a row for each rule, numbers in their units")
    func documents() throws {
        var books = Firm.random(3)
        books.frame.commissions = Self.plans
        let reporter = Reporter(books.facts(), now: Firm.now)
        let june = Period.month(containing: Day(iso: "2023-06-01")!)
        let report = try reporter.schemes(
            ReportRequest(asOf: Firm.now, period: june, scope: .company), for: reporter.seen(by: .console))
        let naming = Naming(
            calendar: books.frame.calendar, organisation: books.frame.organisation, products: [],
            pipelines: books.frame.pipelines, deal: { "\($0.number)" })
        let document = SchemesDocument(report, naming)
        let json = document.json.text
        #expect(json.contains(#""plan":"Sellers","from":"2023-01-01","to":null,"standing":"now","every":"month""#))
        #expect(json.contains(#""members":[{"employee_id":"ivan","from":null,"to":null},"#))
        #expect(
            json.contains(#""threshold":0.5,"cap":null,"tiers":[{"from":0.0,"rate":0.02},{"from":1.0,"rate":0.045}]"#))
        let lines = document.csv.text.split(whereSeparator: \.isNewline)
        try #require(lines.count == 5)
        #expect(lines[2].hasPrefix("South,,,now,month,,no,employee:ivan employee:daria,2,won,won,"))
        #expect(lines[2].contains("attainment,0.5,,0.0:0.02 1.0:0.045,UAH"))
    }

    @Test("a version from the middle of a month pays from the next one, and the one before it pays to the month's end")
    func midPeriod() throws {
        let today = Day(iso: "2023-06-15")!
        let running = Period.month(containing: today)
        let before = today + -1
        let old = Self.plan(11, "Old", from: nil, to: before.description, [.employee(Firm.ivan)])
        let new = Self.plan(12, "Young", from: today.description, to: nil, [.employee(Firm.ivan)])
        var books = Firm.random(3)
        books.frame.commissions = [old, new]
        let reporter = Reporter(books.facts(), now: Firm.now)
        let found = try reporter.schemes(
            ReportRequest(asOf: Firm.now, period: running, scope: .company), for: reporter.seen(by: .console))
        #expect(found.schemes.map(\.plan.name) == ["Old", "Young"])
        #expect(found.schemes.map(\.standing) == [.now, .coming])
        #expect(found.schemes[0].paysUntil == running.end + -1 && found.schemes[1].paysFrom == running.end)
        let bonus = try reporter.bonus(of: Firm.ivan, in: running, asOf: Firm.now, for: reporter.seen(by: .console))
        #expect(bonus.accruals.map(\.plan) == ["Old"])
    }

    @Test("a version from a file without an end ends where the next one of its name has taken over all its people")
    func unended() throws {
        let today = Day(iso: "2023-06-15")!
        let running = Period.month(containing: today)
        func found(_ later: [CommissionPlan.Member.Who]) throws -> [SchemesReport.Scheme] {
            let old = Self.plan(21, "Filed", from: nil, to: nil, [.employee(Firm.ivan), .employee(Firm.maria)])
            var books = Firm.random(3)
            books.frame.commissions = [old, Self.plan(22, "Filed", from: today.description, to: nil, later)]
            let reporter = Reporter(books.facts(), now: Firm.now)
            return try reporter.schemes(
                ReportRequest(asOf: Firm.now, period: running, scope: .company), for: reporter.seen(by: .console)
            ).schemes
        }
        let whole = try found([.employee(Firm.ivan), .employee(Firm.maria)])
        #expect(whole.map(\.standing) == [.now, .coming])
        #expect(whole[0].plan.to == today + -1 && whole[0].paysUntil == running.end + -1)
        #expect(Set(whole[0].people) == [Firm.ivan, Firm.maria])
        let part = try found([.employee(Firm.ivan)])
        #expect(part[0].plan.to == nil && part[0].people == [Firm.maria])
    }

    @Test("who is named in two plans is said to be paid by one of them, in the other")
    func named() throws {
        let retro = Self.plan(5, "Retro", from: nil, to: nil, [.employee(Firm.ivan), .employee(Firm.maria)])
        let schemes = try Self.ask(.company, as: .console, [retro])
        let found = try #require(schemes.first { $0.plan.name == "Retro" })
        #expect(found.elsewhere == [.init(employee: Firm.ivan, plan: "South")])
        #expect(found.people == [Firm.maria])
        #expect(schemes.filter { $0.plan.name != "Retro" }.allSatisfy { $0.elsewhere.isEmpty })
    }

    @Test("a seller reads their own plan with its versions, and of the others who are named only how many they are")
    func own() throws {
        let maria = try Self.ask(.employee(Firm.maria), as: .employee(Firm.maria))
        #expect(maria.allSatisfy { $0.people == [Firm.maria] })
        #expect(maria.map(\.plan.name) == ["Sellers", "Next", "Sellers"])
        let ivan = try Self.ask(.employee(Firm.ivan), as: .employee(Firm.ivan))
        let named = try #require(ivan.first)
        #expect(named.plan.name == "South" && named.members == [.init(who: .employee(Firm.ivan))] && named.others == 1)
        #expect(throws: ReportRefusal.notFound) { _ = try Self.ask(.employee(Firm.ivan), as: .employee(Firm.maria)) }
        #expect(throws: ReportRefusal.notFound) { _ = try Self.ask(.company, as: .employee(Firm.maria)) }
    }

    @Test("a rule says by which terms it is counted: below the threshold nothing, of the plan so much")
    func terms() throws {
        var books = Firm.random(3)
        books.frame.commissions = [Self.plans[1]]
        let june = Period.month(containing: Day(iso: "2023-06-01")!)
        books.frame.quotas = [
            Quota(
                period: june, scope: .employee(Firm.maria), pipeline: nil, measure: .won, value: 900_000_000_000,
                currency: Firm.uah, from: nil)
        ]
        let reporter = Reporter(books.facts(), now: Firm.now)
        let bonus = try reporter.bonus(of: Firm.maria, in: june, asOf: Firm.now, for: reporter.seen(by: .console))
        let rule = try #require(bonus.accruals.first?.rules.first)
        let terms = try #require(rule.terms)
        #expect(rule.expectedTotal > 0 && rule.toDate == 0 && terms.isBelowThreshold(rule.total))
        #expect(terms.threshold == 450_000_000_000 && terms.plan == 900_000_000_000)
        #expect(terms.attainment(90_000_000_000) == 0.1)
        #expect(terms.reachedPlace(900_000_000_000) == 1 && terms.reachedPlace(899_999_999_999) == 0)
        #expect(!terms.isBelowThreshold(450_000_000_000))
    }
}
