import DemoCompany
import Foundation
import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

/// The made-up company with one seller weak at one stage, and the same without. `LIYKA_SEEDS=40` measures over so many.
@Suite("The planted weakness")
struct PlantTests {
    private static let seeds = ProcessInfo.processInfo.environment["LIYKA_SEEDS"].flatMap { Int($0) } ?? 1
    private static let until = Day(iso: "2026-11-18")!

    private func report(_ seed: Int, _ truth: Truth) throws -> (PlanFactReport, Reporter) {
        let company = DemoCompany(seed: UInt64(seed), until: Self.until, truth: truth)
        let facts = try ExchangeFolder(company).facts
        let now = facts.calendar.zone.start(of: Self.until)
        let reporter = Reporter(facts, now: now)
        let pipeline = facts.frame.pipelines.first { $0.kind == .sales }!
        let request = ReportRequest(
            asOf: now, period: .month(containing: Self.until), pipelines: .one(pipeline.id))
        return (try reporter.planFact(request, for: reporter.seen(by: .console)), reporter)
    }

    @Test("is found where it was planted, and nothing is found without it")
    func found() throws {
        let (plant, plain) = (DemoCompany.truth, DemoCompany.truth.withoutWeakness)
        var (found, cried) = (0, 0)
        for seed in 1...Self.seeds {
            let (with, reporter) = try report(seed, plant)
            let stage = plant.stages[plant.weakness.stage].name
            let names = with.signals.map { signal in
                (reporter.facts.frame.pipelines.flatMap(\.stages).first { $0.id == signal.stage }?.name ?? "")
                    + " " + signal.scope.name(in: reporter.facts.organisation)
            }
            if names.contains(stage + " employee:" + plant.weakness.seller) { found += 1 }
            let without = try report(seed, plain).0
            if !without.signals.isEmpty { cried += 1 }
            print("seed \(seed): \(names) without: \(without.signals.map { ($0.stage, $0.scope, $0.confidence) })")
        }
        print("planted: \(found) of \(Self.seeds) found it; not planted: \(cried) of \(Self.seeds) cried wolf")
        #expect(found * 10 >= Self.seeds * 9)
        #expect(cried * 10 <= Self.seeds)
    }
}
