import Testing

@testable import SalesDomain

/// Statements worked out on paper first. Money is in minor units: 100 000 is 1 000 hryvnias.
struct CommissionTests {
    private static let month = Period.month(containing: Day(iso: "2026-11-01")!)

    private func credits(_ values: [Int64]) -> [CommissionCredit] {
        values.enumerated().map {
            CommissionCredit(
                deal: Deal.ID(Int64($0.offset + 1)), day: Day(iso: "2026-11-02")! + $0.offset, value: $0.element)
        }
    }

    private func rule(
        _ tiers: [(Int64, Int64)], mode: CommissionRule.Mode = .marginal, unit: CommissionRule.Unit = .amount,
        pay: CommissionRule.Pay = .rate, threshold: Int64? = nil, cap: Int64? = nil, measure: Quota.Measure = .won
    ) -> CommissionRule {
        CommissionRule(
            name: "sales", measure: measure, pay: pay, mode: mode, unit: unit, threshold: threshold, cap: cap,
            tiers: tiers.map { CommissionRule.Tier(from: $0.0, rate: $0.1) })
    }

    private func terms(_ rule: CommissionRule, quota: Int64? = nil, present: (worked: Int, of: Int) = (21, 21))
        -> CommissionTerms
    {
        CommissionTerms(rule, quota: quota, presence: present)!
    }

    @Test("marginal: 2 % up to 500 000 ₴, 4 % of what is above")
    func marginal() {
        // 700 000 ₴ sold: 500 000 × 2 % + 200 000 × 4 % = 10 000 + 8 000 = 18 000 ₴.
        let terms = terms(rule([(0, 20_000), (50_000_000, 40_000)]))
        #expect(terms.payout(of: 70_000_000) == 1_800_000)
        // 300 000 ₴, then 400 000 ₴ of which 200 000 lie in either tier.
        let lines = terms.lines(for: credits([30_000_000, 40_000_000]))
        #expect(lines.map(\.base) == [30_000_000, 20_000_000, 20_000_000])
        #expect(lines.map(\.rate) == [20_000, 20_000, 40_000])
        #expect(lines.map(\.amount) == [600_000, 400_000, 800_000])
        #expect(lines.map(\.deal) == [Deal.ID(1), Deal.ID(2), Deal.ID(2)])
    }

    @Test("retroactive: past 500 000 ₴ the 4 % hold for everything")
    func retroactive() {
        let terms = terms(rule([(0, 20_000), (50_000_000, 40_000)], mode: .retroactive))
        #expect(terms.payout(of: 49_999_999) == 1_000_000)
        #expect(terms.payout(of: 50_000_000) == 2_000_000)
        // 700 000 × 4 % = 28 000 ₴: 12 000 for the first deal, 16 000 for the second.
        #expect(terms.lines(for: credits([30_000_000, 40_000_000])).map(\.amount) == [1_200_000, 1_600_000])
    }

    @Test("an accelerator: above the plan each hryvnia brings more")
    func accelerator() {
        // Plan 1 000 000 ₴; 3 % up to it, 5 % above. 1 240 000 ₴: 30 000 + 12 000 = 42 000 ₴.
        let terms = terms(rule([(0, 30_000), (1_000_000, 50_000)], unit: .attainment), quota: 100_000_000)
        #expect(terms.payout(of: 124_000_000) == 4_200_000)
    }

    @Test("under the threshold nothing, from it on everything")
    func threshold() {
        // Half of the plan of 1 000 000 ₴ is the threshold.
        let terms = terms(
            rule([(0, 30_000)], unit: .attainment, threshold: 500_000), quota: 100_000_000)
        #expect(terms.payout(of: 49_999_999) == 0)
        #expect(terms.lines(for: credits([49_999_999])).isEmpty)
        #expect(terms.payout(of: 50_000_000) == 1_500_000)
    }

    @Test("the ceiling takes away in a line of its own")
    func cap() {
        // 3 % of 900 000 ₴ is 27 000 ₴; the ceiling is 20 000 ₴.
        let terms = terms(rule([(0, 30_000)], cap: 2_000_000))
        let lines = terms.lines(for: credits([40_000_000, 50_000_000]))
        #expect(lines.map(\.amount) == [1_200_000, 1_500_000, -700_000])
        #expect(lines.last?.kind == .cap)
        #expect(terms.payout(of: 90_000_000) == 2_000_000)
    }

    @Test("measures by weight: 20 000 ₴ for the plan, 60 % of it by sales and 40 % by calls")
    func weights() {
        // Sales 80 % of the plan: 20 000 × 0.6 × 0.8 = 9 600 ₴. Calls 110 of 100: 20 000 × 0.4 × 1.1 = 8 800 ₴.
        let sales = rule([(0, 1_000_000)], unit: .attainment, pay: .target(2_000_000, weight: 600_000))
        let calls = rule([(0, 1_000_000)], unit: .attainment, pay: .target(2_000_000, weight: 400_000), measure: .calls)
        #expect(terms(sales, quota: 100_000_000).payout(of: 80_000_000) == 960_000)
        #expect(terms(calls, quota: 100).payout(of: 110) == 880_000)
    }

    @Test("of a rule by which one line is hidden nothing tells the deals apart, not even those that may be seen")
    func gathered() {
        func line(_ rule: String, _ deal: Int64, _ amount: Int64, _ kind: CommissionLine.Kind = .accrual)
            -> CommissionLine
        {
            CommissionLine(
                rule: rule, measure: .won, kind: kind, deal: .init(deal), base: amount * 10, rate: 100_000,
                amount: amount)
        }
        let lines = [
            line("Own", 1, 50), line("Team", 1, 7), line("Team", 2, 11), line("Team", 3, -2, .correction),
        ]
        let seen = lines.gathered { $0.deal == .init(2) }
        #expect(seen.map(\.rule) == ["Own", "Team", "Team"])
        #expect(seen[0] == lines[0])
        #expect(seen.dropFirst().allSatisfy { $0.deal == nil && $0.base == 0 && $0.rate == nil })
        #expect(seen.map(\.amount) == [50, 18, -2])
        #expect(lines.gathered { _ in false } == lines)
    }

    @Test("a step pays a sum for what is reached")
    func step() {
        // 10 000 ₴: half from 80 % of the plan on, all from 100 % on.
        let terms = terms(
            rule(
                [(800_000, 500_000), (1_000_000, 1_000_000)], mode: .step, unit: .attainment,
                pay: .target(1_000_000, weight: 1_000_000)), quota: 30_000_000)
        #expect(terms.payout(of: 23_999_999) == 0)
        #expect(terms.payout(of: 24_000_000) == 500_000)
        #expect(terms.payout(of: 29_999_999) == 500_000)
        #expect(terms.payout(of: 45_000_000) == 1_000_000)
        #expect(terms.lines(for: credits([10_000_000, 20_000_000])).reduce(0) { $0 + $1.amount } == 1_000_000)
    }

    @Test("pro rata: half of the working days, half of plan, bounds and ceiling")
    func proRata() {
        // 2 % up to the plan, 4 % above; the plan of 1 000 000 ₴ becomes 500 000 ₴ for 10 days of 20.
        // 600 000 ₴: 500 000 × 2 % + 100 000 × 4 % = 14 000 ₴; the ceiling of 40 000 ₴ becomes 20 000 ₴.
        let rule = rule([(0, 20_000), (1_000_000, 40_000)], unit: .attainment, cap: 4_000_000)
        let half = terms(rule, quota: 100_000_000, present: (10, 20))
        #expect(half.payout(of: 60_000_000) == 1_400_000)
        #expect(half.cap == 2_000_000)
        // A target of 20 000 ₴ for the plan: 10 000 ₴ for the halved plan.
        let target = self.rule([(0, 1_000_000)], unit: .attainment, pay: .target(2_000_000, weight: 1_000_000))
        #expect(terms(target, quota: 100_000_000, present: (10, 20)).payout(of: 50_000_000) == 1_000_000)
    }

    @Test("so much for a piece")
    func pieces() {
        // 500 ₴ for each deal, 800 ₴ for each from the sixth on: 5 × 500 + 2 × 800 = 4 100 ₴.
        let terms = terms(rule([(0, 50_000), (5, 80_000)], measure: .deals))
        #expect(terms.payout(of: 7) == 410_000)
    }

    @Test("where a plan is needed and none is set, there are no terms")
    func noPlan() {
        #expect(CommissionTerms(rule([(0, 20_000)], unit: .attainment), quota: nil, presence: (1, 1)) == nil)
        #expect(CommissionTerms(rule([(0, 20_000)]), quota: nil, presence: (1, 1)) != nil)
    }

    @Test("a deal that was lost after the approval is a minus on the next statement, once")
    func clawBack() {
        // October, approved: 3 % of 300 000 and of 500 000 ₴ = 9 000 + 15 000 ₴. The second deal is taken back in November.
        let terms = terms(rule([(0, 30_000)]))
        let approved = terms.lines(for: credits([30_000_000, 50_000_000]))
        let now = terms.lines(for: credits([30_000_000]))
        let first = CommissionStatement.corrections(of: "2026-10", now: now, approved: approved, corrected: [])
        #expect(first.map(\.amount) == [-1_500_000])
        #expect(first.map(\.deal) == [Deal.ID(2)])
        #expect(first.map(\.period) == ["2026-10"])
        let again = CommissionStatement.corrections(of: "2026-10", now: now, approved: approved, corrected: first)
        #expect(again.isEmpty)
        let statement = CommissionStatement(
            employee: Employee.ID(1), plan: "p", period: Self.month, state: .calculated,
            lines: terms.lines(for: credits([10_000_000])) + first)
        #expect(statement.total == 300_000 - 1_500_000)
    }

    @Test("lines add up to the payout, to the minor unit, whatever the rule", arguments: 0..<200)
    func linesAddUp(seed: UInt64) {
        var dice = SystemlessDice(seed)
        let mode = CommissionRule.Mode.allCases[Int(dice.upTo(3))]
        let isTarget = mode == .step || dice.upTo(2) == 0
        let tiers = (0...dice.upTo(4)).map { (Int64($0) * 300_000, Int64(dice.upTo(2_000_000))) }
        let rule = rule(
            tiers, mode: mode, unit: .attainment,
            pay: isTarget ? .target(Int64(dice.upTo(9_000_000)), weight: Int64(1 + dice.upTo(1_000_000))) : .rate,
            threshold: dice.upTo(3) == 0 ? 400_000 : nil, cap: dice.upTo(3) == 0 ? Int64(dice.upTo(5_000_000)) : nil,
            measure: seed % 2 == 0 ? .won : .paid)
        let terms = terms(rule, quota: Int64(1 + dice.upTo(80_000_003)), present: (1 + Int(dice.upTo(20)), 21))
        let credits = credits(
            (0..<dice.upTo(12)).map { _ in Int64(dice.upTo(20_000_019)) - (seed % 2 == 0 ? 0 : 8_000_000) })
        let total = credits.reduce(0) { $0 + $1.value }
        #expect(terms.lines(for: credits).reduce(0) { $0 + $1.amount } == terms.payout(of: total))
    }

    @Test("the plan that names a person goes before the department's, and that before the role's")
    func whosePlan() {
        let (north, sales) = (Department.ID(2), Department.ID(1))
        let maria = Employee.ID(7)
        let organisation = Organisation(
            departments: [
                Department(id: sales, name: "Sales", parent: nil), Department(id: north, name: "North", parent: sales),
            ],
            employees: [Employee(id: maria, externalID: "m", name: "Maria", role: .seller, active: true)],
            memberships: [Membership(employee: maria, department: north, role: .seller, isHead: false)])
        func plan(_ id: Int64, _ who: CommissionPlan.Member.Who?, from: Day? = nil, to: Day? = nil) -> CommissionPlan {
            CommissionPlan(
                id: Key(id), name: "plan \(id)", every: .month, cap: nil, proRata: false, from: from, to: to, rules: [],
                members: who.map { [CommissionPlan.Member(who: $0)] } ?? [])
        }
        let day = Day(iso: "2026-11-10")!
        let all = [
            plan(1, nil), plan(2, .role(.seller)), plan(3, .department(sales)), plan(4, .department(north)),
            plan(5, .employee(maria), to: day), plan(6, .department(north), from: day),
            plan(7, .employee(Employee.ID(9))),
        ]
        #expect(all.plan(of: maria, in: organisation, on: day)?.id == Key(5))
        #expect(all.plan(of: maria, in: organisation, on: day + 1)?.id == Key(6))
        #expect(all.plan(of: maria, in: organisation, on: day + -1)?.id == Key(5))
        #expect(all.prefix(3).map(\.self).plan(of: maria, in: organisation, on: day)?.id == Key(3))
        #expect(all.prefix(2).map(\.self).plan(of: maria, in: organisation, on: day)?.id == Key(2))
        #expect(all.prefix(1).map(\.self).plan(of: maria, in: organisation, on: day)?.id == Key(1))
    }
}

/// Numbers that look thrown, the same for the same seed.
private struct SystemlessDice {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
    mutating func upTo(_ limit: UInt64) -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) % max(1, limit)
    }
}
