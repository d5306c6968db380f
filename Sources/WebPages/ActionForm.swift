package import SalesDomain
internal import Texts
package import WebRoutes

/// What stands in a form that gives somebody something to do: filled in beforehand, or as somebody typed it.
package struct ActionDraft: Sendable, Equatable {
    package let origin: CorrectiveAction.Origin
    package let subject: CorrectiveAction.Subject
    package let scope: ScopeName?
    /// The company's own id of a person.
    package let who: String?
    package let what: String?
    package let due: String?
    /// Whole units of the base currency, or what was typed.
    package let expected: String?
    /// The field that was refused.
    package private(set) var wrong: String?

    package init(
        origin: CorrectiveAction.Origin, subject: CorrectiveAction.Subject, scope: ScopeName?, who: String?,
        what: String?, due: String?, expected: String?
    ) {
        self.origin = origin
        self.subject = subject
        self.scope = scope
        self.who = who
        self.what = what
        self.due = due
        self.expected = expected
    }

    package func refused(_ field: String) -> ActionDraft {
        var draft = self
        draft.wrong = field
        return draft
    }
}

/// The form itself: who, what, by when, how much.
struct ActionForm {
    /// More people than this are named by their ids.
    private static let mostPeople = 60
    private static let days = 14

    let draft: ActionDraft
    /// Of whom one may be chosen.
    let givers: [Employee.ID]
    let frame: Frame
    var period: Period?
    /// Where to go afterwards; nil: to the list.
    var back: Route?

    private var texts: Texts { frame.texts }
    private var today: Day { frame.zone.day(of: frame.now) }

    /// Nil for somebody who may give nothing.
    var values: Values? {
        guard !givers.isEmpty else { return nil }
        let people = givers.count <= ActionForm.mostPeople
        var values: Values = [
            "action": Route.report(.actions, ReportFilter(period: period.map { PeriodName($0, in: calendar) })).target,
            "csrf": frame.csrf, "origin": draft.origin.rawValue, "scope": draft.scope?.queryText ?? "company",
            "stage": stage, "deal": deal, "back": back?.target ?? "", "open": draft.wrong != nil,
            "what": draft.what ?? "", "who": draft.who ?? "", "due": draft.due ?? usualDay.description,
            "least": today.description, "expected": draft.expected ?? "",
            "currency": texts.symbol(frame.company.baseCurrency),
            "people": people ? ["options": options] as Values : false as Any,
            "problem": draft.wrong.map { texts("action.wrong." + $0) } ?? false as Any,
        ]
        for field in ["what", "who", "due", "expected"] { values["wrong_" + field] = draft.wrong == field }
        return values
    }

    private var calendar: CompanyCalendar { frame.company.calendar }

    private var stage: String {
        if case .stage(let id) = draft.subject { return String(id.number) }
        return ""
    }

    private var deal: String {
        if case .deal(let id) = draft.subject { return String(id.number) }
        return ""
    }

    private var usualDay: Day {
        let usual =
            (ActionForm.days...ActionForm.days + 30).map { today + $0 }.first(where: calendar.isWorking)
            ?? today + ActionForm.days
        return lastDay.map { min($0, usual) } ?? usual
    }

    /// The last working day of the period whose money is at stake; nil without one, or when it is over.
    private var lastDay: Day? {
        guard let period, period.end > today else { return nil }
        let last = period.end + -1
        return (0..<ActionForm.days).map { last + -$0 }.first { $0 >= today && calendar.isWorking($0) } ?? last
    }

    private var options: [Values] {
        let people = givers.compactMap { frame.names.organisation.employee($0) }
        let nobody: [Values] =
            people.contains { $0.externalID == draft.who }
            ? [] : [["id": "", "name": texts("action.choose"), "current": true]]
        return nobody
            + people.map { ["id": $0.externalID, "name": $0.name, "current": $0.externalID == draft.who] as Values }
    }
}

extension Frame {
    /// As the form keeps it: whole units of the base currency, rounded as pages show them.
    func typed(_ minor: Int64?) -> String? {
        minor.flatMap { minor in
            guard minor > 0 else { return nil }
            let units = AmountScale.units(minor, company.baseCurrency).rounded(.toNearestOrAwayFromZero)
            return String(Int64(units))
        }
    }

    func id(of person: Employee.ID?) -> String? { person.flatMap { names.organisation.employee($0)?.externalID } }
}

extension Frame {
    /// Who answers for a scope: the person, a department's head; for the company whoever looks at it.
    func leader(of scope: Scope) -> Employee.ID? {
        switch scope {
        case .company, .department(nil), .employee(nil): return viewer?.employee
        case .employee(let id): return id
        case .department(let id?):
            let day = zone.day(of: now)
            return names.organisation.memberships.first { $0.isHead && $0.department == id && $0.holds(on: day) }?
                .employee
        }
    }
}
