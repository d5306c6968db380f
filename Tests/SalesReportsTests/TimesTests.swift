import Foundation
import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("Times", .enabled(if: ProcessInfo.processInfo.environment["LIYKA_TIMES"] != nil))
struct TimesTests {
    @Test("parts of one answer")
    func parts() throws {
        let clock = ContinuousClock()
        func time<R>(_ name: String, _ body: () throws -> R) rethrows -> R {
            let start = clock.now
            let result = try body()
            print(name, clock.now - start)
            return result
        }
        let facts = try time("read") { try ExchangeFolder("practice").facts }
        let asOf = facts.calendar.instant("2023-09-01")!
        let picture = time("picture") { CompanyPicture(facts, asOf: asOf, pipelines: .sales) }
        for _ in 0..<2 {
            _ = time("forecast") {
                CompanyForecast(
                    CompanyQuestion(
                        asOf: asOf, period: .month(containing: facts.calendar.zone.day(of: asOf)), pipelines: .sales),
                    facts, picture: picture)
            }
        }
    }
}
