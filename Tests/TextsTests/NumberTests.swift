import SalesDomain
import Testing

@testable import Texts

struct NumberTests {
    private let uk = Texts(.uk)
    private let en = Texts(.en)
    private let uah = Currency(code: "UAH")!
    private let usd = Currency(code: "USD")!
    private let chf = Currency(code: "CHF")!

    @Test("thousands stand apart, minus is a minus")
    func integers() {
        #expect(uk.integer(1_234_567) == "1\u{202F}234\u{202F}567")
        #expect(en.integer(1_234_567) == "1,234,567")
        #expect(uk.integer(-900) == "\u{2212}900")
        #expect(uk.integer(0) == "0")
        #expect(uk.integer(Int64.min) == "\u{2212}9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}808")
    }

    @Test("decimals by the language's mark; what rounds to nothing has no minus")
    func decimals() {
        #expect(uk.decimal(18.64, places: 1) == "18,6")
        #expect(en.decimal(18.66, places: 1) == "18.7")
        #expect(uk.decimal(-0.04, places: 1) == "0,0")
        #expect(uk.decimal(0.05, places: 2) == "0,05")
        #expect(uk.decimal(.nan, places: 1) == "–")
        #expect(uk.decimal(.infinity, places: 1) == "–")
    }

    @Test("a probability is never certain before it is")
    func probabilities() {
        #expect(uk.probability(0.15) == "15\u{00A0}%")
        #expect(en.probability(0.15) == "15%")
        #expect(uk.probability(0.001) == "<\u{202F}1\u{00A0}%")
        #expect(uk.probability(0.999) == ">\u{202F}99\u{00A0}%")
        #expect(uk.probability(1) == "100\u{00A0}%")
        #expect(uk.probability(0) == "0\u{00A0}%")
    }

    @Test(
        "an amount in a sentence has three digits and a unit",
        arguments: [
            (1_860_000_000, "18,6\u{00A0}млн\u{00A0}₴", "₴18.6M"), (2_000_000_000, "20\u{00A0}млн\u{00A0}₴", "₴20M"),
            (124_000_000, "1,24\u{00A0}млн\u{00A0}₴", "₴1.24M"), (71_200_000, "712\u{00A0}тис.\u{00A0}₴", "₴712K"),
            (2_140_000, "21\u{202F}400\u{00A0}₴", "₴21,400"), (0, "0\u{00A0}₴", "₴0"),
            (99_999_999, "1,00\u{00A0}млн\u{00A0}₴", "₴1.00M"),
            (-90_000_000, "\u{2212}900\u{00A0}тис.\u{00A0}₴", "\u{2212}\u{2060}₴900K"),
            (123_456_789_000, "1,23\u{00A0}млрд\u{00A0}₴", "₴1.23B"),
        ] as [(Int64, String, String)])
    func amounts(minor: Int64, ukrainian: String, english: String) {
        #expect(uk.amount(minor, uah) == ukrainian)
        #expect(en.amount(minor, uah) == english)
    }

    @Test("a line breaks nowhere within an amount below nothing")
    func whole() {
        let hryvnia = Currency(code: "UAH")!
        #expect(Texts(.en).amount(-222_000_000, hryvnia) == "−\u{2060}₴2.22M")
        for (language, dollars) in [(Company.Language.uk, "USD"), (.en, "USD"), (.uk, "NOK"), (.en, "NOK")] {
            let texts = Texts(language)
            for text in [
                texts.amount(-222_000_000, Currency(code: dollars)!), texts.whole(-1_234_500, Currency(code: dollars)!),
            ] {
                #expect(!text.contains(" ") && text.hasPrefix("−"))
                #expect(text.dropFirst().first.map { $0.isNumber || $0 == "\u{2060}" } ?? false)
            }
        }
    }

    @Test("both ends of a range are in the units of the upper one")
    func ranges() {
        #expect(uk.amounts(from: 1_690_000_000, to: 2_040_000_000, uah) == ("16,9", "20,4\u{00A0}млн\u{00A0}₴"))
        #expect(uk.amounts(from: 98_000_000, to: 151_000_000, uah) == ("0,98", "1,51\u{00A0}млн\u{00A0}₴"))
        #expect(en.amounts(from: 1_690_000_000, to: 2_040_000_000, uah) == ("₴16.9M", "₴20.4M"))
    }

    @Test(
        "a whole amount with its currency is the number that a column shows, to the nearest unit",
        arguments: [
            (3_420_865, "34\u{202F}209"), (3_420_849, "34\u{202F}208"), (-150, "\u{2212}2"), (0, "0"),
        ] as [(Int64, String)])
    func whole(minor: Int64, number: String) {
        #expect(uk.column(minor, uah, .unit) == number)
        #expect(uk.whole(minor, uah) == number + "\u{00A0}₴")
    }

    @Test("an exact amount shows its minor units when it has any; a currency without a sign is called by its code")
    func exact() {
        #expect(uk.exact(Money(minorUnits: 400_050, currency: usd)) == "4\u{202F}000,50\u{00A0}$")
        #expect(uk.exact(Money(minorUnits: 400_000, currency: usd)) == "4\u{202F}000\u{00A0}$")
        #expect(en.exact(Money(minorUnits: 400_050, currency: usd)) == "$4,000.50")
        #expect(en.exact(Money(minorUnits: 400_000, currency: chf)) == "CHF\u{00A0}4,000")
    }
}
