internal import Texts
internal import WebRoutes

package struct SignInPage: Sendable {
    package enum Problem: Sendable, Equatable {
        case wrong
        /// The person's record says that they no longer work here.
        case left
        /// Too many guesses; seconds to wait.
        case slowed(Int)
        /// The form was too old, or not ours.
        case stale
    }
    private let email: String
    private let problem: Problem?
    private let frame: Frame

    /// The form posts `email`, `password`, `back` and `csrf` to the place of signing in; `email` is what was typed before.
    package init(email: String = "", problem: Problem? = nil, frame: Frame) {
        self.email = email
        self.problem = problem
        self.frame = frame
    }

    package func html() -> String { Templates.render("sign-in", values) }

    var values: Values {
        let texts = frame.texts
        return frame.values(
            Heading(title: texts("door.sign_in.title")),
            [
                "lead": frame.company.name.isEmpty
                    ? texts("door.sign_in.lead")
                    : texts("door.sign_in.lead_company", ["company": .text(frame.company.name)]),
                "problem": words.map { ["words": $0] as Values } ?? false as Any,
                "action": Route.signIn().path, "return_to": back, "email": email, "typed": !email.isEmpty,
                "wide": false,
            ])
    }

    private var back: String {
        if case .signIn(let back?) = frame.route { return back.target }
        return ""
    }

    private var words: String? {
        let texts = frame.texts
        switch problem {
        case .wrong: return texts("door.wrong")
        case .left: return texts("door.left")
        case .slowed(let seconds): return texts("door.slowed", ["seconds": .count(seconds)])
        case .stale: return texts("door.stale")
        case nil: return nil
        }
    }
}
