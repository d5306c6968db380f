import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

/// Statements from books, each worked out on paper beside it. Money is in minor units: 100 000 is 1 000 hryvnias. Today is
/// 15 June 2023, and a day of the fifteenth has not begun.
@Suite("Statements by hand") struct StatementTests {
    private static let june = Period.month(containing: Day(iso: "2023-06-01")!)
    private static let may = Period.month(containing: Day(iso: "2023-05-01")!)
    private static let april = Period.month(containing: Day(iso: "2023-04-01")!)

    private static func books(
        _ entries: [Books.Entry], _ rules: [CommissionRule], quotas: [Quota] = [], proRata: Bool = false
    ) -> Books {
        var books = Books(frame: Firm.frame(), entries: entries)
        books.frame.quotas = quotas
        books.frame.commissions = [
            CommissionPlan(
                id: Key(1), name: "Plan", every: .month, cap: nil, proRata: proRata, from: nil, to: nil, rules: rules,
                members: [])
        ]
        return books
    }

    private static func rule(
        _ measure: Quota.Measure, _ tiers: [(Int64, Int64)], team: Bool = false, product: Product.ID? = nil,
        unit: CommissionRule.Unit = .amount, pay: CommissionRule.Pay = .rate, name: String? = nil
    ) -> CommissionRule {
        CommissionRule(
            name: name ?? measure.rawValue, measure: measure, product: product, team: team, pay: pay, unit: unit,
            tiers: tiers.map { .init(from: $0.0, rate: $0.1) })
    }

    private static func payment(
        _ id: Int64, _ deal: Int64, _ day: String, _ kind: PaymentKind, _ amount: Int64
    ) -> PaymentFact {
        PaymentFact(
            id: id, deal: Deal.ID(deal), day: Day(iso: day)!, recorded: Firm.instant(day), kind: kind, amount: amount,
            currency: Firm.uah)
    }

    private static func quota(_ value: Int64, _ measure: Quota.Measure = .won, _ who: Employee.ID = Firm.maria) -> Quota
    {
        Quota(
            period: june, scope: .employee(who), pipeline: nil, measure: measure, value: value, currency: Firm.uah,
            from: nil)
    }

    private static func lines(
        _ books: Books, of who: Employee.ID = Firm.maria, in period: Period = june, asOf: Instant = Firm.now
    ) throws -> [CommissionLine] {
        let reporter = Reporter(books.facts(), now: .distantFuture)
        return try reporter.bonus(of: who, in: period, asOf: asOf, for: reporter.seen(by: .console)).accruals
            .flatMap(\.lines)
    }

    @Test("a deal of two sellers is paid to each by their share")
    func splits() throws {
        // 3 000 ₴ as 1 : 2 is 1 000 and 2 000; with 5 000 ₴ of one's own. A tenth: 100 + 500 and 200 ₴.
        let split = [
            DealFact.Split(employee: Firm.maria, share: 1), DealFact.Split(employee: Firm.ivan, share: 2),
        ]
        let books = Self.books(
            [
                Firm.deal(1, owner: Firm.maria, amount: 300_000, won: "2023-06-02", splits: split),
                Firm.deal(2, owner: Firm.maria, amount: 500_000, won: "2023-06-05"),
            ], [Self.rule(.won, [(0, 100_000)])])
        let own = try Self.lines(books)
        #expect(own.map(\.deal) == [Deal.ID(1), Deal.ID(2)])
        #expect(own.map(\.base) == [100_000, 500_000])
        #expect(own.map(\.amount) == [10_000, 50_000])
        #expect(try Self.lines(books, of: Firm.ivan).map(\.amount) == [20_000])
    }

    @Test("money paid in parts is credited in parts, on the days it came, and what went back is taken back")
    func paid() throws {
        // Won in May for 1 000 ₴: 400 paid in May, 600 on 5 June, 100 given back on 10 June. 5 %: 20 ₴; then 30 and −5.
        var books = Self.books(
            [Firm.deal(1, owner: Firm.maria, amount: 100_000, won: "2023-05-20")], [Self.rule(.paid, [(0, 50_000)])])
        books.payments = [
            Self.payment(1, 1, "2023-05-25", .paid, 40_000), Self.payment(2, 1, "2023-06-05", .paid, 60_000),
            Self.payment(3, 1, "2023-06-10", .refund, 10_000), Self.payment(4, 1, "2023-06-20", .expected, 9_000),
        ]
        let lines = try Self.lines(books)
        #expect(lines.map(\.day) == [Day(iso: "2023-06-05")!, Day(iso: "2023-06-10")!])
        #expect(lines.map(\.base) == [60_000, -10_000])
        #expect(lines.map(\.rate) == [50_000, 50_000])
        #expect(lines.map(\.amount) == [3_000, -500])
        #expect(lines.allSatisfy { $0.deal == Deal.ID(1) && $0.measure == .paid && $0.kind == .accrual })
        #expect(try Self.lines(books, in: Self.may).map(\.amount) == [2_000])
        // On 8 June nobody knows of the refund.
        #expect(try Self.lines(books, asOf: Firm.instant("2023-06-08")).map(\.amount) == [3_000])
    }

    @Test("what goes back leaves the highest tier first, and more of it than came is a minus at the lowest rate")
    func refunds() throws {
        // 2 % up to 500 ₴, 10 % above. 600 ₴: 10 + 10. Of 200 ₴ back 100 leave the upper tier: −10, and 100 the lower: −2.
        let tiers: [(Int64, Int64)] = [(0, 20_000), (50_000, 100_000)]
        var books = Self.books(
            [Firm.deal(1, owner: Firm.maria, amount: 100_000, won: "2023-05-20")], [Self.rule(.paid, tiers)])
        books.payments = [
            Self.payment(1, 1, "2023-06-05", .paid, 60_000), Self.payment(2, 1, "2023-06-10", .refund, 20_000),
        ]
        #expect(try Self.lines(books).map(\.amount) == [1_000, 1_000, -1_000, -200])
        // Paid in May, 300 ₴ back in June and nothing else: −6 ₴.
        books.payments = [
            Self.payment(1, 1, "2023-05-25", .paid, 60_000), Self.payment(2, 1, "2023-06-10", .refund, 30_000),
        ]
        #expect(try Self.lines(books).map(\.amount) == [-600])
        let reporter = Reporter(books.facts(), now: .distantFuture)
        let bonus = try reporter.bonus(
            of: Firm.maria, in: Self.june, asOf: Firm.now, for: reporter.seen(by: .console))
        #expect(bonus.toDate == -600 && bonus.p10 <= bonus.p90 && bonus.expected <= bonus.p90)
    }

    @Test("what was shipped pays as what was paid does, and margin what the win keeps above its cost")
    func shippedAndMargin() throws {
        // Shipped 1 000 ₴ at 3 %: 30 ₴. Won 1 000 ₴ that cost 600: a fifth of 400 ₴ is 80 ₴.
        var books = Self.books(
            [
                Firm.deal(1, owner: Firm.maria, amount: 100_000, won: "2023-05-20"),
                Firm.deal(2, owner: Firm.maria, amount: 100_000, won: "2023-06-03"),
            ], [Self.rule(.shipped, [(0, 30_000)]), Self.rule(.margin, [(0, 200_000)])])
        books.payments = [Self.payment(1, 1, "2023-06-07", .shipped, 100_000)]
        books.costs = [1, 2].map {
            CostFact(deal: Deal.ID($0), recorded: Firm.instant("2023-01-11"), cost: 60_000)
        }
        let lines = try Self.lines(books)
        #expect(lines.map(\.measure) == [.shipped, .margin])
        #expect(lines.map(\.deal) == [Deal.ID(1), Deal.ID(2)])
        #expect(lines.map(\.base) == [100_000, 40_000])
        #expect(lines.map(\.amount) == [3_000, 8_000])
    }

    @Test("a rule about one product counts the payments of its deals alone")
    func product() throws {
        var basic = Firm.deal(1, owner: Firm.maria, amount: 100_000, won: "2023-05-20")
        basic.deal.product = Product.ID(1)
        var plus = Firm.deal(2, owner: Firm.maria, amount: 100_000, won: "2023-05-21")
        plus.deal.product = Product.ID(2)
        var books = Self.books([basic, plus], [Self.rule(.paid, [(0, 100_000)], product: Product.ID(2))])
        books.payments = [
            Self.payment(1, 1, "2023-06-05", .paid, 60_000), Self.payment(2, 2, "2023-06-06", .paid, 70_000),
        ]
        #expect(try Self.lines(books).map(\.amount) == [7_000])
    }

    @Test("several measures by weight: 20 000 ₴ for the plan, 60 % of it by payments, 30 % by sales, 10 % by calls")
    func weights() throws {
        func target(_ measure: Quota.Measure, _ weight: Int64) -> CommissionRule {
            CommissionRule(
                name: measure.rawValue, measure: measure, pay: .target(2_000_000, weight: weight), unit: .attainment,
                tiers: [.init(from: 0, rate: 1_000_000)])
        }
        var books = Self.books(
            [Firm.deal(1, owner: Firm.maria, amount: 100_000, won: "2023-06-02")],
            [target(.paid, 600_000), target(.won, 300_000), target(.callsOutbound, 100_000)],
            quotas: [Self.quota(100_000, .paid), Self.quota(200_000), Self.quota(4, .callsOutbound)])
        books.payments = [
            Self.payment(1, 1, "2023-06-05", .paid, 60_000), Self.payment(2, 1, "2023-06-10", .refund, 10_000),
        ]
        books.activities = zip(1..., ["outbound", "outbound", "inbound", "outbound"]).map {
            ActivityFact(
                id: Key($0), kind: .call, direction: Activity.Direction(rawValue: $1), employee: Firm.maria,
                at: Firm.instant("2023-06-0\($0)T10:00"))
        }
        let lines = try Self.lines(books)
        func sum(_ measure: Quota.Measure) -> Int64 { lines.filter { $0.measure == measure }.total(\.amount) }
        // 500 of 1 000 ₴ paid: 20 000 × 0.6 × 0.5 = 6 000 ₴. 1 000 of 2 000 ₴ sold: 20 000 × 0.3 × 0.5 = 3 000 ₴.
        #expect(sum(.paid) == 600_000)
        #expect(sum(.won) == 300_000)
        // Three calls made of four: 20 000 × 0.1 × 0.75 = 1 500 ₴; the call that came in is none of them.
        #expect(sum(.callsOutbound) == 150_000)
        #expect(
            lines.filter { $0.measure == .callsOutbound }.map(\.day) == [1, 2, 4].map { Self.june.start + ($0 - 1) })
    }

    @Test("half of the working days, half of the plan")
    func proRata() throws {
        // June has 22 working days; away from the 16th on, 11 are left. 2 % to the plan of 2 000 ₴, which becomes 1 000 ₴,
        // and 4 % above. 1 500 ₴: 20 + 20 = 40 ₴.
        var books = Self.books(
            [Firm.deal(1, owner: Firm.maria, amount: 150_000, won: "2023-06-02")],
            [Self.rule(.won, [(0, 20_000), (1_000_000, 40_000)], unit: .attainment)], quotas: [Self.quota(200_000)],
            proRata: true)
        books.frame.absences = [
            Absence(employee: Firm.maria, from: Day(iso: "2023-06-16")!, to: Day(iso: "2023-06-30")!)
        ]
        #expect(try Self.lines(books).map(\.amount) == [2_000, 2_000])
    }

    @Test("a deal that is lost after the approval is a minus on the next statement, once, and the approved one stays")
    func clawBack() throws {
        // May, approved: a tenth of 1 000 and of 5 000 ₴. Then the second is lost; June has 2 000 ₴: 200 − 500 ₴.
        let rules = [Self.rule(.won, [(0, 100_000)])]
        let before = Self.books(
            [
                Firm.deal(1, owner: Firm.maria, amount: 100_000, won: "2023-05-10"),
                Firm.deal(2, owner: Firm.maria, amount: 500_000, won: "2023-05-20"),
                Firm.deal(3, owner: Firm.maria, amount: 200_000, won: "2023-06-05"),
            ], rules)
        func reporter(_ books: Books) -> Reporter { Reporter(books.facts(), now: Firm.instant("2023-07-02")) }
        func statement(_ reporter: Reporter, _ period: Period, _ earlier: [CommissionStatement]) throws
            -> CommissionStatement
        {
            try #require(
                try reporter.statement(
                    of: Firm.maria, in: period, earlier: earlier, for: reporter.seen(by: .console)))
        }
        let may = try statement(reporter(before), Self.may, [])
        #expect(may.lines.map(\.amount) == [10_000, 50_000])
        let approved = CommissionStatement(
            employee: may.employee, plan: may.plan, period: may.period, state: .approved, lines: may.lines)
        var after = before
        after.entries[1].changes.append(
            ChangeFact(
                deal: Deal.ID(2), field: .stage, changed: Firm.instant("2023-06-20"),
                recorded: Firm.instant("2023-06-20"), new: Firm.lost.number))
        let june = try statement(reporter(after), Self.june, [approved])
        #expect(june.lines.map(\.kind) == [.accrual, .correction])
        #expect(june.lines.map(\.amount) == [20_000, -50_000])
        #expect(june.lines.last?.deal == Deal.ID(2) && june.lines.last?.period == "2023-05")
        #expect(june.total == -30_000)
        // It is told before anything is calculated, and to the seller too.
        let pending = try reporter(after).pendingCorrections(of: Firm.maria, earlier: [approved])
        #expect(pending.map(\.amount) == [-50_000] && pending.map(\.period) == ["2023-05"])
        // Once it stands in a statement, agreed or not, it is told of no more.
        #expect(try reporter(after).pendingCorrections(of: Firm.maria, earlier: [approved, june]).isEmpty)
        // Put right once: July has nothing of it any more.
        let settled = CommissionStatement(
            employee: june.employee, plan: june.plan, period: june.period, state: .approved, lines: june.lines)
        let july = Period.month(containing: Day(iso: "2023-07-01")!)
        #expect(try statement(reporter(after), july, [approved, settled]).lines.isEmpty)
        #expect(try reporter(after).pendingCorrections(of: Firm.maria, earlier: [approved, settled]).isEmpty)
    }

    @Test("a head is paid by what the department's deals brought in, also by those of who has moved away since")
    func team() throws {
        // Petro was in North until 1 May. A tenth of what was paid: North in June 300 ₴ of Maria's and 200 ₴ of the deal
        // that Petro won there in April; what he won in South in May is South's.
        var books = Self.books(
            [
                Firm.deal(1, owner: Firm.maria, amount: 100_000, won: "2023-05-10"),
                Firm.deal(2, owner: Firm.petro, amount: 100_000, won: "2023-04-20"),
                Firm.deal(3, owner: Firm.petro, amount: 100_000, won: "2023-05-20"),
            ], [Self.rule(.paid, [(0, 100_000)], team: true)])
        books.payments = [
            Self.payment(1, 1, "2023-06-05", .paid, 30_000), Self.payment(2, 2, "2023-06-06", .paid, 20_000),
            Self.payment(3, 3, "2023-06-07", .paid, 70_000),
        ]
        #expect(try Self.lines(books, of: Firm.maria).map(\.deal) == [Deal.ID(1), Deal.ID(2)])
        #expect(try Self.lines(books, of: Firm.maria).map(\.amount) == [3_000, 2_000])
        #expect(try Self.lines(books, of: Firm.petro).map(\.amount) == [7_000])
        // Sales above both: all of it.
        #expect(try Self.lines(books, of: Firm.olena).total(\.amount) == 12_000)
    }

    @Test(
        "a measure of which nothing is recorded says so, and pays nothing",
        arguments: [Quota.Measure.paid, .shipped, .margin, .meetings])
    func nothingRecorded(measure: Quota.Measure) throws {
        let books = Self.books(
            [Firm.deal(1, owner: Firm.maria, amount: 100_000, won: "2023-06-02")], [Self.rule(measure, [(0, 100_000)])])
        let reporter = Reporter(books.facts(), now: Firm.now)
        let accrual = try #require(
            try reporter.bonus(of: Firm.maria, in: Self.june, asOf: Firm.now, for: reporter.seen(by: .console))
                .accruals.first)
        #expect(accrual.rules.map(\.silence) == [.notMeasured])
        #expect(accrual.lines.isEmpty && accrual.expected == 0)
    }
}
