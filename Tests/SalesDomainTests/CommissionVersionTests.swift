import Testing

@testable import SalesDomain

/// Sellers are paid by one plan since ever, the heads by one for a quarter; Petro and Maria sell, Hanna is a head.
@Suite("A new version of a commission plan") struct CommissionVersionTests {
    private static let (petro, maria, hanna) = (PaidPeople.petro, PaidPeople.maria, PaidPeople.hanna)
    private static let (calendar, organisation) = (PaidPeople.calendar, PaidPeople.organisation)

    private static func rule(
        _ rate: Int64 = 20_000, name: String = "won", measure: Quota.Measure = .won, pay: CommissionRule.Pay = .rate,
        mode: CommissionRule.Mode = .marginal, unit: CommissionRule.Unit = .amount, threshold: Int64? = nil,
        cap: Int64? = nil, tiers: [(Int64, Int64)]? = nil
    ) -> CommissionRule {
        CommissionRule(
            name: name, measure: measure, pay: pay, mode: mode, unit: unit, threshold: threshold, cap: cap,
            tiers: (tiers ?? [(0, rate)]).map { .init(from: $0.0, rate: $0.1) })
    }

    private static let plans = [
        CommissionPlan(
            id: Key(1), name: "Sellers", every: .month, cap: nil, proRata: true, from: nil, to: nil, rules: [rule()],
            members: [.init(who: .role(.seller))]),
        CommissionPlan(
            id: Key(2), name: "Heads", every: .quarter, cap: nil, proRata: false, from: nil, to: nil, rules: [rule()],
            members: [.init(who: .employee(hanna))]),
    ]

    private static func version(
        _ name: String = "Sellers", from: String = "2026-12-01", every: Period.Kind = .month,
        members: [CommissionPlan.Member.Who] = [.role(.seller)], rules: [CommissionRule] = [rule(40_000)]
    ) -> CommissionVersion {
        CommissionVersion(name: name, every: every, from: Day(iso: from)!, members: members, rules: rules)
    }

    private static func problems(
        _ version: CommissionVersion, over plans: [CommissionPlan] = plans, settled: [CommissionStatement] = []
    ) -> [CommissionProblem] {
        CommissionChange(version, over: plans, in: organisation, calendar).problems(settled: settled)
    }

    @Test("ends the one before it the day before, and people stay")
    func next() throws {
        let after = Self.plans.with(Self.version())
        let own = after.filter { $0.name == "Sellers" }
        #expect(own.map(\.to) == [Day(iso: "2026-11-30"), nil] && own.map(\.from) == [nil, Day(iso: "2026-12-01")])
        #expect(own.allSatisfy { $0.members == [.init(who: .role(.seller))] })
        #expect(after.first { $0.name == "Heads" } == Self.plans[1])
        #expect(Self.problems(Self.version()) == [])
    }

    @Test("before its day nobody is paid otherwise, from its day on as it says", arguments: UInt64(1)...40)
    func past(seed: UInt64) throws {
        var state = seed
        func roll(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let everybody: [CommissionPlan.Member.Who] = [
            .role(.seller), .employee(Self.petro), .employee(Self.maria), .employee(Self.hanna), .role(.head),
        ]
        var plans = Self.plans
        for round in 1...6 {
            let day = Day(iso: "2026-01-01")!.startOfMonth(plus: roll(12) + round)
            let version = CommissionVersion(
                name: ["Sellers", "Heads", "Third"][roll(3)], every: .month, from: day,
                members: everybody.filter { _ in roll(2) == 0 } + [everybody[roll(5)]],
                rules: [Self.rule(Int64(round) * 1_000)])
            let after = plans.with(version)
            let stretch = (Day(iso: "2025-12-15")!.number..<Day(iso: "2027-12-15")!.number).map(Day.init(number:))
            for who in [Self.petro, Self.maria, Self.hanna] {
                for date in stretch where date < day {
                    #expect(PaidPeople.rules(after, who, date) == PaidPeople.rules(plans, who, date))
                }
                if version.members.contains(.employee(who)) {
                    let named = plans.filter {
                        $0.name != version.name && $0.holds(on: day)
                            && $0.members.contains { $0.who == .employee(who) && $0.holds(on: day) }
                    }
                    if named.isEmpty { #expect(PaidPeople.rules(after, who, day) == version.rules) }
                }
            }
            plans = after
        }
    }

    @Test("who leaves it leaves the day before, who comes comes on the day; the past keeps them")
    func members() {
        let after = Self.plans.with(Self.version(members: [.employee(Self.petro), .employee(Self.hanna)]))
        let (last, first) = (Day(iso: "2026-11-30")!, Day(iso: "2026-12-01")!)
        #expect(
            PaidPeople.rules(after, Self.maria, last) == Self.plans[0].rules
                && PaidPeople.rules(after, Self.maria, first) == nil)
        #expect(PaidPeople.rules(after, Self.petro, last) == Self.plans[0].rules)
        #expect(PaidPeople.rules(after, Self.petro, first) == [Self.rule(40_000)])
        #expect(PaidPeople.rules(after, Self.hanna, last) == Self.plans[1].rules)
    }

    @Test("begins where periods do: its own and those of the plans that it takes people from")
    func start() {
        func reasons(_ version: CommissionVersion) -> [CommissionProblem] { Self.problems(version) }
        #expect(
            reasons(Self.version(from: "2026-12-02")) == [.init(.from, .notStart(Day(iso: "2027-01-01")!))])
        #expect(
            reasons(Self.version(every: .quarter)) == [.init(.from, .notStart(Day(iso: "2027-01-01")!))])
        // Hanna's quarter would be paid by two plans.
        let hanna = Self.version(
            "Leaders", from: "2026-11-01", members: [.employee(Self.hanna)])
        #expect(
            CommissionChange(hanna, over: Self.plans, in: Self.organisation, Self.calendar).moved == []
                || reasons(hanna) == [.init(.from, .notStart(Day(iso: "2027-01-01")!))])
        let heads = Self.version("Heads", from: "2026-11-01", members: [.employee(Self.hanna)])
        #expect(reasons(heads) == [.init(.from, .notStart(Day(iso: "2027-01-01")!))])
        let later = Self.plans.with(Self.version(from: "2027-02-01"))
        #expect(
            Self.problems(Self.version(from: "2026-12-01"), over: later)
                == [.init(.from, .later(Day(iso: "2027-02-01")!))])
        #expect(Self.problems(Self.version(from: "2027-02-01"), over: later) == [])
    }

    @Test("what is agreed or approved cannot become another: only what is calculated can")
    func settled() {
        func statement(_ who: Employee.ID, _ state: CommissionStatement.State, _ month: String) -> CommissionStatement {
            CommissionStatement(
                employee: who, plan: "Sellers", period: .month(containing: Day(iso: month)!), state: state, lines: [])
        }
        let version = Self.version(from: "2026-11-01")
        for state in [CommissionStatement.State.agreed, .approved, .paid] {
            let november = statement(Self.maria, state, "2026-11-01")
            #expect(
                Self.problems(version, settled: [november]) == [.init(.from, .settled(Self.maria, november.period))])
            #expect(Self.problems(version, settled: [statement(Self.maria, state, "2026-10-01")]) == [])
            #expect(Self.problems(version, settled: [statement(Self.hanna, state, "2026-11-01")]) == [])
        }
        #expect(Self.problems(version, settled: [statement(Self.maria, .calculated, "2026-11-01")]) == [])
        // A plan of another name that takes her would change it too.
        let named = Self.version("Named", from: "2026-11-01", members: [.employee(Self.maria)])
        let november = statement(Self.maria, .paid, "2026-11-01")
        #expect(Self.problems(named, settled: [november]) == [.init(.from, .settled(Self.maria, november.period))])
    }

    @Test("what no rule may be is said at its field")
    func rules() {
        func reason(_ rule: CommissionRule) -> [CommissionProblem] { rule.problems(at: 2) }
        func at(_ part: CommissionProblem.Part, _ reason: CommissionProblem.Reason) -> [CommissionProblem] {
            [.init(.rule(2, part), reason)]
        }
        #expect(reason(Self.rule()) == [])
        #expect(reason(Self.rule(name: "")) == at(.name, .missing))
        #expect(reason(Self.rule(3_000_000)) == at(.tiers, .tooHigh(1_000_000)))
        #expect(reason(Self.rule(tiers: [])) == at(.tiers, .missing))
        #expect(reason(Self.rule(tiers: [(0, 1), (5, 2), (5, 3)])) == at(.tiers, .notRising))
        #expect(reason(Self.rule(mode: .retroactive, tiers: [(0, 20_000), (5, 10_000)])) == at(.tiers, .falling))
        #expect(reason(Self.rule(tiers: [(0, 20_000), (5, 10_000)])) == [])
        #expect(reason(Self.rule(mode: .step)) == at(.pay, .needsTarget))
        #expect(reason(Self.rule(pay: .target(0, weight: 1_000_000))) == at(.target, .missing))
        #expect(reason(Self.rule(pay: .target(5, weight: 0))) == at(.weight, .notShare))
        // 2 % of 1 000 000 ₴ are 20 000 ₴.
        #expect(reason(Self.rule(threshold: 100_000_000, cap: 1_999_999)) == at(.threshold, .aboveCap(2_000_000)))
        #expect(reason(Self.rule(threshold: 100_000_000, cap: 2_000_000)) == [])
        // 80 % of 1 000 ₴ for the plan.
        let target = CommissionRule.Pay.target(100_000, weight: 1_000_000)
        #expect(
            reason(
                Self.rule(
                    1_000_000, pay: target, mode: .retroactive, unit: .attainment, threshold: 800_000, cap: 79_999))
                == at(.threshold, .aboveCap(80_000)))
        // A piece is paid as much as one likes.
        #expect(reason(Self.rule(3_000_000, measure: .deals)) == [])
    }

    @Test("a plan has a name, rules that differ, and stays everybody's or somebody's")
    func whole() {
        #expect(Self.problems(Self.version("")) == [.init(.name, .missing)])
        #expect(Self.problems(Self.version(rules: [])) == [.init(.rules, .missing)])
        #expect(Self.problems(Self.version(rules: [Self.rule(), Self.rule()])) == [.init(.rule(1, .name), .twice)])
        #expect(Self.problems(Self.version(members: [])) == [.init(.members, .missing)])
        let everybodys = [
            CommissionPlan(
                id: Key(1), name: "Sellers", every: .month, cap: nil, proRata: true, from: nil, to: nil,
                rules: [Self.rule()], members: [])
        ]
        #expect(Self.problems(Self.version(), over: everybodys) == [.init(.members, .everybodys)])
        #expect(Self.problems(Self.version(members: []), over: everybodys) == [])
    }
}
