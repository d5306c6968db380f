import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

/// A company in whose books the expected close tells how deals go.
struct DatesTests {
    private static let june = Period.month(containing: Day(iso: "2023-06-01")!)
    private static let today = Day(iso: "2023-06-15")!
    private static let books: Books = {
        var books = Books.dated(1)
        books.frame.quotas = ([Scope.company] + sellers.map { .employee($0) }).map {
            Quota(
                period: june, scope: $0, pipeline: nil, measure: .won, value: 9_000_000, currency: Firm.uah, from: nil)
        }
        books.frame.commissions = [
            CommissionPlan(
                id: Key(1), name: "p", every: .month, cap: nil, proRata: false, from: nil, to: nil,
                rules: [CommissionRule(name: "r", measure: .won, tiers: [.init(from: 0, rate: 20_000)])], members: [])
        ]
        return books
    }()
    private static let reporter = Reporter(books.facts(), now: Firm.now)

    private static let sellers = [Firm.olena, Firm.petro, Firm.maria, Firm.ivan, Firm.daria]

    /// An open deal that is due within days, as far on its way as any of them.
    private static func soon() throws -> (row: DealsReport.Row, owner: Employee.ID) {
        let rows = try reporter.deals(
            DealsQuery(scope: .company, status: .open, sort: .amount, limit: 100), asOf: Firm.now,
            for: reporter.seen(by: .console)
        ).rows.filter { $0.expectedClose.map { (0...12).contains($0 - today) } ?? false }
        let way = [Firm.new, Firm.offer, Firm.talks]
        func place(_ row: DealsReport.Row) -> Int { row.stage.flatMap { way.firstIndex(of: $0) } ?? 0 }
        let row = try #require(rows.max { place($0) < place($1) })
        return (row, try #require(row.owner))
    }

    private static func deal(_ id: Deal.ID) throws -> DealReport {
        try reporter.deal(id, asOf: Firm.now, for: reporter.seen(by: .console))
    }

    @Test("a date moved beyond the period lowers the forecast, the chance of the plan and the bonus")
    func whatIf() throws {
        let (row, owner) = try Self.soon()
        let report = try Self.reporter.whatIf(
            Suppositions([.close(row.deal, Self.today + 150)]),
            ReportRequest(asOf: Firm.now, period: Self.june, scope: .employee(owner)),
            for: Self.reporter.seen(by: .console))
        #expect(!report.ignoresDates)
        #expect(report.after.mean < report.before.mean)
        #expect(try #require(report.after.probability) <= #require(report.before.probability))
        #expect(try #require(report.after.bonus).expected < #require(report.before.bonus).expected)
    }

    @Test("a deal says what its date does, for it when it is due and against it when it is long overdue")
    func reasons() throws {
        let due = try Self.deal(Self.soon().row.deal)
        let effect = due.forecast?.reasons.first { $0.cause == "due" }?.logMultiplier
        #expect(try #require(effect) > 0.05)
    }

    @Test("questions ask for dates, and what they promise comes true to the minor unit when the answer is entered")
    func questions() throws {
        let noon = Firm.instant("2023-06-15T12:00")
        func asked(_ books: Books) throws -> PeriodReport {
            let reporter = Reporter(books.facts(), now: noon)
            return try reporter.period(
                ReportRequest(asOf: noon, period: Self.june, scope: .company), for: reporter.seen(by: .console))
        }
        let before = try asked(Self.books)
        let question = try #require(before.questions.first { $0.unknown == .close })
        #expect(question.moves < 0)
        let place = try #require(Self.books.entries.firstIndex { $0.deal.id == question.row.deal })
        var answered = Self.books
        let instant = Firm.instant("2023-06-15T11:00")
        answered.entries[place].changes.append(
            ChangeFact(
                deal: question.row.deal, field: .expectedClose, changed: instant, recorded: instant,
                new: Int64((Self.june.end + 30).number)))
        let moved = try asked(answered).whole.amount.mean - before.whole.amount.mean
        #expect(abs(moved - question.moves) <= 1, "\(moved), \(question.moves)")
    }
}
