package import SalesDomain
internal import Texts

/// Somebody else has changed what a form was filled from: who, and when.
package struct Changed: Sendable, Equatable {
    package enum Who: Sendable, Equatable {
        case person(String)
        case console, files
    }

    private let who: Who
    private let at: Instant
    package init(_ who: Who, at: Instant) {
        self.who = who
        self.at = at
    }

    /// `Наталія Савчук, 26 листопада, 10:32`.
    func words(_ frame: Frame) -> String {
        let when: Texts.Argument = .text(frame.texts.moment(at, in: frame.zone))
        return switch who {
        case .person(let name): frame.texts("changed.by", ["name": .text(name), "when": when])
        case .console: frame.texts("changed.console", ["when": when])
        case .files: frame.texts("changed.files", ["when": when])
        }
    }
}

/// Settled statements that something rests on, a few of them by name.
struct RestingWords {
    let resting: RestingStatements
    let frame: Frame
    private static let most = 5

    var words: String {
        let texts = frame.texts
        let named = resting.statements.prefix(Self.most).map { statement in
            texts(
                "resting.one",
                [
                    "person": .text(frame.name(of: .employee(statement.employee))),
                    "period": .text(texts.period(statement.period, in: frame.company.calendar)),
                    "state": .text(texts("bonus.state." + statement.state.rawValue)),
                ])
        }
        let more = resting.statements.count - named.count
        return (named + (more > 0 ? [texts("resting.more", ["statements": .count(more)])] : [])).joined(separator: "; ")
    }
}
