import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("More money than can be added up")
struct ExcessTests {
    private let june = Period.month(containing: Day(iso: "2023-06-01")!)

    /// Minor units of a deal of 10^12, the most that an import takes.
    private static let most: Int64 = 100_000_000_000_000

    private func reporter(_ count: Int64, usual: Int64 = 0) -> Reporter {
        let large = (0..<count).map { number in
            Firm.deal(
                number + 1, owner: number % 2 == 0 ? Firm.maria : Firm.ivan, amount: Self.most,
                won: number % 3 == 0 ? nil : "2023-06-05")
        }
        let small = (0..<usual).map { Firm.deal(count + $0 + 1, owner: Firm.petro, amount: 1_000, won: "2023-06-05") }
        return Reporter(Books(frame: Firm.frame(), entries: large + small).facts(), now: Firm.now)
    }

    @Test("a hundred thousand of the largest deals are counted, and as many are listed as no sum can hold")
    func company() throws {
        let reporter = reporter(100_000, usual: 3)
        let seen = reporter.seen(by: .console)
        let report = try reporter.forecast(
            ForecastRequest(asOf: Firm.now, period: june, by: .department), for: seen)
        #expect(report.whole.count.wonToDate == 66_669)
        let left = report.notes.withoutRate.count
        #expect(left == 100_000 - 11_529)
        #expect(report.whole.amount.wonToDate % Self.most == 3_000)
        let list = try reporter.deals(DealsQuery(scope: .company), asOf: Firm.now, for: seen)
        #expect(list.total == 100_003 && list.totalAmount == 11_529 * Self.most + 3_000)
        let request = ReportRequest(asOf: Firm.now, period: june, scope: .company)
        #expect(try reporter.funnel(request, for: seen).total.count == 33_334)
    }

    @Test("deals that can be added up are all in the sum")
    func whole() throws {
        let reporter = reporter(300)
        let list = try reporter.deals(DealsQuery(scope: .company), asOf: Firm.now, for: reporter.seen(by: .console))
        #expect(list.totalAmount == 300 * Self.most)
    }

    @Test("parts of weights that almost cancel out still add up")
    func cancelling() {
        for weights in [[1e17, -1e17 + 16, 0], [.nan, 1, 1], [.infinity, 1, 1]] as [[Double]] {
            #expect(apportion(1_000_000_000, weights).total == 1_000_000_000)
        }
    }

    @Test("whole numbers stay at the end of their range")
    func ends() {
        #expect(Int64.max.plus(1) == .max && Int64.min.plus(-1) == .min && Int64(3).plus(4) == 7)
        #expect(Int64.min.minus(1) == .min && Int64.max.minus(-1) == .max && Int64(3).minus(4) == -1)
        #expect(Int64(nearest: 1e30) == 1 << 62 && Int64(nearest: -.infinity) == -(1 << 62))
        #expect(Int64(nearest: .nan) == 0 && Int64(nearest: 2.5) == 3)
        #expect([Int64.max, .max, -5].total == .max - 5)
    }
}
