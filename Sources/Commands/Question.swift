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
            guard Period.isTooLong(name: text) else {
                throw Failure.unusable(texts("cli.period.bad", ["option": .text(option), "value": .text(text)]))
            }
            throw Failure.unusable(
                texts(
                    "cli.period.long",
                    ["option": .text(option), "value": .text(text), "days": .count(Period.mostDays)]))
        }
        return period
    }

    func scope(_ text: String) throws -> Scope {
        let organisation = reporter.facts.organisation
        let meant = Scope.meant(by: text, in: organisation)
        guard let scope = meant.first else {
            throw Failure.unusable(texts("cli.scope.bad", ["value": .text(text)]))
        }
        guard meant.count == 1 else {
            let names = meant.map { $0.name(in: organisation) }.joined(separator: ", ")
            throw Failure.unusable(
                texts("cli.id.several", ["option": "--scope", "value": .text(text), "names": .text(names)]))
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
