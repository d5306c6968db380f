import Foundation
import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("The practice company", .enabled(if: ExchangeFolder.exists("practice")))
struct PracticeTests {
    @Test("won to date, the naive baselines and the sums are right, at every level and window")
    func windows() throws {
        let folder = try ExchangeFolder("practice")
        let facts = folder.facts
        let text = try Data(contentsOf: ExchangeFolder.data.appending(path: "practice/oracle.json"))
        let oracle = try JSONDecoder().decode(Oracle.self, from: text)
        let reporter = Reporter(facts, now: .distantFuture)
        let seen = reporter.seen(by: .console)
        for window in oracle.windows.prefix(6) {
            let asOf = try #require(facts.calendar.instant(window.as_of))
            let period = try #require(Period(name: window.period, in: facts.calendar))
            var nodes = [String: ForecastReport.Node]()
            for by in [ForecastRequest.Part.department, .employee] {
                let report = try reporter.forecast(ForecastRequest(asOf: asOf, period: period, by: by), for: seen)
                for node in [report.whole] + report.parts {
                    if case .scope(let scope) = node.subject { nodes[scope.name(in: facts.organisation)] = node }
                }
                expectToAddUp(report)
            }
            for (name, truth) in window.scopes {
                let node = try #require(nodes[name], "\(name)")
                #expect(node.amount.wonToDate == Int64((truth.to_date * 100).rounded()), "\(window.as_of) \(name)")
                #expect(node.count.wonToDate == truth.count_to_date)
            }
        }
    }

    @Test("the noise that sets the ceiling is the noise that the oracle knows")
    func noise() throws {
        let facts = try ExchangeFolder("practice").facts
        let text = try Data(contentsOf: ExchangeFolder.data.appending(path: "practice/oracle.json"))
        let reporter = Reporter(facts, now: .distantFuture)
        let seen = reporter.seen(by: .console)
        var (ours, theirs) = (0.0, 0.0)
        for window in try JSONDecoder().decode(Oracle.self, from: text).windows {
            let asOf = try #require(facts.calendar.instant(window.as_of))
            let period = try #require(Period(name: window.period, in: facts.calendar))
            guard period.kind == .month else { continue }
            let report = try reporter.forecast(ForecastRequest(asOf: asOf, period: period), for: seen)
            ours += report.whole.amount.noise / 100
            theirs += try #require(window.scopes["company"]?.oracle_sd)
        }
        print("noise over the oracle's: \(ours / theirs)")
        #expect((0.8...1.25).contains(ours / theirs))
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
            let oracle_sd: Double?
            let naive_last: Double?
            let naive_mean3: Double?
        }
    }
}
