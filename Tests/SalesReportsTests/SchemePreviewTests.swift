import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("What a commission plan would cost") struct SchemePreviewTests {
    private static let june = Period.month(containing: Day(iso: "2023-06-01")!)

    private static func rule(_ rate: Int64) -> CommissionRule {
        CommissionRule(name: "won", measure: .won, tiers: [.init(from: 0, rate: rate)])
    }

    private static var books: Books {
        var books = Firm.random(3)
        books.frame.commissions = [
            CommissionPlan(
                id: Key(1), name: "Sellers", every: .month, cap: nil, proRata: false, from: nil, to: nil,
                rules: [rule(20_000)], members: [.init(who: .role(.seller))])
        ]
        return books
    }

    private static func version(
        _ rate: Int64, from: String, _ members: [CommissionPlan.Member.Who] = [.role(.seller)],
        every: Period.Kind = .month, name: String = "Sellers"
    ) -> CommissionVersion {
        CommissionVersion(name: name, every: every, from: Day(iso: from)!, members: members, rules: [rule(rate)])
    }

    @Test("twice the rate is twice the bonus of everybody, earned and expected, whenever it is to begin")
    func twice() throws {
        let reporter = Reporter(Self.books.facts(), now: Firm.now)
        let preview = try reporter.preview(Self.version(40_000, from: "2023-07-01"), for: reporter.seen(by: .console))
        #expect(preview.period == Self.june && preview.rows.count >= 3)
        #expect(preview.before.expected > 0 && preview.before.earned > 0)
        for row in preview.rows {
            // Each line is rounded by itself.
            #expect(abs(row.after.earned - 2 * row.before.earned) <= 60)
            #expect(abs(row.after.expected - 2 * row.before.expected) <= 2)
            let now = try reporter.bonus(
                of: row.employee, in: Self.june, asOf: Firm.now, for: reporter.seen(by: .console))
            #expect((row.before.earned, row.before.expected) == (now.toDate, now.expected))
        }
    }

    @Test("it is what the books would say if the version stood in them")
    func same() throws {
        let version = Self.version(
            35_000, from: "2023-06-01", [.employee(Firm.maria), .employee(Firm.petro)], name: "Named")
        let reporter = Reporter(Self.books.facts(), now: Firm.now)
        let preview = try reporter.preview(version, for: reporter.seen(by: .console))
        #expect(Set(preview.rows.map(\.employee)) == [Firm.maria, Firm.petro])
        var books = Self.books
        books.frame.commissions = books.frame.commissions.with(version)
        let then = Reporter(books.facts(), now: Firm.now)
        for row in preview.rows {
            let bonus = try then.bonus(of: row.employee, in: Self.june, asOf: Firm.now, for: then.seen(by: .console))
            #expect(row.after == .init(plan: "Named", earned: bonus.toDate, expected: bonus.expected))
            #expect(row.before.plan == "Sellers")
        }
    }

    @Test("who loses the plan stands there with nothing, and a quarter's plan is set beside three months")
    func losing() throws {
        let reporter = Reporter(Self.books.facts(), now: Firm.now)
        let less = try reporter.preview(
            Self.version(20_000, from: "2023-07-01", [.employee(Firm.maria)]), for: reporter.seen(by: .console))
        let others = less.rows.filter { $0.employee != Firm.maria }
        #expect(!others.isEmpty && others.allSatisfy { $0.after == .init(plan: nil, earned: 0, expected: 0) })
        let quarter = try reporter.preview(
            Self.version(20_000, from: "2023-07-01", every: .quarter), for: reporter.seen(by: .console))
        #expect(quarter.period.kind == .quarter)
        let months = quarter.rows.map(\.before.earned).reduce(0, +)
        #expect(abs(quarter.after.earned - months) <= 60 && months > 0)
    }

    @Test("is for those who see the whole company")
    func rights() {
        let reporter = Reporter(Self.books.facts(), now: Firm.now)
        #expect(throws: ReportRefusal.notFound) {
            _ = try reporter.preview(
                Self.version(1, from: "2023-07-01"), for: reporter.seen(by: .employee(Firm.maria)))
        }
    }
}
