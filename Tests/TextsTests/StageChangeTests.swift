import SalesDomain
import Testing

@testable import Texts

struct StageChangeTests {
    private func words(_ language: Company.Language, isLosing: Bool, pace: Double) -> String {
        let texts = Texts(language)
        let change = texts.change(
            of: "Offer", isLosing: isLosing, pace: pace, since: Day(iso: "2026-10-03")!)
        return texts(change.key, change.given).replacing("\u{a0}", with: " ")
    }

    @Test("a stage that changed is said with its direction, by how much and since about when, in both languages")
    func said() {
        let said: [(isLosing: Bool, pace: Double, english: String, ukrainian: String)] = [
            (false, 0.55, "go on from this stage 45% more slowly", "йдуть із цього етапу далі на 45 % повільніше"),
            (false, 1.4, "go on from this stage 40% faster", "йдуть із цього етапу далі на 40 % швидше"),
            (true, 1.6, "lost at this stage 60% more often", "втрачають угоди на 60 % частіше"),
            (true, 0.7, "lost at this stage 30% less often", "втрачають угоди на 30 % рідше"),
        ]
        for (isLosing, pace, english, ukrainian) in said {
            let en = words(.en, isLosing: isLosing, pace: pace)
            #expect(en.contains("“Offer”: since about 3 October 2026 deals") && en.contains(english), "\(en)")
            let uk = words(.uk, isLosing: isLosing, pace: pace)
            #expect(uk.contains("«Offer»: приблизно від 3 жовтня 2026") && uk.contains(ukrainian), "\(uk)")
        }
    }
}
