import SalesDomain
import Testing

@testable import Texts

@Suite("Deals in the place of money")
struct CountedAmountTests {
    @Test("are whole, with the word behind them, in both languages")
    func words() {
        #expect(Texts(.uk).amount(372_140, .deals) == "37\u{A0}угод")
        #expect(Texts(.en).amount(372_140, .deals) == "37\u{A0}deals")
        #expect(Texts(.uk).unit(.unit, .deals) == "угод" && Texts(.en).unit(.thousand, .deals) == "deals")
        #expect(Texts(.uk).column(580_000, .deals, .unit) == "58")
    }
}
