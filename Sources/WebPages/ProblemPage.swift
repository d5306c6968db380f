/// An answer that is not what was asked for, in words, with a way on.
package struct ProblemPage: Sendable {
    package enum Problem: String, Sendable, CaseIterable {
        case notFound, badRequest, forbidden, staleForm, tooMany, broken, starting
    }
    private let problem: Problem
    private let frame: Frame

    package init(_ problem: Problem, frame: Frame) {
        self.problem = problem
        self.frame = frame
    }

    package func html() -> String { "" }
}
