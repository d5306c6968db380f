import SalesDomain
import SalesFacts
import SalesReports
import Texts

/// Turns the words of a command into the values that reports take, or says what is wrong with a word and how to mend it.
struct Question {
    let reporter: Reporter
    let texts: Texts
    private var calendar: CompanyCalendar { reporter.facts.calendar }

    func instant(_ text: String?, option: String = "as-of") throws -> Instant {
        guard let text else { return reporter.now }
        guard let instant = calendar.instant(text) else {
            throw Failure.unusable(texts("cli.instant.bad", ["option": .text(option), "value": .text(text)]))
        }
        guard instant <= reporter.now else {
            throw Failure.unusable(texts("cli.instant.later", ["value": .text(text)]))
        }
        return instant
    }

    /// Without a name: the month of the instant.
    func period(_ text: String?, at instant: Instant) throws -> Period {
        try named(text, option: "period") ?? .month(containing: calendar.zone.day(of: instant))
    }

    func named(_ text: String?, option: String) throws -> Period? {
        guard let text else { return nil }
        guard let period = Period(name: text, in: calendar) else {
            throw Failure.unusable(texts("cli.period.bad", ["option": .text(option), "value": .text(text)]))
        }
        return period
    }

    func scope(_ text: String) throws -> Scope {
        guard let scope = Scope(name: text, in: reporter.facts.organisation) else {
            throw Failure.unusable(texts("cli.scope.bad", ["value": .text(text)]))
        }
        return scope
    }

    func pipelines(_ text: String?) throws -> PipelineChoice {
        guard let text else { return .sales }
        let known = reporter.facts.frame.pipelines
        guard let pipeline = known.first(where: { $0.name == text }) else {
            let names = known.map(\.name).joined(separator: ", ")
            throw Failure.unusable(texts("cli.pipeline.bad", ["value": .text(text), "known": .text(names)]))
        }
        return .one(pipeline.id)
    }
}
