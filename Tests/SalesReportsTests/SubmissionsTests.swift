import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

struct SubmissionsTests {
    private static let june = Period.month(containing: Day(iso: "2023-06-01")!)
    private static let calendar = Firm.frame().calendar

    private static func said(
        _ employee: Employee.ID, _ amount: Int64, _ made: String, _ kind: Submission.Kind = .submission,
        period: Period = june, model: Int64? = nil
    ) -> Submission {
        Submission(
            employee: employee, period: period, kind: kind, amount: amount, note: nil, model: model,
            made: Firm.instant(made), by: kind == .submission ? employee : Firm.olena)
    }

    private static func report(
        _ said: [Submission], _ scope: Scope = .company, entries: [Books.Entry]? = nil, asOf: Instant = Firm.now,
        as viewer: Viewer = .console
    ) throws -> SubmissionsReport {
        var books = Firm.random(2)
        if let entries { books.entries = entries }
        books.frame.submissions = said
        let reporter = Reporter(books.facts(), now: Firm.now)
        return try reporter.submissions(
            ReportRequest(asOf: asOf, period: june, scope: scope), for: reporter.seen(by: viewer))
    }

    @Test("open deals of the period add up by category, each in the latest that was said of it by then")
    func categories() throws {
        func deal(_ id: Int64, _ amount: Int64, close: String, _ said: (Int64, String)...) -> Books.Entry {
            var entry = Firm.deal(id, owner: Firm.maria, amount: amount, won: nil)
            entry.deal.expectedClose = Day(iso: close)
            entry.changes = said.map {
                ChangeFact(
                    deal: Deal.ID(id), field: .category, changed: Firm.instant($0.1), recorded: Firm.instant($0.1),
                    new: $0.0)
            }
            return entry
        }
        var books = Firm.random(2)
        books.entries = [
            deal(1, 100, close: "2023-06-20", (7, "2023-06-01")),
            deal(2, 200, close: "2023-06-21", (7, "2023-06-01"), (8, "2023-06-10")),
            deal(3, 400, close: "2023-06-22"), deal(4, 800, close: "2023-07-02", (7, "2023-06-01")),
        ]
        let reporter = Reporter(books.facts(), now: Firm.now)
        let words: [Word.ID: Deal.Category] = [Word.ID(7): .commit, Word.ID(8): .best]
        func sums(_ asOf: String, _ scope: Scope = .company) throws -> [Int64] {
            try reporter.categories(
                ReportRequest(asOf: Firm.instant(asOf), period: Self.june, scope: scope), words: words,
                for: reporter.seen(by: .console)
            ).map(\.amount)
        }
        #expect(try sums("2023-06-15") == [100, 200, 400])
        #expect(try sums("2023-06-05") == [300, 0, 400])
        #expect(try sums("2023-06-15", .employee(Firm.ivan)).isEmpty)
    }

    @Test("the later word holds, whoever said it, and earlier ones stay for looks into the past")
    func versions() throws {
        let said = [
            Self.said(Firm.maria, 100, "2023-06-02T10:00"), Self.said(Firm.maria, 80, "2023-06-03T10:00", .adjustment),
            Self.said(Firm.maria, 120, "2023-06-05T10:00"), Self.said(Firm.petro, 50, "2023-06-02T11:00"),
        ]
        let now = try Self.report(said)
        let maria = try #require(now.rows.first { $0.employee == Firm.maria })
        #expect(maria.holding?.amount == 120 && maria.adjustment?.amount == 80 && maria.said.count == 3)
        #expect(now.total == 170)
        #expect(now.saidBy.count == 2)
        let early = try Self.report(said, asOf: Firm.instant("2023-06-04"))
        #expect(early.rows.first { $0.employee == Firm.maria }?.holding?.amount == 80)
        #expect(early.total == 130)
        #expect(try Self.report(said, asOf: Firm.instant("2023-06-02T10:00")).saidBy.isEmpty)
    }

    @Test("the model beside it is each person's own forecast, and its sum is of those who said something")
    func model() throws {
        let report = try Self.report([Self.said(Firm.maria, 100, "2023-06-02")])
        let maria = try #require(report.rows.first { $0.employee == Firm.maria })
        #expect(report.modelOfThose == maria.node.amount.mean)
    }

    @Test("a colleague's word is not seen, a head sees the department's")
    func rights() throws {
        let said = [Self.said(Firm.maria, 100, "2023-06-02"), Self.said(Firm.daria, 70, "2023-06-02")]
        let head = try Self.report(said, .department(Firm.sales), as: .employee(Firm.olena))
        #expect(head.saidBy.map(\.employee) == [Firm.maria])
        for scope in [Scope.employee(Firm.maria), .company] {
            #expect(throws: ReportRefusal.notFound) {
                _ = try Self.report(said, scope, as: .employee(Firm.petro))
            }
        }
    }

    @Test(
        "the record compares the first word about each period that is over with what came, and the model of that instant"
    )
    func track() throws {
        let months = (1...6).map { Period.month(containing: Day(iso: "2023-0\($0)-01")!) }
        // Maria sells 1 000.00 each month from January to May.
        let entries = (1...5).map { month in
            Firm.deal(
                Int64(month), owner: Firm.maria, amount: 100_000, created: "2023-0\(month)-02",
                won: "2023-0\(month)-20")
        }
        var said = [Submission]()
        for month in 1...6 {
            said.append(
                Self.said(
                    Firm.maria, 90_000, "2023-0\(month)-03", period: months[month - 1], model: 130_000))
            said.append(
                Self.said(Firm.maria, 5, "2023-0\(month)-25", period: months[month - 1], model: 100_000))
        }
        let report = try Self.report(said.filter { $0.made < Firm.now }, entries: entries)
        let whole = try #require(report.track.first)
        #expect(whole.employee == nil && whole.pairs == 5)
        #expect(abs(whole.said! - 0.1) < 1e-9 && abs(whole.saidBias! + 0.1) < 1e-9)
        #expect(abs(whole.model! - 0.3) < 1e-9 && abs(whole.modelBias! - 0.3) < 1e-9)
        #expect(whole.nearer == nil)
        #expect(report.track.contains { $0.employee == Firm.maria && $0.pairs == 5 })
    }

    @Test("nobody is called nearer before six periods, nor by chance")
    func nearer() throws {
        let first = Day(iso: "2022-08-01")!
        let months = (0..<9).map { Period.month(containing: first.startOfMonth(plus: $0)) }
        let entries = months.enumerated().map { place, month in
            Firm.deal(
                Int64(place + 1), owner: Firm.maria, amount: 100_000, created: "\(month.start)",
                won: "\(month.start + 9)")
        }
        func report(_ amount: (Int) -> Int64) throws -> SubmissionsReport.Nearer? {
            let said = months.enumerated().map { place, month in
                Self.said(Firm.maria, amount(place), "\(month.start + 2)", period: month, model: 130_000)
            }
            return try Self.report(said, entries: entries).track.first?.nearer
        }
        #expect(try report { _ in 95_000 } == .person)
        #expect(try report { _ in 180_000 } == .model)
        #expect(try report { $0 % 2 == 0 ? 100_000 : 160_000 } == nil)
    }
}
