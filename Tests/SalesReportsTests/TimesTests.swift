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

    /// A million deals with five million entries.
    @Test("a large company")
    func large() throws {
        let clock = ContinuousClock()
        func time<R>(_ name: String, _ body: () throws -> R) rethrows -> R {
            let start = clock.now
            let result = try body()
            print(name, clock.now - start, Memory.resident)
            return result
        }
        let facts = time("build") { Self.facts(deals: 1_000_000) }
        let asOf = Firm.instant("2023-06-12")
        let cut = time("cut") { facts.cut(asOf: asOf) }
        let past = time("cut of the past") { facts.cut(asOf: Firm.instant("2022-12-01")) }
        print(cut.count, past.count, cut.steps.value.count)
        let picture = time("picture") { CompanyPicture(facts, asOf: asOf, pipelines: .sales) }
        time("won") { _ = WonTotals(cut, picture.people.nodes, from: 19_500, to: 19_530) }
        let reporter = Reporter(facts, now: asOf)
        _ = try time("deals") {
            try reporter.deals(DealsQuery(scope: .company), asOf: asOf, for: reporter.seen(by: .console))
        }
        var followed = facts
        time("absorb") {
            var builder = facts.builder()
            builder.add(deal: DealFact(id: Deal.ID(500_000), created: asOf, recorded: asOf, pipeline: Firm.pipeline))
            followed.absorb(builder, position: 2)
        }
        guard ProcessInfo.processInfo.environment["LIYKA_TIMES"] == "all" else { return }
        let month = Period.month(containing: Day(iso: "2023-06-01")!)
        _ = time("forecast") {
            CompanyForecast(CompanyQuestion(asOf: asOf, period: month, pipelines: .sales), facts, picture: picture)
        }
    }

    private static func facts(deals: Int) -> Facts {
        var random = Seeded(9)
        let frame = Firm.frame()
        var builder = FactsBuilder(zone: frame.calendar.zone)
        let start = Firm.instant("2020-01-01")
        let span: Int64 = 1_250 * 86_400
        for id in 1...deals {
            let deal = Deal.ID(Int64(id))
            let created = start.adding(seconds: Int64(id) * span / Int64(deals))
            builder.add(
                deal: DealFact(
                    id: deal, created: created, recorded: created, pipeline: Firm.pipeline, stage: Firm.new,
                    amount: Int64.random(in: 10_000...900_000, using: &random),
                    owner: Employee.ID(Int64.random(in: 1...5, using: &random)),
                    expectedClose: Firm.kyiv.day(of: created.adding(seconds: 30 * 86_400)),
                    account: Account.ID(Int64.random(in: 1...200_000, using: &random))))
            var when = created
            func say(_ field: Deal.Field, _ value: Int64) {
                when = when.adding(seconds: Int64.random(in: 3_600...1_500_000, using: &random))
                builder.add(change: ChangeFact(deal: deal, field: field, changed: when, recorded: when, new: value))
            }
            say(.stage, 2)
            say(.amount, Int64.random(in: 10_000...900_000, using: &random))
            say(.expectedClose, Int64(Firm.kyiv.day(of: when).number + 20))
            say(.stage, 3)
            say(.stage, Bool.random(using: &random) ? 4 : 5)
        }
        return builder.facts(frame: frame, position: 1)
    }
}

private enum Memory {
    static var resident: String {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        return status.split(separator: "\n").filter { $0.hasPrefix("VmRSS") || $0.hasPrefix("VmHWM") }.joined(
            separator: " ")
    }
}
