import SalesDomain
import Testing

@testable import Texts

struct PluralTests {
    @Test(
        "Ukrainian counts by the last digits",
        arguments: [
            (0, "0 угод"), (1, "1 угода"), (2, "2 угоди"), (4, "4 угоди"), (5, "5 угод"), (11, "11 угод"),
            (12, "12 угод"), (14, "14 угод"), (21, "21 угода"), (22, "22 угоди"), (111, "111 угод"),
            (1_001, "1\u{202F}001 угода"), (1_012, "1\u{202F}012 угод"),
        ])
    func ukrainian(count: Int, words: String) {
        #expect(counted(count, .uk, "{n|# угода|# угоди|# угод|# угоди}") == words)
    }

    @Test("English tells one from many", arguments: [(0, "0 deals"), (1, "1 deal"), (2, "2 deals"), (21, "21 deals")])
    func english(count: Int, words: String) { #expect(counted(count, .en, "{n|# deal|# deals}") == words) }

    private func counted(_ count: Int, _ language: Company.Language, _ pattern: String) -> String {
        Texts(language).words(of: Pattern(pattern), ["n": .count(count)])
    }
}
