import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("What was known when")
struct KnownTests {
    private func won(
        _ entries: [Books.Entry], _ period: String, asOf: String, _ frame: CompanyFrame = Firm.frame()
    ) throws -> Int64 {
        try report(entries, period, asOf: asOf, frame).whole.amount.wonToDate
    }

    private func report(
        _ entries: [Books.Entry], _ period: String, asOf: String, _ frame: CompanyFrame = Firm.frame()
    ) throws -> ForecastReport {
        let reporter = Reporter(Books(frame: frame, entries: entries).facts(), now: .distantFuture)
        return try reporter.forecast(
            ForecastRequest(
                asOf: Firm.instant(asOf), period: #require(Period(name: period, in: frame.calendar))),
            for: reporter.seen(by: .console))
    }

    @Test("a win that was recorded late belongs to its month, from when it was known")
    func backDated() throws {
        let late = [Firm.deal(1, owner: Firm.maria, won: "2023-01-20", recorded: "2023-02-05")]
        #expect(try won(late, "2023-01", asOf: "2023-02-01") == 0)
        #expect(try won(late, "2023-01", asOf: "2023-02-05") == 0)
        #expect(try won(late, "2023-01", asOf: "2023-02-05T00:00:01") == 100_000)
    }

    @Test("a reopened deal is won no more, and was before")
    func reopened() throws {
        var deal = Firm.deal(1, owner: Firm.maria, won: "2023-01-20")
        let back = Firm.instant("2023-02-10")
        deal.changes.append(
            ChangeFact(deal: deal.deal.id, field: .stage, changed: back, recorded: back, new: Firm.talks.number))
        #expect(try won([deal], "2023-01", asOf: "2023-02-10") == 100_000)
        #expect(try won([deal], "2023-01", asOf: "2023-02-11") == 0)
    }

    @Test("a removed deal is in no answer from the moment that it was recorded")
    func removed() throws {
        var deal = Firm.deal(1, owner: Firm.maria, won: "2023-01-20")
        let at = Firm.instant("2023-02-10")
        deal.changes.append(ChangeFact(deal: deal.deal.id, field: .removed, changed: at, recorded: at, new: 1))
        #expect(try won([deal], "2023-01", asOf: "2023-02-10") == 100_000)
        #expect(try won([deal], "2023-01", asOf: "2023-02-11") == 0)
    }

    @Test("a deal without a rate counts, is listed, and its money is in no sum")
    func withoutRate() throws {
        let pounds = Firm.deal(1, owner: Firm.maria, won: "2023-01-20", currency: Currency(code: "GBP"))
        let report = try report([pounds], "2023-01", asOf: "2023-02-01")
        #expect(report.whole.amount.wonToDate == 0)
        #expect(report.whole.count.wonToDate == 1)
        #expect(report.notes.withoutRate == [Deal.ID(1)])
    }

    @Test("a win is converted at the last rate before its day, an open deal at the last before the instant")
    func rates() throws {
        let dollars = Firm.deal(1, owner: Firm.maria, won: "2023-04-01", currency: Firm.usd)
        #expect(try won([dollars], "2023-04", asOf: "2023-06-01") == 3_650_000)
        let later = Firm.deal(1, owner: Firm.maria, won: "2023-04-02", currency: Firm.usd)
        #expect(try won([later], "2023-04", asOf: "2023-06-01") == 3_725_000)
        let reporter = Reporter(
            Books(frame: Firm.frame(), entries: [Firm.deal(1, owner: nil, won: nil, currency: Firm.usd)]).facts(),
            now: .distantFuture)
        func value(_ asOf: String) throws -> Int64? {
            try reporter.deals(
                DealsQuery(scope: .company), asOf: Firm.instant(asOf), for: reporter.seen(by: .console)
            ).rows[0].baseAmount
        }
        #expect(try value("2023-04-01") == 3_650_000)
        #expect(try value("2023-04-02") == 3_725_000)
    }

    @Test("a day is the company's own, also when clocks are set forward and back")
    func daylight() throws {
        // 23:30 of the last day of a month, half an hour before midnight in Kyiv, on summer and on winter time.
        let spring = Firm.deal(1, owner: nil, won: "2023-03-31T23:30")
        #expect(try won([spring], "2023-03", asOf: "2023-05-01") == 100_000)
        let autumn = Firm.deal(1, owner: nil, won: "2022-10-31T23:30:00+02:00", recorded: "2022-11-01")
        #expect(try won([autumn], "2022-10", asOf: "2022-12-01") == 0)
        var early = Firm.deal(1, owner: nil, created: "2022-09-01", won: "2022-10-30T00:30:00+03:00")
        #expect(try won([early], "2022-10-30..2022-10-30", asOf: "2022-12-01") == 100_000)
        early = Firm.deal(1, owner: nil, created: "2022-09-01", won: "2022-10-30T23:59:00+02:00")
        #expect(try won([early], "2022-10-30..2022-10-30", asOf: "2022-12-01") == 100_000)
    }

    @Test("the first quarter of a fiscal year from February is February to April")
    func fiscal() throws {
        let frame = Firm.frame(fiscalStart: CompanyCalendar.FiscalStart(month: 2, day: 1)!)
        let deals = [
            Firm.deal(1, owner: nil, amount: 1, won: "2023-01-31"),
            Firm.deal(2, owner: nil, amount: 10, won: "2023-02-01"),
            Firm.deal(3, owner: nil, amount: 100, won: "2023-04-30"),
            Firm.deal(4, owner: nil, amount: 1_000, won: "2023-05-01"),
        ]
        #expect(try won(deals, "2023-Q1", asOf: "2023-06-01", frame) == 110)
        #expect(try won(deals, "2022-Q4", asOf: "2023-06-01", frame) == 1)
        #expect(try won(deals, "2023", asOf: "2023-06-01", frame) == 1_110)
    }
}
