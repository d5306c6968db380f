/// Something that somebody is to do about a deviation, an alert or a deal: who, what, by when, what it should bring. Only
/// its end is ever added to it, so what it was on a past day can be told. Money in minor units of the base currency.
@dynamicMemberLookup
package struct CorrectiveAction: Sendable, Equatable {
    package enum Origin: String, Sendable, CaseIterable { case deviation, alert, deal, none }

    /// What it is to change.
    package enum Subject: Hashable, Sendable {
        /// Everything that the scope sells.
        case sales
        case stage(Stage.ID)
        case deal(Deal.ID)
    }

    /// `A17`: one in the company.
    package let externalID: String
    package let assignment: Assignment
    package let made: Instant
    package let by: Employee.ID?
    /// Nil while it is to be done.
    package let end: End?

    /// What is asked of whom: an action before it is given.
    package struct Assignment: Sendable, Equatable {
        package let origin: Origin
        package let subject: Subject
        /// Whose figures it is to change.
        package let scope: Scope
        package let pipeline: Pipeline.ID?
        package let assignee: Employee.ID
        package let what: String
        /// The last day on which it is in time.
        package let due: Day
        /// Nil: nobody said.
        package let expected: Int64?
        package let baseline: Baseline

        package init(
            origin: Origin, subject: Subject, scope: Scope, pipeline: Pipeline.ID?, assignee: Employee.ID, what: String,
            due: Day, expected: Int64?, baseline: Baseline
        ) {
            self.origin = origin
            self.subject = subject
            self.scope = scope
            self.pipeline = pipeline
            self.assignee = assignee
            self.what = what
            self.due = due
            self.expected = expected
            self.baseline = baseline
        }
    }

    package init(externalID: String, assignment: Assignment, made: Instant, by: Employee.ID?, end: End?) {
        self.externalID = externalID
        self.assignment = assignment
        self.made = made
        self.by = by
        self.end = end
    }

    package init(
        externalID: String, origin: Origin, subject: Subject, scope: Scope, pipeline: Pipeline.ID?,
        assignee: Employee.ID, what: String, due: Day, expected: Int64?, made: Instant, by: Employee.ID?,
        baseline: Baseline, end: End?
    ) {
        self.init(
            externalID: externalID,
            assignment: Assignment(
                origin: origin, subject: subject, scope: scope, pipeline: pipeline, assignee: assignee, what: what,
                due: due, expected: expected, baseline: baseline), made: made, by: by, end: end)
    }

    package subscript<Value>(dynamicMember part: KeyPath<Assignment, Value>) -> Value { assignment[keyPath: part] }

    package struct End: Sendable, Equatable {
        package enum Kind: String, Sendable, CaseIterable { case done, dropped }
        package let kind: Kind
        package let at: Instant
        package let by: Employee.ID?
        package let note: String?
        package init(kind: Kind, at: Instant, by: Employee.ID?, note: String?) {
            self.kind = kind
            self.at = at
            self.by = by
            self.note = note
        }
    }

    package static let longestText = 500

    package func ended(_ end: End) -> CorrectiveAction {
        CorrectiveAction(externalID: externalID, assignment: assignment, made: made, by: by, end: end)
    }
}

extension CorrectiveAction {
    package enum State: String, Sendable, CaseIterable { case overdue, due, open, done, dropped }

    /// As it was known before an instant of the day `today`; nil when it was not made yet.
    package func state(asOf: Instant, today: Day) -> State? {
        guard made < asOf else { return nil }
        if let end, end.at < asOf { return end.kind == .done ? .done : .dropped }
        return self.due < today ? .overdue : self.due == today ? .due : .open
    }

    /// Those who lead give to whomever they see, those who sell to themselves; whether somebody is seen is asked elsewhere.
    package static func mayGive(_ role: Role, to person: Employee.ID, by own: Employee.ID?) -> Bool {
        switch role {
        case .director, .head, .admin: true
        case .seller: person == own
        case .accountant, .analyst: false
        }
    }
}
