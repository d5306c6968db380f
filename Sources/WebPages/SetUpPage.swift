internal import SalesDomain
internal import Texts
internal import WebRoutes

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
    private let hasDeals: Bool
    private let frame: Frame

    /// - Parameters:
    ///   - values: what was typed before; the password is never shown again.
    ///   - hasDeals: data were imported before anybody could sign in.
    package init(
        values: [Field: String] = [:], problems: [Field: Problem] = [:], hasDeals: Bool = false, frame: Frame
    ) {
        self.hasDeals = hasDeals
        self.values = values
        self.problems = problems
        self.frame = frame
    }

    package func html() -> String { Templates.render("set-up", values(frame.texts)) }

    func values(_ texts: Texts) -> Values {
        frame.values(
            Heading(title: texts("set_up.title")),
            [
                "lead": texts(hasDeals ? "set_up.lead.data" : "set_up.lead"), "action": Route.setUp.target,
                "wide": true, "fields": Field.allCases.map { field($0, texts) },
            ])
    }

    private func field(_ field: Field, _ texts: Texts) -> Values {
        let problem = problems[field].map { words(of: $0, texts) }
        let choices = field == .language ? ["options": languages] as Values : false as Any
        return [
            "name": field.rawValue, "label": texts("set_up.field." + field.rawValue),
            "hint": problem ?? texts("set_up.hint." + field.rawValue), "wrong": problem != nil, "choices": choices,
            "kind": field == .password ? "password" : field == .email ? "email" : "text",
            "value": field == .password ? "" : values[field] ?? beginning(field), "fill": filling(field),
            "first": field == (Field.allCases.first { problems[$0] != nil } ?? .code),
        ]
    }

    private var languages: [Values] {
        let chosen = values[.language] ?? frame.language.rawValue
        return Company.Language.allCases.map {
            ["code": $0.rawValue, "label": $0.ownName, "current": $0.rawValue == chosen]
        }
    }

    /// What most companies of this language would type.
    private func beginning(_ field: Field) -> String {
        let company = frame.company
        switch field {
        case .timeZone:
            let known = company.calendar.zone.identifier
            return known == Zone.utc.identifier && frame.language == .uk ? "Europe/Kyiv" : known
        case .currency: return company.baseCurrency.code
        case .fiscalYearStart: return "01-01"
        case .company: return company.name
        case .code, .language, .name, .email, .password: return ""
        }
    }

    private func filling(_ field: Field) -> String {
        switch field {
        case .code: "one-time-code"
        case .company: "organization"
        case .name: "name"
        case .email: "username"
        case .password: "new-password"
        case .timeZone, .currency, .fiscalYearStart, .language: "off"
        }
    }

    private func words(of problem: Problem, _ texts: Texts) -> String {
        switch problem {
        case .empty: texts("set_up.problem.empty")
        case .wrongCode: texts("set_up.problem.wrong_code")
        case .notAnAddress: texts("set_up.problem.not_an_address")
        case .unknown: texts("set_up.problem.unknown")
        case .tooShort(let least): texts("set_up.problem.too_short", ["least": .count(least)])
        }
    }
}
