/// What the company says about itself: the settings on which every figure depends.
package struct Company: Sendable, Equatable {
    package enum Basis: String, Sendable, CaseIterable {
        case won, paid, shipped, margin
        /// Money that comes, or goods that go, some time after the deal is won.
        package var comesAfterTheWin: Bool { self == .paid || self == .shipped }
    }
    package enum Amounts: String, Sendable, CaseIterable { case net, gross }
    package enum Language: String, Sendable, CaseIterable { case uk, en }

    package let name: String
    package let baseCurrency: Currency
    package let language: Language
    package let basis: Basis
    package let amounts: Amounts
    package let calendar: CompanyCalendar

    package init(
        name: String, baseCurrency: Currency, language: Language, basis: Basis, amounts: Amounts,
        calendar: CompanyCalendar
    ) {
        self.name = name
        self.baseCurrency = baseCurrency
        self.language = language
        self.basis = basis
        self.amounts = amounts
        self.calendar = calendar
    }
}
