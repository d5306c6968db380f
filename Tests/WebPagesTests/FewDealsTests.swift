import SalesDomain
import Testing
import Texts

@testable import SalesReports
@testable import WebPages

@Suite("Few deals raise no alarm and judge nothing") struct FewDealsTests {
    @Test("a want of a part of a deal is no alarm, and a want of deals where the plan asks for many is one")
    func short() throws {
        #expect(try row(plan: 0.2, forecast: 0.05)["short"] as? Bool == false)
        #expect(try row(plan: 0.2, forecast: 0.05)["told"] as? Bool == false)
        #expect(try row(plan: 20, forecast: 5)["short"] as? Bool == true)
        #expect(try row(plan: 20, forecast: 5)["told"] as? Bool == true)
    }

    @Test("all rows of a column have as many decimals as the row that needs most")
    func places() {
        #expect(PiecesApart.places([(12, 10, 1.9), (12, 10, 1.4)]) == 1)
        #expect(PiecesApart.places([(12, 10, 1.4)]) == 0)
        #expect(PiecesApart(12, 10, margin: 1.4, places: 1).places == 1)
    }

    @Test(
        "a reference of two deals judges neither stages nor the plan, and says why",
        arguments: [(Company.Language.uk, "Замало угод (2 угоди)"), (.en, "Too few deals (2 deals)")])
    func judges(language: Company.Language, words: String) throws {
        let few = PlanFactPage(report(deals: 2), frame: Firm.frame(.report(.planfact), language: language))
        #expect(try #require(few.values["sentence_html"] as? String).contains(words))
        #expect(few.values["verdict"] is Bool)
        let many = PlanFactPage(report(deals: 200), frame: Firm.frame(.report(.planfact), language: language))
        #expect(try !#require(many.values["sentence_html"] as? String).contains(words))
        #expect(many.values["verdict"] is Values)
    }

    @Test("the verdict says within what the plan is right")
    func range() throws {
        let said = try #require(
            PlanFactPage(report(deals: 200), frame: Firm.frame(.report(.planfact), language: .en))
                .values["sentence_html"] as? String)
        #expect(said.contains("(8 cases in 10: ") && said.contains("the plan is within that."))
    }

    @Test("who moved on, who left and who is still there are all who came")
    func moved() {
        #expect(Texts(.en).moved(75, of: 158, failed: 60) == "75 moved on, 60 left, 23 still there")
        #expect(Texts(.en).moved(75, of: 158, failed: nil) == "75 of 158")
        #expect(Texts(.en).moved(0, of: 0, failed: 0).isEmpty)
    }

    @Test("with a handful of wins accuracy is said to be luck, and nobody is called more accurate")
    func luck() throws {
        let full = Firm.backtest
        let rows = full.rows.filter { $0.level == .company }.map { row in
            BacktestReport.Row(
                origin: row.origin, period: row.period, horizon: row.horizon, subject: row.subject, level: row.level,
                actual: row.actual,
                wonCount: row.period.start == Firm.november.previous(in: Firm.calendar).start ? 4 : 0,
                methods: row.methods, p10: row.p10, p90: row.p90)
        }
        let few = BacktestReport(kind: full.kind, currency: full.currency, rows: rows, summary: full.summary)
        let page = AccuracyPage(few, frame: Firm.frame(.accuracy(), language: .uk)).values
        #expect(try #require(page["sentence_html"] as? String).hasPrefix("За 12 місяців було лише 4 виграші"))
        #expect(page["has_verdicts"] as? Bool == false)
        let usual = AccuracyPage(full, frame: Firm.frame(.accuracy(), language: .uk)).values
        #expect(try !#require(usual["sentence_html"] as? String).contains("випадкова"))
        #expect(usual["has_verdicts"] as? Bool == true)
        #expect(EstimateReport.Accuracy(periods: 12, horizon: 0, template: 1, statistical: 1, model: 1, wins: 4).isLuck)
    }

    @Test("a series of few things is not called forecast, and a whole number at the end of a range is within it")
    func series() throws {
        func report(_ actual: Double) -> SeriesReport {
            let base = Firm.series
            return SeriesReport(
                asOf: base.asOf, counted: base.counted, grain: base.grain, scope: base.scope, steps: base.steps,
                rows: base.rows.map {
                    .init(
                        start: $0.start, end: $0.end, actual: actual, model: 0.3, naiveLast: 0, naiveMean3: 0, low: 0.2,
                        high: 1.4)
                }, accuracy: base.accuracy, method: base.method, interval: base.interval)
        }
        let few = SeriesPage(report(0.25), frame: Firm.frame(.report(.series), language: .uk)).values
        #expect(try #require(few["sentence_html"] as? String).contains("замало даних"))
        #expect(few["accuracy_html"] is Bool)
        let enough = SeriesPage(report(2), frame: Firm.frame(.report(.series), language: .uk)).values
        let rows = try #require(enough["came"] as? [Values])
        #expect(rows[0]["range"] as? String == "0–2" && rows[0]["outside"] as? Bool == false)
        #expect(enough["accuracy_html"] is String)
    }

    private func row(plan: Double, forecast: Double) throws -> Values {
        let report = report(deals: 200) { stage in
            PlanFactReport.Stage(
                stage: stage.stage, openCount: stage.openCount, openAmount: stage.openAmount, methods: stage.methods,
                flow: .init(
                    plan: plan, planAmount: nil, fact: 0, factAmount: 0, forecast: forecast, margin: plan / 10),
                cohort: stage.cohort, money: stage.money, advice: .tooFewCome)
        }
        let page = ReportPage(name: .planfact, head: report.head, frame: Firm.frame(.report(.planfact)))
        let rows = try #require(PlanFactTable(report: report, page: page).values["stages"] as? [Values])
        return try #require(rows.first)
    }

    private func report(
        deals: Int, _ change: (PlanFactReport.Stage) -> PlanFactReport.Stage = { $0 }
    ) -> PlanFactReport {
        let base = Firm.planFact
        return PlanFactReport(
            head: base.head,
            reference: .init(
                kind: .trailing, scope: .company, from: base.reference.from, to: base.reference.to, deals: deals),
            stages: base.stages.map(change), newBusiness: base.newBusiness, totals: base.totals,
            verdict: .init(
                quota: 17_000_000, potential: 18_000_000, low: 15_000_000, high: 20_000_000, word: .right),
            signals: [], comparisons: base.comparisons)
    }
}
