import ReportDocuments
import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("Whatever the clock, the year and the deals: figures are whole, add up and know nothing of what comes later")
struct StrangeBooksTests {
    @Test("forecasts of the month, the quarter and the year", arguments: StrangeBooks.all)
    func forecasts(firm: StrangeBooks) throws {
        let reporter = Reporter(firm.books().facts(), now: firm.calendar.instant("2023-07-15")!)
        for asOf in ["2022-10-30T03:30", "2023-03-26T03:30", "2023-05-15"] {
            let instant = firm.calendar.instant(asOf)!
            let day = firm.calendar.zone.day(of: instant)
            for period in [Period.month(containing: day), .quarter(containing: day, in: firm.calendar)] {
                let report = try reporter.forecast(
                    ForecastRequest(asOf: instant, period: period, by: .employee), for: reporter.seen(by: .console))
                expectToAddUp(report)
                for node in [report.whole] + report.parts { expectToBeSane(node) }
            }
        }
    }

    @Test(
        "a backtest of the last three months; where everything closed on one day there is none",
        arguments: StrangeBooks.all)
    func backtest(firm: StrangeBooks) throws {
        let reporter = Reporter(firm.books().facts(), now: firm.calendar.instant("2023-07-15")!)
        let asked = BacktestRequest(
            asOf: reporter.now, from: .month(containing: Day(iso: "2023-04-01")!), by: .employee)
        guard firm.fate != .oneDay else {
            let usual = BacktestRequest(asOf: reporter.now)
            #expect(throws: ReportRefusal.noPeriods) {
                try reporter.backtest(usual, for: reporter.seen(by: .console))
            }
            return
        }
        let report = try reporter.backtest(asked, for: reporter.seen(by: .console))
        #expect(!report.rows.isEmpty)
        for row in report.rows { #expect(row.p10 <= row.p90 && row.noise.isFinite && row.noise >= 0) }
    }

    @Test("nothing recorded later is in an answer, to the hour in which clocks jump", arguments: StrangeBooks.all)
    func leak(firm: StrangeBooks) throws {
        let books = firm.books()
        for asOf in ["2022-10-30T03:30", "2023-04-02T02:00", "2023-05-14"] {
            let instant = firm.calendar.instant(asOf)!
            func said(_ books: Books) throws -> ForecastReport {
                let reporter = Reporter(books.facts(), now: .distantFuture)
                let month = Period.month(containing: firm.calendar.zone.day(of: instant))
                return try reporter.forecast(
                    ForecastRequest(asOf: instant, period: month, by: .employee), for: reporter.seen(by: .console))
            }
            #expect(try said(books) == said(books.known(before: instant)))
        }
    }

    private func expectToBeSane(_ node: ForecastReport.Node, _ place: SourceLocation = #_sourceLocation) {
        let amount = node.amount
        #expect(amount.p10 <= amount.p50 && amount.p50 <= amount.p90, sourceLocation: place)
        #expect(amount.wonToDate <= amount.p10 && amount.fromOpen >= 0 && amount.fromNew >= 0, sourceLocation: place)
        #expect(amount.noise.isFinite && amount.noise >= 0, sourceLocation: place)
        #expect(node.count.fromOpen.isFinite && node.count.statistical.isFinite, sourceLocation: place)
    }
}
