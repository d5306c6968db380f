import SalesDomain

/// A decimal as it stands in a file, before its currency is known.
package struct Amount: Equatable, Sendable {
    package let text: String
    package init(text: String) { self.text = text }
    package init(_ money: Money) { text = money.decimal }

    /// In minor units of a currency; never less than nothing. `place` makes a refusal of the reason.
    package func money(in currency: Currency, place: (Refusal.Reason) -> Refusal) throws(Refusal) -> Money {
        let money = try signed(in: currency, place: place)
        if money.minorUnits < 0 { throw place(.negative(text)) }
        return money
    }

    /// The same of what may be less than nothing.
    package func signed(in currency: Currency, place: (Refusal.Reason) -> Refusal) throws(Refusal) -> Money {
        do {
            return try Money(decimal: text, currency: currency)
        } catch {
            switch error {
            case .notANumber, .otherCurrency: throw place(.notANumber(text))
            case .tooManyDecimals: throw place(.tooManyDecimals(text, currency: currency.code))
            case .tooLarge: throw place(.tooLarge(text))
            }
        }
    }
}
