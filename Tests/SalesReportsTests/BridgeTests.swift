import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("The bridge to a forecast")
struct BridgeTests {
    @Test("won + stages + new business + correction is the forecast, to the smallest unit", arguments: [41, 42])
    func adding(seed: UInt64) throws {
        let reporter = Reporter(Firm.random(seed).facts(), now: Firm.now)
        let seen = reporter.seen(by: .console)
        for asOf in ["2023-05-01", "2023-05-20", "2023-06-10"] {
            for scope in [Scope.company, .department(Firm.sales), .employee(Firm.petro), .employee(nil)] {
                let report = try reporter.forecast(
                    ForecastRequest(
                        asOf: Firm.instant(asOf), period: .month(containing: Firm.moved), scope: scope), for: seen)
                let bridge = try #require(report.bridge)
                #expect(bridge.mean == report.whole.amount.mean && bridge.wonToDate == report.whole.amount.wonToDate)
                if asOf == "2023-06-10" { #expect(bridge.stages.isEmpty && bridge.correction == 0) }
            }
        }
    }

    @Test("stages and new business are the company's whole, whoever's they are")
    func parts() throws {
        let reporter = Reporter(Firm.random(43).facts(), now: Firm.now)
        func bridge(_ scope: Scope) throws -> ForecastReport.Bridge {
            try #require(
                try reporter.forecast(
                    ForecastRequest(
                        asOf: Firm.instant("2023-05-10"), period: .month(containing: Firm.moved), scope: scope),
                    for: reporter.seen(by: .console)
                ).bridge)
        }
        let whole = try bridge(.company)
        let parts = try [Scope.department(Firm.sales), .department(Firm.service), .department(nil)].map(bridge)
        #expect(whole.newBusiness > 0 && whole.stages.contains { $0.likely > 0 })
        #expect(abs(whole.newBusiness - parts.reduce(0) { $0 + $1.newBusiness }) <= 3)
        let likely = parts.flatMap(\.stages).reduce(0) { $0 + $1.likely }
        #expect(abs(whole.stages.reduce(0) { $0 + $1.likely } - likely) <= 20)
        #expect(whole.stages.reduce(0) { $0 + $1.count } == parts.flatMap(\.stages).reduce(0) { $0 + $1.count })
    }
}
