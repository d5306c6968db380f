import Testing

@testable import SalesDomain

/// Sellers are paid by one plan since ever, the heads by one for a quarter; Petro and Maria sell, Hanna is a head.
@Suite("A commission plan that is withdrawn or called otherwise") struct CommissionCorrectionTests {
    private static let (petro, maria, hanna) = (PaidPeople.petro, PaidPeople.maria, PaidPeople.hanna)
    private static let (calendar, organisation) = (PaidPeople.calendar, PaidPeople.organisation)

    private static func plan(
        _ id: Int64, _ name: String, every: Period.Kind = .month, from: String? = nil, rate: Int64 = 20_000,
        _ members: [CommissionPlan.Member.Who]
    ) -> CommissionPlan {
        CommissionPlan(
            id: Key(id), name: name, every: every, cap: nil, proRata: false, from: from.flatMap { Day(iso: $0) },
            to: nil, rules: [CommissionRule(name: "won", measure: .won, tiers: [.init(from: 0, rate: rate)])],
            members: members.map { .init(who: $0) })
    }

    private static let plans = [
        plan(1, "Sellers", [.role(.seller)]), plan(2, "Heads", every: .quarter, [.employee(hanna)]),
    ]
    private static let december = Day(iso: "2026-12-01")!

    private static func version(_ members: [CommissionPlan.Member.Who], name: String = "Sellers") -> CommissionVersion {
        CommissionVersion(
            name: name, every: .month, from: december, members: members, rules: plan(9, "", rate: 40_000, []).rules)
    }

    private static func correct(
        _ plans: [CommissionPlan], _ name: String = "Sellers", from: Day? = december,
        wish: CommissionCorrection.Wish = .withdraw
    ) throws -> CommissionCorrection {
        try CommissionCorrection(name, from: from, wish, among: plans)
    }

    @Test(
        "what was set and is withdrawn leaves all as it was",
        arguments: [
            [CommissionPlan.Member.Who.role(.seller)], [.employee(petro)], [.employee(maria), .role(.head)],
        ])
    func undone(members: [CommissionPlan.Member.Who]) throws {
        for name in ["Sellers", "Third"] {
            let set = Self.plans.with(Self.version(members, name: name))
            #expect(set != Self.plans)
            #expect(try Self.correct(set, name).after == Self.plans)
        }
    }

    @Test("only the last version can be withdrawn, and only one that there is")
    func last() throws {
        let set = Self.plans.with(Self.version([.role(.seller)]))
        #expect(throws: CommissionProblem(.from, .later(Self.december))) { try Self.correct(set, from: nil) }
        #expect(throws: CommissionProblem(.from, .unknown)) { try Self.correct(set, "Nobody") }
        #expect(try Self.correct(set).former?.from == nil)
        #expect(try Self.correct(Self.plans, from: nil).after.map(\.name) == ["Heads"])
    }

    @Test("called otherwise it pays the same people the same, on the same days; the versions before keep their name")
    func renamed() throws {
        let set = Self.plans.with(Self.version([.role(.seller)]))
        let after = try Self.correct(set, wish: .rename("Sellers 2027")).after
        #expect(after.map(\.name) == ["Sellers", "Heads", "Sellers 2027"])
        for who in [Self.petro, Self.maria, Self.hanna] {
            for day in [Self.december + -1, Self.december, Self.december + 400] {
                #expect(PaidPeople.rules(after, who, day) == PaidPeople.rules(set, who, day))
            }
        }
        #expect(after.plan(of: Self.petro, in: Self.organisation, on: Self.december)?.name == "Sellers 2027")
        for (name, reason) in [("", CommissionProblem.Reason.missing), ("Heads", .twice), ("Sellers", .twice)] {
            #expect(throws: CommissionProblem(.name, reason)) { try Self.correct(set, wish: .rename(name)) }
        }
    }

    @Test(
        "a renamed version is given its old name back and all is as it was; withdrawn, the plan before it goes on",
        arguments: [
            [CommissionPlan.Member.Who.role(.seller)], [.employee(petro)], [.employee(maria), .role(.head)],
            [.role(.seller), .employee(hanna)],
        ])
    func renamedBack(members: [CommissionPlan.Member.Who]) throws {
        let set = Self.plans.with(Self.version(members))
        let renamed = try Self.correct(set, wish: .rename("Other")).after
        let back = try Self.correct(renamed, "Other", wish: .rename("Sellers"))
        #expect(back.after == set && back.names == ["Sellers", "Other"])
        for who in [Self.petro, Self.maria, Self.hanna] {
            for day in [Self.december + -1, Self.december, Self.december + 400] {
                #expect(PaidPeople.rules(renamed, who, day) == PaidPeople.rules(set, who, day))
            }
        }
        let withdrawn = try Self.correct(renamed, "Other")
        #expect(withdrawn.former?.name == "Sellers" && withdrawn.after == Self.plans)
    }

    @Test(
        "a version takes the name of a plan that ends the day before, of no other one, and never one that looks alike")
    func names() throws {
        let set = Self.plans.with(Self.version([.role(.seller)]))
        for name in ["SELLERS", " sellers", "heads"] {
            let like = name == "heads" ? "Heads" : "Sellers"
            #expect(throws: CommissionProblem(.name, .alike(like))) { try Self.correct(set, wish: .rename(name)) }
        }
        // All of a plan may be written otherwise.
        #expect(
            try Self.correct(Self.plans, from: nil, wish: .rename("SELLERS")).after.map(\.name) == ["SELLERS", "Heads"])
        let change = CommissionChange(
            Self.version([.role(.seller)], name: "sellers"), over: Self.plans, in: Self.organisation, Self.calendar)
        #expect(change.problems(settled: []) == [CommissionProblem(.name, .alike("Sellers"))])
        let everybody = Self.plans.with(Self.version([], name: "All"))
        let renamed = try Self.correct(set, wish: .rename("Other")).after
        #expect(throws: CommissionProblem(.name, .twice)) {
            try Self.correct(everybody, "All", wish: .rename("Heads"))
        }
        let mixed = renamed.map { $0.name == "Other" ? $0.changed(to: nil, members: []) : $0 }
        #expect(throws: CommissionProblem(.name, .everybodys)) {
            try Self.correct(mixed, "Other", wish: .rename("Sellers"))
        }
    }

    @Test(
        "settled statements of its days rest on it; those of earlier days, and those that are only calculated, do not")
    func resting() throws {
        let set = Self.plans.with(Self.version([.role(.seller)]))
        func statement(_ who: Employee.ID, _ period: String, _ state: CommissionStatement.State) -> CommissionStatement
        {
            CommissionStatement(
                employee: who, plan: "Sellers", period: Period(name: period, in: Self.calendar)!, state: state,
                lines: [])
        }
        let statements = [
            statement(Self.petro, "2026-11", .paid), statement(Self.petro, "2026-12", .calculated),
            statement(Self.maria, "2027-01", .agreed), statement(Self.maria, "2026-12", .paid),
            statement(Self.hanna, "2026-12", .paid),
        ]
        for wish in [CommissionCorrection.Wish.withdraw, .rename("Other")] {
            let resting = try #require(try Self.correct(set, wish: wish).resting(statements, in: Self.organisation))
            #expect(resting.statements == [statements[3], statements[2]])
        }
        #expect(try Self.correct(set).resting(Array(statements.prefix(2)), in: Self.organisation) == nil)
    }

    @Test("a state has another mark as soon as anything in it is otherwise, and the same in whatever order")
    func marks() {
        let set = Self.plans.with(Self.version([.role(.seller)]))
        #expect(Self.plans.mark(of: ["Sellers"]) == Array(Self.plans.reversed()).mark(of: ["Sellers"]))
        #expect(Self.plans.mark(of: ["Sellers"]) != set.mark(of: ["Sellers"]))
        #expect(Self.plans.mark(of: ["Heads"]) == set.mark(of: ["Heads"]))
        #expect(Self.plans.mark(of: ["Sellers", "Nobody"]) == Self.plans.mark(of: ["Sellers"]))
        let other = [Self.plan(1, "Sellers", rate: 20_001, [.role(.seller)])]
        #expect(other.mark(of: ["Sellers"]) != Self.plans.mark(of: ["Sellers"]))
        #expect(StateMark(text: set.mark(of: ["Sellers"]).text) == set.mark(of: ["Sellers"]))
    }

    @Test("a version from the middle of a month holds from the next for who was paid by another plan, else at once")
    func midPeriod() throws {
        let middle = Day(iso: "2026-12-15")!
        func start(_ plans: [CommissionPlan], _ place: Int) -> MidPeriodStart? {
            MidPeriodStart(plans[place], among: plans, in: Self.organisation, Self.calendar)
        }
        let next = Self.plans + [Self.plan(3, "Sellers", from: "2026-12-15", [.role(.seller)])]
        #expect(start(next, 2)?.holdsFrom == Day(iso: "2027-01-01") && start(next, 2)?.from == middle)
        #expect(start(next, 0) == nil)
        let first = [Self.plans[1], Self.plan(3, "Sellers", from: "2026-12-15", [.role(.seller)])]
        #expect(start(first, 1) == nil)
        let whole = Self.plans + [Self.plan(3, "Sellers", from: "2026-12-01", [.role(.seller)])]
        #expect(start(whole, 2) == nil)
        let quarter = Self.plans + [Self.plan(3, "Heads", every: .quarter, from: "2026-12-01", [.employee(Self.hanna)])]
        #expect(start(quarter, 2)?.holdsFrom == Day(iso: "2027-01-01"))
        let late = try #require(start(next, 2))
        let gone = Self.plan(1, "Old", [.employee(Self.petro)]).changed(
            to: middle + -1, members: [.init(who: .employee(Self.petro))])
        let newcomers = [gone, next[2]]
        #expect(late.isForAll && start(newcomers, 1)?.isForAll == false)
    }

    @Test("a version that ends in the middle of a month pays to its end whom it paid on the first day")
    func midPeriodEnd() {
        func last(_ to: String, _ members: [CommissionPlan.Member.Who]) -> Day? {
            let plan = Self.plan(1, "Sellers", members).changed(
                to: Day(iso: to)!, members: members.map { .init(who: $0) })
            return MidPeriodEnd(plan, among: [plan], in: Self.organisation, Self.calendar)?.paysUntil
        }
        #expect(last("2026-12-14", [.role(.seller)]) == Day(iso: "2026-12-31"))
        #expect(last("2026-12-31", [.role(.seller)]) == nil)
        #expect(last("2026-12-14", [.role(.analyst)]) == nil)
    }
}
