import Foundation
import SalesDomain
import SalesFacts
import Testing

@testable import Forecasting
@testable import SalesReports

struct BonusTests {
    private static let june = Period.month(containing: Day(iso: "2023-06-01")!)

    /// Marginal with an accelerator above the plan, which is what sellers of the firm have.
    private func books(_ seed: UInt64 = 3, rules: [CommissionRule], proRata: Bool = false, cap: Int64? = nil) -> Books {
        var books = Firm.random(seed)
        books.frame.commissions = [
            CommissionPlan(
                id: Key(1), name: "Sellers", every: .month, cap: cap, proRata: proRata, from: nil, to: nil,
                rules: rules,
                members: [CommissionPlan.Member(who: .role(.seller))])
        ]
        books.frame.quotas = [Firm.petro, Firm.maria, Firm.ivan].map {
            Quota(
                period: Self.june, scope: .employee($0), pipeline: nil, measure: .won, value: 30_000_000,
                currency: Firm.uah,
                from: nil)
        }
        return books
    }

    private static let accelerated = CommissionRule(
        name: "won", measure: .won, mode: .retroactive, unit: .attainment,
        tiers: [.init(from: 0, rate: 20_000), .init(from: 1_000_000, rate: 60_000)])

    private func reporter(_ books: Books) -> Reporter { Reporter(books.facts(), now: Firm.now) }

    @Test("the payout as pieces is the payout in whole numbers, for any rule", arguments: 0..<60)
    func piecesAreThePayout(seed: UInt64) {
        var random = Seeded(seed + 1)
        for mode in CommissionRule.Mode.allCases {
            let rule = CommissionRule(
                name: "r", measure: seed % 5 < 2 ? .paid : .won,
                pay: mode == .step ? .target(2_000_000, weight: 700_000) : .rate, mode: mode,
                unit: .attainment, threshold: seed % 3 == 0 ? 300_000 : nil, cap: seed % 2 == 0 ? 900_000 : nil,
                tiers: (0..<3).map { .init(from: Int64($0) * 450_000, rate: Int64($0 + 1) * 21_000) })
            let terms = CommissionTerms(rule, quota: 20_000_000, presence: (17, 21))!
            let pieces = PiecewiseLinear(terms)
            for _ in 0..<40 {
                let total = Int64.random(in: -9_000_000..<50_000_000, using: &random)
                #expect(abs(pieces(Double(total)) - Double(terms.payout(of: total))) <= 1)
            }
        }
    }

    @Test("for half a customer nobody is paid: the range of a count is of whole pieces", arguments: 1...6)
    func wholePieces(seed: UInt64) throws {
        let rule = CommissionRule(name: "n", measure: .newAccounts, tiers: [.init(from: 0, rate: 40_000)])
        let reporter = reporter(books(seed, rules: [rule]))
        for person in [Firm.petro, Firm.maria, Firm.ivan] {
            let bonus = try reporter.bonus(
                of: person, in: Self.june, asOf: Firm.now, for: reporter.seen(by: .console))
            #expect(bonus.p10 % 40_000 == 0 && bonus.p90 % 40_000 == 0 && bonus.p10 >= bonus.toDate)
        }
    }

    @Test("what a rule on all wins expects is the forecast, to the unit, and pieces keep their parts", arguments: 1...6)
    func expectedIsForecast(seed: UInt64) throws {
        let count = CommissionRule(name: "n", measure: .deals, tiers: [.init(from: 0, rate: 40_000)])
        let reporter = reporter(books(seed, rules: [Self.accelerated, count]))
        let seen = reporter.seen(by: .console)
        for person in [Firm.petro, Firm.maria, Firm.ivan] {
            let rules = try reporter.bonus(of: person, in: Self.june, asOf: Firm.now, for: seen).accruals[0].rules
            let whole = try reporter.forecast(
                ForecastRequest(asOf: Firm.now, period: Self.june, scope: .employee(person)), for: seen
            ).whole
            #expect(rules[0].expectedTotal == Double(whole.amount.mean))
            #expect(abs(rules[1].expectedTotal - whole.count.mean) < 1e-9)
        }
    }

    @Test("an account is new once, though both of its deals began before the first was won")
    func newOnce() throws {
        let rule = CommissionRule(name: "n", measure: .newAccounts, tiers: [.init(from: 0, rate: 40_000)])
        var books = books(rules: [rule])
        func deal(_ id: Int64, won day: String) -> Books.Entry {
            var entry = Firm.deal(id, owner: Firm.maria, won: day)
            entry.deal.account = Account.ID(77)
            return entry
        }
        books.entries = [deal(1, won: "2023-05-20"), deal(2, won: "2023-06-05")]
        let reporter = reporter(books)
        func earned(_ month: String) throws -> Int64 {
            let period = try #require(Period(name: month, in: books.frame.calendar))
            return try reporter.bonus(of: Firm.maria, in: period, asOf: Firm.now, for: reporter.seen(by: .console))
                .toDate
        }
        #expect(try earned("2023-05") == 40_000)
        #expect(try earned("2023-06") == 0)
    }

    private func deal(_ id: Int64, won day: String?, _ change: (inout DealFact) -> Void = { _ in }) -> Books.Entry {
        var entry = Firm.deal(id, owner: Firm.maria, won: day)
        entry.deal.account = Account.ID(77)
        change(&entry.deal)
        return entry
    }

    private static func rule(_ name: String, _ customer: CommissionRule.Customer?) -> CommissionRule {
        CommissionRule(name: name, measure: .won, customer: customer, tiers: [.init(from: 0, rate: 10_000)])
    }

    @Test("a second deal is one of an existing customer, though it began before the customer's first win")
    func secondDeal() throws {
        var books = books(rules: [Self.rule("new", .new), Self.rule("old", .existing)])
        books.entries = [deal(1, won: "2023-05-20"), deal(2, won: "2023-06-05")]
        let reporter = reporter(books)
        func lines(_ month: String) throws -> [String] {
            let period = try #require(Period(name: month, in: books.frame.calendar))
            return try reporter.bonus(of: Firm.maria, in: period, asOf: Firm.now, for: reporter.seen(by: .console))
                .accruals.flatMap(\.lines).map { "\($0.rule) \($0.deal?.number ?? 0)" }
        }
        #expect(try lines("2023-05") == ["new 1"])
        #expect(try lines("2023-06") == ["old 2"])
    }

    @Test("a deal without an account is a customer of its own: new each time, and never an existing one's")
    func withoutAccount() throws {
        var books = books(rules: [Self.rule("new", .new), Self.rule("old", .existing)])
        books.entries = [
            deal(1, won: "2023-06-05") { $0.account = nil }, deal(2, won: "2023-06-06") { $0.account = nil },
        ]
        let reporter = reporter(books)
        let lines = try reporter.bonus(of: Firm.maria, in: Self.june, asOf: Firm.now, for: reporter.seen(by: .console))
            .accruals.flatMap(\.lines)
        #expect(lines.map(\.rule) == ["new", "new"] && Set(lines.map(\.deal)) == [Deal.ID(1), Deal.ID(2)])
        let plans = try reporter.plans(
            ReportRequest(asOf: Firm.now, period: Period(name: "2023-07", in: books.frame.calendar)!, scope: .company),
            measure: .newAccounts, for: reporter.seen(by: .console))
        #expect(plans.rows[0].before == 2)
    }

    @Test("a customer won in one pipeline is no new one in another that sells")
    func newInAnyPipeline() throws {
        let (second, open, won) = (Pipeline.ID(9), Stage.ID(91), Stage.ID(92))
        let rule = CommissionRule(
            name: "new", measure: .won, pipeline: second, customer: .new, tiers: [.init(from: 0, rate: 10_000)])
        var books = books(rules: [rule])
        books.frame.pipelines.append(
            Pipeline(
                id: second, name: "Tenders", kind: .sales,
                stages: [
                    Stage(id: open, name: "Bid", position: 1, probability: 0.5, outcome: .open),
                    Stage(id: won, name: "Awarded", position: 2, probability: 1, outcome: .won),
                ]))
        let early = deal(1, won: "2023-05-20")
        var late = deal(2, won: "2023-06-05") { ($0.pipeline, $0.stage) = (second, open) }
        late.changes[0].new = won.number
        books.entries = [early, late]
        let reporter = reporter(books)
        let bonus = try reporter.bonus(of: Firm.maria, in: Self.june, asOf: Firm.now, for: reporter.seen(by: .console))
        #expect(bonus.toDate == 0)
        books.entries = [late]
        let alone = self.reporter(books)
        #expect(
            try alone.bonus(of: Firm.maria, in: Self.june, asOf: Firm.now, for: alone.seen(by: .console)).toDate > 0)
    }

    @Test(
        "new and existing customers are all, those without an account too; deals of new customers are the new accounts, earned and expected",
        arguments: [1, 4, 5, 6])
    func customersAddUp(seed: UInt64) throws {
        func counted(_ measure: Quota.Measure, _ customer: CommissionRule.Customer?) throws -> [BonusReport.Rule] {
            let rule = CommissionRule(name: "n", measure: measure, customer: customer, tiers: [.init(from: 0, rate: 1)])
            let books = books(seed, rules: [rule])
            let reporter = reporter(books)
            return try [Firm.petro, Firm.maria, Firm.ivan].flatMap { person in
                try reporter.bonus(of: person, in: Self.june, asOf: Firm.now, for: reporter.seen(by: .console))
                    .accruals.flatMap(\.rules)
            }
        }
        let (all, new, old) = (
            try counted(.deals, nil), try counted(.deals, .new), try counted(.deals, .existing)
        )
        for place in all.indices { #expect(new[place].total + old[place].total == all[place].total) }
        #expect(old.reduce(0) { $0 + $1.total } > 0)
        let accounts = try counted(.newAccounts, nil)
        #expect(accounts.map(\.total) == new.map(\.total))
        #expect(accounts.map(\.expectedTotal) == new.map(\.expectedTotal))
        // Of customers who come again most deals are no new accounts.
        #expect(accounts.reduce(0) { $0 + $1.expectedTotal } < all.reduce(0) { $0 + $1.expectedTotal })
    }

    @Test("who came in the middle of a month was there for the days since, and who left until that day")
    func cameLater() throws {
        var books = books(rules: [Self.accelerated], proRata: true)
        let organisation = books.frame.organisation
        let day = Day(iso: "2023-06-16")!
        books.frame.organisation = Organisation(
            departments: organisation.departments,
            employees: organisation.employees,
            memberships: organisation.memberships.map {
                guard $0.employee == Firm.maria else { return $0 }
                return Membership(
                    employee: $0.employee, department: $0.department, role: .seller, isHead: false, from: day)
            })
        let reporter = reporter(books)
        let seen = reporter.seen(by: .console)
        let june = try reporter.bonus(of: Firm.maria, in: Self.june, asOf: Firm.instant("2023-06-15"), for: seen)
        #expect(june.accruals.map(\.worked) == [11] && june.accruals.map(\.workingDays) == [22])
        #expect(books.frame.organisation.holds(Firm.maria, on: day))
        #expect(!books.frame.organisation.holds(Firm.maria, on: day + -1))
        #expect(books.frame.organisation.holds(Firm.ivan, on: day + -400))
    }

    @Test("a ceiling that is never reached takes nothing, to the minor unit", arguments: 1...3)
    func ceilingFarAway(seed: UInt64) throws {
        let rules = [
            Self.accelerated, CommissionRule(name: "n", measure: .newAccounts, tiers: [.init(from: 0, rate: 40_000)]),
        ]
        func bonus(_ cap: Int64?) throws -> BonusReport {
            let reporter = reporter(books(seed, rules: rules, cap: cap))
            return try reporter.bonus(of: Firm.maria, in: Self.june, asOf: Firm.now, for: reporter.seen(by: .console))
        }
        #expect(try bonus(900_000_000_000).accruals.map(\.ceiling.expected) == [0])
        #expect(try bonus(900_000_000_000).expected == bonus(nil).expected)
    }

    @Test("rules and the plan's ceiling add up to the accrual, earned and expected", arguments: [nil, 5_000, 400_000])
    func addsUp(cap: Int64?) throws {
        let reporter = reporter(books(rules: [Self.accelerated, Self.accelerated, Self.accelerated], cap: cap))
        for person in [Firm.petro, Firm.maria, Firm.ivan] {
            let bonus = try reporter.bonus(
                of: person, in: Self.june, asOf: Firm.now, for: reporter.seen(by: .console))
            for accrual in bonus.accruals {
                let expected = accrual.rules.reduce(0) { $0 + $1.expected }
                #expect(expected + accrual.ceiling.expected == accrual.expected)
                if cap == nil { #expect(accrual.ceiling == (0, 0)) }
                if cap == 5_000, expected > 5_000 { #expect(accrual.ceiling.expected < 0) }
            }
        }
    }

    @Test(
        "the expected bonus is what draws from the same distribution give, and is not the bonus of the mean",
        arguments: [Quota.Measure.won, .paid, .shipped, .margin])
    func expectedBonus(measure: Quota.Measure) throws {
        let rule = CommissionRule(
            name: "r", measure: measure, mode: .retroactive, unit: .attainment, tiers: Self.accelerated.tiers)
        let people = [Firm.petro, Firm.maria, Firm.ivan]
        var books = books(rules: [rule]).paying(4)
        let before = reporter(books)
        // A plan that is met or not by what is still to come.
        let plans = people.map { person in
            let made = before.maker(
                ForecastRequest(
                    asOf: Firm.now, period: Self.june, scope: .employee(person), basis: measure.basis ?? .won)
            ).company
            let nodes = made.people.nodes(of: .employee(person))
            return max(1, Int64(Figure.sum(nodes.map { made.amounts[Int($0)] }).distribution.mean))
        }
        books.frame.quotas = zip(people, plans).map {
            Quota(
                period: Self.june, scope: .employee($0), pipeline: nil, measure: measure, value: $1,
                currency: Firm.uah, from: nil)
        }
        let reporter = reporter(books)
        let seen = reporter.seen(by: .console)
        var differs = false
        for (person, plan) in zip(people, plans) {
            let accrual = try #require(
                try reporter.bonus(of: person, in: Self.june, asOf: Firm.now, for: seen).accruals.first)
            let maker = reporter.maker(
                ForecastRequest(
                    asOf: Firm.now, period: Self.june, scope: .employee(person), basis: measure.basis ?? .won))
            let total = Figure.sum(
                maker.company.people.nodes(of: .employee(person)).map { maker.company.amounts[Int($0)] }
            )
            .distribution
            let terms = CommissionTerms(rule, quota: plan, presence: (1, 1))!
            var random = SplitMix(77)
            let number = 200_000
            let drawn = (0..<number).map { _ in Double(terms.payout(of: Int64(total.draw(&random).rounded()))) }
            let mean = drawn.reduce(0, +) / Double(number)
            let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(number)
            let error = (variance / Double(number)).squareRoot()
            #expect(abs(Double(accrual.expected) - mean) < 4 * error + 1 + 0.0005 * mean)
            #expect(accrual.p10 <= accrual.p90)
            if !rule.takesBack { #expect(accrual.toDate <= accrual.p10) }
            let ofMean = Double(terms.payout(of: Int64(total.mean)))
            // Beyond what the draws' own error could make of it, and beyond one in a hundred.
            if abs(ofMean - mean) > max(4 * error, 0.01 * max(mean, 1)) { differs = true }
        }
        #expect(differs, "tiers must bite for somebody, or the case shows nothing")
    }

    @Test("what is earned adds up line by line, and each line has a deal that was won")
    func linesToDate() throws {
        let reporter = reporter(books(rules: [Self.accelerated]))
        let seen = reporter.seen(by: .console)
        for person in [Firm.petro, Firm.maria, Firm.ivan] {
            let bonus = try reporter.bonus(of: person, in: Self.june, asOf: Firm.now, for: seen)
            let accrual = try #require(bonus.accruals.first)
            #expect(accrual.lines.reduce(0) { $0 + $1.amount } == bonus.toDate)
            #expect(accrual.lines.allSatisfy { $0.deal != nil })
            let whole = try reporter.forecast(
                ForecastRequest(asOf: Firm.now, period: Self.june, scope: .employee(person)), for: seen
            ).whole
            #expect(accrual.rules.first?.total == whole.amount.wonToDate)
        }
    }

    @Test("what is earned beyond the plan's ceiling a line of its own takes, and absence lowers the ceiling")
    func overTheCeiling() throws {
        func june(_ cap: Int64, isAway: Bool = false) throws -> BonusReport.Accrual {
            var books = books(rules: [Self.rule("won", nil)], proRata: true, cap: cap)
            books.entries = [
                Firm.deal(1, owner: Firm.maria, amount: 800_000, won: "2023-06-02"),
                Firm.deal(2, owner: Firm.maria, amount: 700_000, won: "2023-06-05"),
            ]
            if isAway {
                // Eleven of the month's 22 working days.
                books.frame.absences = [
                    Absence(employee: Firm.maria, from: Day(iso: "2023-06-01")!, to: Day(iso: "2023-06-15")!)
                ]
            }
            let reporter = reporter(books)
            return try #require(
                try reporter.bonus(of: Firm.maria, in: Self.june, asOf: Firm.now, for: reporter.seen(by: .console))
                    .accruals.first)
        }
        // One hundredth of each.
        let over = try june(10_000)
        #expect(over.lines.map(\.amount).sorted() == [-5_000, 7_000, 8_000] && over.lines.last?.kind == .cap)
        #expect(over.toDate == 10_000 && over.ceiling.toDate == -5_000)
        #expect(over.expected == 10_000 && over.p10 == 10_000 && over.p90 == 10_000)
        let just = try june(15_000)
        #expect(just.toDate == 15_000 && just.lines.allSatisfy { $0.kind != .cap })
        #expect(try june(10_000, isAway: true).toDate == 5_000)
    }

    @Test("a ceiling on the plan holds for what is earned and for every quantile")
    func planCap() throws {
        let reporter = reporter(books(rules: [Self.accelerated], cap: 5_000))
        let bonus = try reporter.bonus(of: Firm.maria, in: Self.june, asOf: Firm.now, for: reporter.seen(by: .console))
        #expect(bonus.toDate <= 5_000 && bonus.expected <= 5_000 && bonus.p90 <= 5_000)
    }

    @Test("a quarter of monthly bonuses is the sum of its months")
    func quarter() throws {
        let reporter = reporter(books(rules: [Self.accelerated]))
        let seen = reporter.seen(by: .console)
        let quarter = Period.quarter(containing: Self.june.start, in: Firm.frame().calendar)
        let whole = try reporter.bonus(of: Firm.maria, in: quarter, asOf: Firm.now, for: seen)
        #expect(whole.accruals.map(\.period.start) == ["2023-04-01", "2023-05-01", "2023-06-01"].map { Day(iso: $0)! })
        let june = try reporter.bonus(of: Firm.maria, in: Self.june, asOf: Firm.now, for: seen)
        #expect(whole.accruals.last == june.accruals.first)
    }

    @Test("absence takes its part of plan and working days")
    func proRata() throws {
        var books = books(rules: [Self.accelerated], proRata: true)
        books.frame.absences = [
            Absence(employee: Firm.maria, from: Day(iso: "2023-06-01")!, to: Day(iso: "2023-06-11")!)
        ]
        let reporter = reporter(books)
        let bonus = try reporter.bonus(of: Firm.maria, in: Self.june, asOf: Firm.now, for: reporter.seen(by: .console))
        // June 2023 has 22 working days; seven of them are the absence.
        #expect(bonus.accruals.first?.workingDays == 22)
        #expect(bonus.accruals.first?.worked == 15)
    }

    @Test("a colleague's bonus is not found; a team's total is hidden until it is granted, and never told by its deals")
    func rights() throws {
        let rule = CommissionRule(name: "team", measure: .won, team: true, tiers: [.init(from: 0, rate: 5_000)])
        var books = books(rules: [rule])
        let own = reporter(books)
        let maria = own.seen(by: .employee(Firm.maria))
        #expect(throws: ReportRefusal.notFound) {
            _ = try own.bonus(of: Firm.petro, in: Self.june, asOf: Firm.now, for: maria)
        }
        let hidden = try own.bonus(of: Firm.maria, in: Self.june, asOf: Firm.now, for: maria)
        #expect(hidden.accruals.first?.rules.first?.silence == .teamHidden)
        #expect(hidden.expected == 0 && hidden.accruals.first?.rules.first?.total == 0)
        books.frame.grants = [Grant(kind: .teamBonus, from: Day(iso: "2023-01-01")!, to: nil, by: Firm.boss)]
        let granted = reporter(books)
        let shown = try granted.bonus(
            of: Firm.maria, in: Self.june, asOf: Firm.now, for: granted.seen(by: .employee(Firm.maria)))
        #expect(shown.expected > 0)
        #expect(shown.accruals.flatMap(\.lines).allSatisfy { $0.deal == nil })
    }

    @Test(
        "what was recorded later changes no bonus as of then",
        arguments: [Quota.Measure.won, .paid, .shipped, .margin, .newAccounts])
    func noLeak(measure: Quota.Measure) throws {
        let rule = CommissionRule(name: "r", measure: measure, tiers: [.init(from: 0, rate: 20_000)])
        let all = books(rules: [rule]).paying(2)
        let asOf = Firm.instant("2023-05-20")
        let may = Period.month(containing: Day(iso: "2023-05-01")!)
        let later = reporter(all)
        let then = reporter(all.known(before: asOf))
        for person in [Firm.petro, Firm.maria, Firm.ivan] {
            #expect(
                try later.bonus(of: person, in: may, asOf: asOf, for: later.seen(by: .console))
                    == then.bonus(of: person, in: may, asOf: asOf, for: then.seen(by: .console)))
        }
    }
}

extension Distribution {
    fileprivate func draw(_ random: inout SplitMix) -> Double {
        guard case .samples(let values) = shape else { return quantile(random.unit()) }
        return base + values[min(values.count - 1, Int(random.unit() * Double(values.count)))]
    }
}
