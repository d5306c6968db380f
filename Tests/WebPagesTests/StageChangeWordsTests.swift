import SalesDomain
import Testing

@testable import SalesReports
@testable import WebPages

/// What the company's page says of a stage that changed alone.
struct StageChangeWordsTests {
    private func lines(
        _ exit: ForecastReport.StageChange.Exit, _ pace: Double, _ language: Company.Language
    ) -> [String] {
        var notes = Firm.notes("template")
        notes.stageChanges = [
            .init(stage: Firm.sales.stages[2].id, exit: exit, pace: pace, since: Day(iso: "2026-10-03")!)
        ]
        let frame = Firm.frame(.company(), language: language)
        let plan = ForecastReport.Plan(quota: nil, isSum: false, probability: nil)
        let values = ForecastNotes(notes: notes, plan: plan, frame: frame).values
        return (values["notes"] as? [Values] ?? []).compactMap { $0["words_html"] as? String }.map {
            $0.replacing("\u{a0}", with: " ").replacing("\u{202f}", with: " ")
        }
    }

    @Test("stage, direction, by how much and since about when are said in both languages")
    func words() {
        let said: [(ForecastReport.StageChange.Exit, Double, String, String)] = [
            (
                .progress, 0.55, "go on from this stage 45% more slowly",
                "угоди йдуть із цього етапу далі на 45 % повільніше"
            ),
            (.progress, 1.4, "go on from this stage 40% faster", "угоди йдуть із цього етапу далі на 40 % швидше"),
            (.loss, 1.6, "are lost at this stage 60% more often", "втрачають угоди на 60 % частіше"),
            (.loss, 0.7, "are lost at this stage 30% less often", "втрачають угоди на 30 % рідше"),
        ]
        let stage = Firm.sales.stages[2].name
        for (exit, pace, english, ukrainian) in said {
            let en = lines(exit, pace, .en).filter { $0.contains(english) }
            #expect(
                en.count == 1 && en[0].contains("3 October 2026") && en[0].contains(stage), "\(lines(exit, pace, .en))")
            let uk = lines(exit, pace, .uk).filter { $0.contains(ukrainian) }
            #expect(
                uk.count == 1 && uk[0].contains("3 жовтня 2026") && uk[0].contains(stage), "\(lines(exit, pace, .uk))")
        }
    }
}
