/// The first run: who is the administrator of this empty database.
package struct SetUpPage: Sendable {
    /// The form's fields, posted under these names together with `csrf`.
    package enum Field: String, Sendable, CaseIterable {
        case code, company
        case timeZone = "time_zone"
        case currency
        /// `04-01`.
        case fiscalYearStart = "fiscal_year_start"
        case language, name, email, password
    }
    package enum Problem: Sendable, Equatable {
        case empty, wrongCode, notAnAddress
        /// No such time zone, currency, day or language.
        case unknown
        /// The least number of characters.
        case tooShort(Int)
    }
    private let values: [Field: String]
    private let problems: [Field: Problem]
    private let frame: Frame

    /// `values`: what was typed before; the password is never shown again.
    package init(values: [Field: String] = [:], problems: [Field: Problem] = [:], frame: Frame) {
        self.values = values
        self.problems = problems
        self.frame = frame
    }

    package func html() -> String { "" }
}
