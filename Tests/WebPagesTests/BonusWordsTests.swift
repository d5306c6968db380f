import Foundation
import Testing

@testable import WebPages

/// What the pages of bonuses and commission plans say.
struct BonusWordsTests {
    private func page(_ name: String) throws -> String {
        let sample = try #require(Sample.all.first { $0.name == name })
        return sample.html().replacing("\u{a0}", with: " ").replacing("\u{202f}", with: " ")
    }

    @Test("a bonus of a quarter names it, and is not added to those of the month")
    func periodsApart() throws {
        let mixed = try page("bonuses-mixed-uk")
        #expect(mixed.contains("IV квартал 2026"))
        let sentence = try #require(mixed.firstMatch(of: /<p class="sentence">(.*?)<\/p>/)?.output.1)
        #expect(sentence.contains("листопад 2026") && sentence.contains("IV квартал 2026"))
        #expect(sentence.contains("<b>38 900") && sentence.contains("<b>38 800"), "\(sentence)")
        let own = try page("bonuses-quarter-uk")
        let said = try #require(own.firstMatch(of: /<p class="sentence">(.*?)<\/p>/)?.output.1)
        #expect(said.contains("IV квартал 2026") && !said.contains("листопад"))
    }

    @Test("a bonus below the threshold says how much of the plan that is, and from where on it pays")
    func threshold() throws {
        let own = try page("bonuses-quarter-uk")
        #expect(own.contains("48 % плану") && own.contains("платить від 80 % плану"))
        #expect(own.contains("до порога бракує"))
        // What is expected is above it: the tier that it reaches is named.
        #expect(own.contains("від 100 % плану — ×1,2"))
        // A part of a target has no rate of its own: what it comes to is shown.
        #expect(own.contains("≈ 1,62 %"))
    }

    @Test("a plan is read with its rates, tiers, threshold, ceiling, accelerators, people and dates")
    func scheme() throws {
        let all = try page("schemes-uk")
        for words in [
            "від 120 % плану: <b>6 %</b>", "підвищена ставка", "50 % плану", "150 000 ₴", "від 1 січня 2026",
            "400 ₴ за кожного", "×1,2", "36 000 ₴ × виконання плану", "роль «менеджер»", "ще 2 людини",
            "Попередні версії: 1", "Менеджери &lt;1&gt;",
        ] {
            #expect(all.contains(words), "\(words)")
        }
    }

    @Test("a list of calls names no deal that its reader may not see")
    func callsAreDiscreet() throws {
        let calls = try page("calls-uk")
        #expect(calls.contains("/deals/101") && !calls.contains("/deals/102"))
        #expect(calls.contains("1 489 дзвінків") && calls.contains("61–65"))
    }
}
