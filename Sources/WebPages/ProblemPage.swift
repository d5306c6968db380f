internal import Texts

/// An answer that is not what was asked for, in words, with a way on.
package struct ProblemPage: Sendable {
    package enum Problem: String, Sendable, CaseIterable {
        case notFound, badRequest, forbidden, staleForm, tooMany, broken, starting, crowded
    }
    private let problem: Problem
    private let frame: Frame

    package init(_ problem: Problem, frame: Frame) {
        self.problem = problem
        self.frame = frame
    }

    package func html() -> String { Templates.render("problem", values) }

    var values: Values {
        let texts = frame.texts
        return frame.values(
            Heading(title: texts("problem.\(problem.rawValue).title")),
            ["lead": texts("problem.\(problem.rawValue).lead"), "wide": false])
    }
}
