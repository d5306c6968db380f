import SalesDomain
import Testing

@testable import SalesReports
@testable import WebPages

@Suite("Columns that add up as they are shown") struct AddingUpTests {
    @Test("parts rounded to whole units make the whole as it is rounded", arguments: UInt64(1)...200)
    func apportioned(seed: UInt64) {
        var state = seed
        func roll(_ count: Int64) -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(state >> 33) % count
        }
        let unit: Int64 = 100_000
        let parts = (0..<roll(9) + 1).map { _ in roll(70 * unit) - (seed % 3 == 0 ? 5 * unit : 0) }
        let whole = parts.reduce(0, +)
        let shown = Apportioned(parts, of: whole, in: unit).values
        #expect(shown.reduce(0, +) == Int64((Double(whole) / Double(unit)).rounded()) * unit)
        #expect(zip(shown, parts).allSatisfy { abs($0 - $1) < unit && $0 % unit == 0 })
    }

    @Test("what does not add up is not made to")
    func loose() {
        #expect(Apportioned([1, 2], of: 500, in: 100).values == [1, 2])
    }

    @Test("plan against fact: stages, new business and what is won make the total in every method's column")
    func planFact() throws {
        let report = Firm.planFactInMoney
        let frame = Firm.frame(.report(.planfact), language: .uk)
        let values = PlanFactTable(report: report, page: ReportPage(name: .planfact, head: report.head, frame: frame))
            .values
        func number(_ value: Any?) throws -> Int64 {
            let text = try #require(value as? String).filter { $0.isNumber || $0 == "−" }
            return try #require(Int64(text.replacing("−", with: "-")))
        }
        let rows = try #require(values["stages"] as? [[String: Any]])
        let (new, won) = (values["new"] as? [String: Any], values["won"] as? [String: Any])
        let total = values["total"] as? [String: Any]
        for method in ["template", "statistical", "model"] {
            let parts = try (rows + [new ?? [:], won ?? [:]]).map { try number($0[method]) }
            #expect(try parts.reduce(0, +) == number(total?[method]), "\(method)")
        }
        #expect(try number(won?["model"]) == 271)
        #expect((total?["deviation"] as? String)?.hasSuffix(" ±450") == true)
    }

    @Test("the estimate rounds its parts as plan against fact does: they make the total, and both pages say the same")
    func estimate() throws {
        let base = Firm.planFactInMoney
        let report = EstimateReport(
            head: base.head,
            stages: base.stages.map {
                .init(
                    stage: $0.stage, count: $0.openCount, amount: base.totals.openAmount, dueCount: 0, dueAmount: 0,
                    probability: nil, modelOfDue: 0, methods: $0.methods)
            }, newBusiness: base.newBusiness, wonToDate: base.totals.wonToDate, totals: base.totals.methods,
            accuracy: nil)
        let frame = Firm.frame(.report(.estimate), language: .uk)
        let own = EstimateTable(report: report, page: ReportPage(name: .estimate, head: report.head, frame: frame))
            .values
        let other = PlanFactTable(report: base, page: ReportPage(name: .planfact, head: base.head, frame: frame)).values
        let (rows, others) = (try #require(own["stages"] as? [Values]), try #require(other["stages"] as? [Values]))
        for method in ["template", "statistical", "model"] {
            #expect(rows.map { $0[method] as? String } == others.map { $0[method] as? String }, "\(method)")
        }
        #expect((own["total"] as? Values)?["model"] as? String == (other["total"] as? Values)?["model"] as? String)
    }
}

extension Firm {
    /// The same stages with money in which each part is rounded another way than the whole.
    fileprivate static let planFactInMoney: PlanFactReport = {
        let base = planFact
        func methods(_ value: Int64) -> EstimateReport.Methods {
            .init(template: value + 44_444, statistical: value + 7_777, model: value)
        }
        let stages = base.stages.enumerated().map { place, stage in
            PlanFactReport.Stage(
                stage: stage.stage, openCount: stage.openCount, openAmount: stage.openAmount,
                methods: methods(Int64(place + 1) * 33_345_349), flow: stage.flow, cohort: stage.cohort,
                money: stage.money, advice: stage.advice)
        }
        let (new, won) = (methods(12_345_651), Int64(27_100_000))
        let parts = stages.map(\.methods) + [new]
        let whole = EstimateReport.Methods(
            template: parts.compactMap(\.template).reduce(won, +),
            statistical: parts.map(\.statistical).reduce(won, +), model: parts.map(\.model).reduce(won, +))
        return PlanFactReport(
            head: base.head, reference: base.reference, stages: stages, newBusiness: new,
            totals: PlanFactReport.Totals(
                openCount: 5, openAmount: 900_000_000, methods: whole, wonToDate: won, wonCount: 3,
                p10: whole.model - 50_000_000, p90: whole.model + 40_000_000, quota: 600_000_000, wonPlan: nil,
                wonForecast: 9, wonMargin: 2, conversion: nil, reference: nil, money: nil),
            verdict: base.verdict, signals: base.signals, comparisons: base.comparisons)
    }()
}
