import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

struct CoverageTests {
    /// Each month from January to May Maria wins 600 on the 5th; of February, March and April also what stood open.
    private static let months = (1...6).map { Period.month(containing: Day(iso: "2023-0\($0)-01")!) }

    private static func entry(_ id: Int64, due: String, amount: Int64, created: String, won: String?) -> Books.Entry {
        var entry = Firm.deal(id, owner: Firm.maria, amount: amount, created: created, won: won)
        entry.deal.expectedClose = Day(iso: due)!
        return entry
    }

    private static func coverage(quota: Int64 = 1_000, asOf: String = "2023-06-15", extra: [Books.Entry] = []) throws
        -> Coverage?
    {
        var entries = extra
        for month in 1...5 {
            entries.append(
                entry(
                    Int64(month), due: "2023-0\(month)-05", amount: 600, created: "2022-12-01",
                    won: "2023-0\(month)-05"))
            entries.append(
                entry(
                    Int64(10 + month), due: "2023-0\(month)-25", amount: 900, created: "2022-12-01",
                    won: (2...4).contains(month) ? "2023-0\(month)-25" : nil))
        }
        entries.append(entry(6, due: "2023-06-05", amount: 600, created: "2022-12-01", won: "2023-06-05"))
        entries.append(entry(16, due: "2023-06-25", amount: 700, created: "2022-12-01", won: nil))
        entries.append(entry(17, due: "2023-07-25", amount: 5_000, created: "2022-12-01", won: nil))
        var books = Books(frame: Firm.frame(), entries: entries.sorted { $0.deal.id < $1.deal.id })
        books.frame.quotas = months.map {
            Quota(
                period: $0, scope: .company, pipeline: nil, measure: .won, value: quota, currency: Firm.uah, from: nil)
        }
        let reporter = Reporter(books.facts(), now: Firm.now)
        return try reporter.coverage(
            ForecastRequest(asOf: Firm.instant(asOf), period: months[5]), for: reporter.seen(by: .console))
    }

    @Test("open deals that are due in the period over what is missing, against the months whose plan was met")
    func byHand() throws {
        let coverage = try #require(try Self.coverage())
        #expect(coverage.open == 700 && coverage.missing == 400)
        #expect(coverage.past.periods == 5 && coverage.past.met == 3)
        #expect(coverage.past.enough == 900.0 / 400)
    }

    @Test("what is entered later, or won later, is in no answer as of before")
    func asOf() throws {
        let late = Self.entry(90, due: "2023-06-20", amount: 8_000, created: "2023-06-14", won: nil)
        #expect(try Self.coverage(extra: [late])?.open == 8_700)
        #expect(try Self.coverage(asOf: "2023-06-14", extra: [late])?.open == 700)
    }

    @Test("nothing is said of a plan that is reached or was never set")
    func reached() throws {
        #expect(try Self.coverage(quota: 600) == nil)
    }
}
