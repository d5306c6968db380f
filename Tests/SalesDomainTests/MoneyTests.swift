import SalesDomain
import Testing

@Suite("Money")
struct MoneyTests {
    private let hryvnia = Currency(code: "UAH")!

    @Test("a decimal reads into minor units and prints back")
    func decimals() throws {
        #expect(try Money(decimal: "1250.5", currency: hryvnia).minorUnits == 125_050)
        #expect(try Money(decimal: "-0.05", currency: hryvnia).decimal == "-0.05")
        #expect(try Money(decimal: "7", currency: Currency(code: "JPY")!).decimal == "7")
        #expect(try Money(decimal: "1.2340", currency: Currency(code: "KWD")!).minorUnits == 1234)
        for minor in stride(from: Int64(-1_000_000), through: 1_000_000, by: 37) {
            let money = Money(minorUnits: minor, currency: hryvnia)
            #expect(try Money(decimal: money.decimal, currency: hryvnia) == money)
        }
    }

    @Test("what is not a decimal of that currency is refused with the reason")
    func refused() {
        #expect(throws: Money.Problem.tooManyDecimals) { try Money(decimal: "1.005", currency: hryvnia) }
        #expect(throws: Money.Problem.notANumber) { try Money(decimal: "1,5", currency: hryvnia) }
        #expect(throws: Money.Problem.notANumber) { try Money(decimal: "", currency: hryvnia) }
        #expect(throws: Money.Problem.tooLarge) { try Money(decimal: "1000000000000.01", currency: hryvnia) }
        #expect(throws: Money.Problem.tooLarge) { try Money(decimal: "99999999999999999999999", currency: hryvnia) }
    }

    @Test("two currencies never add up")
    func currencies() {
        #expect(throws: Money.Problem.otherCurrency) {
            try Money(minorUnits: 1, currency: hryvnia).plus(Money(minorUnits: 1, currency: Currency(code: "USD")!))
        }
        #expect(Currency(code: "XXQ") == nil)
    }
}
