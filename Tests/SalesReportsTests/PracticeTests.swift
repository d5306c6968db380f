import Foundation
import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("The practice company", .enabled(if: ExchangeFolder.exists("practice")))
struct PracticeTests {
    @Test("what is won to date is what happened, at every level and window")
    func wonToDate() throws {
        let folder = try ExchangeFolder("practice")
        let facts = folder.facts
        let text = try Data(contentsOf: ExchangeFolder.data.appending(path: "practice/oracle.json"))
        let oracle = try JSONDecoder().decode(Oracle.self, from: text)
        let reporter = Reporter(facts, now: .distantFuture)
        let seen = Visibility.seen(by: .console, in: facts.organisation, on: Day(number: 0))
        for window in oracle.windows {
            let asOf = try #require(facts.calendar.instant(window.as_of))
            let period = try #require(Period(name: window.period, in: facts.calendar))
            for (name, truth) in window.scopes {
                let scope = try #require(Scope(name: name, in: facts.organisation))
                let report = try reporter.forecast(ForecastRequest(asOf: asOf, period: period, scope: scope), for: seen)
                #expect(
                    report.whole.amount.wonToDate == Int64((truth.to_date * 100).rounded()), "\(window.as_of) \(name)")
                #expect(report.whole.count.wonToDate == truth.count_to_date)
            }
        }
    }

    struct Oracle: Decodable {
        let windows: [Window]
        struct Window: Decodable {
            let as_of: String
            let period: String
            let scopes: [String: Truth]
        }
        struct Truth: Decodable {
            let amount: Double
            let count: Int
            let to_date: Double
            let count_to_date: Int
            let naive_last: Double?
            let naive_mean3: Double?
        }
    }
}
