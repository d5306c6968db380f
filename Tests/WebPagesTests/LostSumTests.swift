import SalesDomain
import Testing

@testable import SalesReports
@testable import WebPages

@Suite("What a weak stage has cost, in the sentence") struct LostSumTests {
    @Test(
        "where hardly anything of what a stage has cost can come back, the sentence says how little",
        arguments: [Company.Language.uk, .en])
    func past(language: Company.Language) throws {
        let late = try sentence(money: 17_800, missed: 278_000_000, language)
        let early = try sentence(money: 178_000_000, missed: 278_000_000, language)
        let only = language == .uk ? "лише" : "only"
        #expect(late.contains(only) && late.contains("178") && late.contains(language == .uk ? "2,78" : "2.78"))
        #expect(!early.contains(only) && early.contains(language == .uk ? "1,78" : "1.78"))
    }

    private func sentence(money: Int64, missed: Int64, _ language: Company.Language) throws -> String {
        let base = Firm.planFact
        let stage = try #require(base.stages.first)
        let signal = PlanFactReport.Signal(
            stage: stage.stage, scope: base.head.scope, from: base.head.period.start, to: base.head.period.end,
            entered: 168, movedOn: 85, conversion: 0.5, reference: 0.75, low: 0.45, high: 0.55, confidence: 0.99,
            money: money, missed: missed)
        let report = PlanFactReport(
            head: base.head, reference: base.reference, stages: base.stages, newBusiness: base.newBusiness,
            totals: base.totals, verdict: base.verdict, signals: [signal], comparisons: base.comparisons)
        let page = PlanFactPage(report, frame: Firm.frame(.report(.planfact), language: language))
        return try #require(page.values["sentence_html"] as? String)
    }
}
