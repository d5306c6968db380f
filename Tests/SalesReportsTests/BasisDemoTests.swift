import DemoCompany
import Foundation
import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

/// Every basis of a made-up company measured on its own past.
@Suite("Payments, shipments and margin of a made-up company")
struct BasisDemoTests {
    static let until = Day(iso: "2026-11-23")!
    static let books = Result { try ExchangeFolder(DemoCompany(seed: 3, deals: 6_000, until: until)).books }

    static func reporter() throws -> Reporter {
        let facts = try books.get().facts()
        return Reporter(facts, now: facts.calendar.zone.start(of: until))
    }

    @Test("the past of each basis is forecast within its noise", arguments: Company.Basis.allCases)
    func backtest(basis: Company.Basis) throws {
        let reporter = try Self.reporter()
        let request = BacktestRequest(asOf: reporter.now, by: .employee, basis: basis)
        let report = try reporter.backtest(request, for: reporter.seen(by: .console))
        if verbose { BasisDemoTests.show(report) }
        let company = report.summary.filter { $0.level == .company }
        #expect(company.count == 3)
        for line in company {
            let model = try #require(line.accuracy[.model])
            let ceiling = try #require(line.ceiling)
            #expect(model > ceiling - 0.06, "\(line.horizon)")
            if basis == .paid || basis == .shipped {
                for naive in [BacktestReport.MethodName.naiveLast, .naiveMean3] {
                    #expect(model > line.accuracy[naive] ?? 0, "\(line.horizon) \(naive)")
                }
            }
        }
        let covered = report.rows.count { $0.p10 <= $0.actual && $0.actual <= $0.p90 }
        let share = Double(covered) / Double(report.rows.count)
        #expect(share > 0.7 && share < 0.93, "\(share)")
    }

    /// With `LIYKA_SHOW` in the environment the figures of docs/methods/payments.md are printed.
    private var verbose: Bool { ProcessInfo.processInfo.environment["LIYKA_SHOW"] != nil }

    private static func show(_ report: BacktestReport) {
        func percent(_ share: Double?) -> String { share.map { "\(($0 * 1000).rounded() / 10)" } ?? "–" }
        for line in report.summary {
            print(
                report.basis.rawValue, line.level.rawValue, percent(line.horizon),
                line.accuracy.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                    "\($0.key.rawValue) \(percent($0.value))"
                }, "ceiling", percent(line.ceiling), "coverage", percent(line.coverage80))
        }
    }
}
