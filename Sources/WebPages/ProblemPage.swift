package import Texts
internal import WebRoutes

/// An answer that is not what was asked for, in words, with a way on. Whoever is signed in keeps the menu.
package struct ProblemPage: Sendable {
    package enum Problem: String, Sendable, CaseIterable {
        case notFound, badRequest, basis, forbidden, staleForm, tooMany, broken, busy, unreachable, crowded
    }
    private let problem: Problem
    private let words: String?
    private let named: [String: Texts.Argument]
    private let frame: Frame

    /// - Parameters:
    ///   - words: the key of what is said in place of the problem's usual words.
    ///   - named: what those words name.
    package init(
        _ problem: Problem, saying words: String? = nil, naming named: [String: Texts.Argument] = [:], frame: Frame
    ) {
        self.problem = problem
        self.words = words
        self.named = named
        self.frame = frame
    }

    package func html() -> String { Templates.render(template, values) }

    var template: String { frame.viewer == nil ? "problem" : "problem-inside" }

    var values: Values {
        let texts = frame.texts
        return frame.values(
            Heading(title: texts("problem.\(problem.rawValue).title"), chips: chips, prints: false),
            [
                "lead": texts(key, named), "wide": false,
                "keeper": key == "problem.unreachable.lead" ? texts("problem.unreachable.lead.keeper") : false as Any,
                "again_href": again ?? false as Any,
            ])
    }

    /// Where nothing is recorded of a basis, the others are a choice away.
    private var chips: [Values] {
        guard problem == .basis, let chip = frame.basisChip() else { return [] }
        return [chip]
    }

    private var key: String { words ?? "problem.\(problem.rawValue).lead" }

    /// The same page once more, where waiting may help; nil for what cannot be asked again by a link.
    private var again: String? {
        switch problem {
        case .busy, .unreachable, .crowded: Route.back(frame.route.target)?.target
        case .notFound, .badRequest, .basis, .forbidden, .staleForm, .tooMany, .broken: nil
        }
    }
}
