internal import SalesDomain
internal import Texts
internal import WebRoutes

/// One's own password, and the tokens with which programs read in one's place.
package struct AccountPage: Sendable {
    package enum Outcome: Sendable, Equatable {
        case changed
        /// The present password is another.
        case wrong
        /// Too many guesses; seconds to wait.
        case slowed(Int)
        /// Characters that the new one must have.
        case tooShort(Int)
    }

    package enum TokenProblem: Sendable, Equatable {
        case empty, taken, over
        /// As many as a person may have.
        case tooMany(Int)
        case wrongPassword
        /// Too many guesses; seconds to wait.
        case slowed(Int)
    }

    package struct Content: Sendable {
        package var outcome: Outcome?
        package var tokens: [TokenTable.Line] = []
        /// Just made: its name, and what is shown this once.
        package var made: (name: String, secret: String)?
        package var problem: TokenProblem?
        /// What was typed into the form of a token, when it was refused.
        package var typed: (name: String, until: String) = ("", "")
        package init() {}
    }

    private let content: Content
    private let frame: Frame

    package init(_ content: Content = Content(), frame: Frame) {
        self.content = content
        self.frame = frame
    }

    package func html() -> String { Templates.render("own-account", values) }

    var values: Values {
        let texts = frame.texts
        let own: Values = [
            "action": Route.account.target, "csrf": frame.csrf, "changed": content.outcome == .changed,
            "problem": words(of: content.outcome, texts).map { ["words": $0] as Values } ?? false as Any,
            "made": content.made.map { made in
                [
                    "words": texts("tokens.made", ["name": .text(made.name)]), "secret": made.secret,
                    "example": Route.apiForecast().target,
                ] as Values
            } ?? false as Any,
            "token_problem": content.problem.map { ["words": words(of: $0, texts)] as Values } ?? false as Any,
            "typed": content.typed.name, "typed_until": content.typed.until,
            "today": frame.zone.day(of: frame.now).description,
        ]
        return frame.values(
            Heading(title: texts("page.account")),
            own.merging(TokenTable(lines: content.tokens, namesOwners: false).values(texts)) { own, _ in own })
    }

    private func words(of outcome: Outcome?, _ texts: Texts) -> String? {
        switch outcome {
        case .wrong: texts("account.wrong")
        case .slowed(let seconds): texts("door.slowed", ["seconds": .count(seconds)])
        case .tooShort(let least): texts("account.short", ["count": .count(least)])
        case .changed, nil: nil
        }
    }

    private func words(of problem: TokenProblem, _ texts: Texts) -> String {
        switch problem {
        case .empty: texts("tokens.problem.empty")
        case .taken: texts("tokens.problem.taken", ["name": .text(content.typed.name)])
        case .over: texts("tokens.problem.over")
        case .tooMany(let most): texts("tokens.problem.many", ["most": .count(most)])
        case .wrongPassword: texts("account.wrong")
        case .slowed(let seconds): texts("door.slowed", ["seconds": .count(seconds)])
        }
    }
}
