package struct SignInPage: Sendable {
    package enum Problem: Sendable, Equatable {
        case wrong
        /// Too many guesses; seconds to wait.
        case slowed(Int)
        /// The form was too old, or not ours.
        case stale
    }
    private let email: String
    private let problem: Problem?
    private let frame: Frame

    /// The form posts `email`, `password`, `back` and `csrf` to the frame's route; `email` is what was typed before.
    package init(email: String = "", problem: Problem? = nil, frame: Frame) {
        self.email = email
        self.problem = problem
        self.frame = frame
    }

    package func html() -> String { "" }
}
