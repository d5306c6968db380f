internal import SalesDomain
internal import Texts
internal import WebRoutes

/// One's own password.
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

    private let outcome: Outcome?
    private let frame: Frame

    package init(_ outcome: Outcome? = nil, frame: Frame) {
        self.outcome = outcome
        self.frame = frame
    }

    package func html() -> String { Templates.render("password", values) }

    var values: Values {
        let texts = frame.texts
        return frame.values(
            Heading(title: texts("page.account")),
            [
                "sentence": texts("account.sentence"), "action": Route.account.target, "csrf": frame.csrf,
                "changed": outcome == .changed, "problem": problem.map { ["words": $0] as Values } ?? false as Any,
            ])
    }

    private var problem: String? {
        let texts = frame.texts
        switch outcome {
        case .wrong: return texts("account.wrong")
        case .slowed(let seconds): return texts("door.slowed", ["seconds": .count(seconds)])
        case .tooShort(let least): return texts("account.short", ["count": .count(least)])
        case .changed, nil: return nil
        }
    }
}
