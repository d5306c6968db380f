/// What may call for attention.
package enum AlertKind: String, Sendable, CaseIterable {
    /// The plan has become unlikelier than the forecast of a week ago allowed for.
    case planDropped = "plan_dropped"
    /// A stage lets fewer through than the reference, beyond chance.
    case stageOff = "stage_off"
    /// A deal stands longer at its stage than nine of ten won ones did.
    case stuck
    /// Nothing is planned about an open deal.
    case noNextStep = "no_next_step"
    /// Nobody has touched a deal for longer than won ones were left alone at that stage.
    case silent
}

/// Which alert: the same one tomorrow has the same mark.
package struct AlertMark: Hashable, Sendable {
    package let kind: AlertKind
    /// Whose figures; of a deal's alert the company.
    package let scope: Scope
    package let stage: Stage.ID?
    package let deal: Deal.ID?
    package init(kind: AlertKind, scope: Scope = .company, stage: Stage.ID? = nil, deal: Deal.ID? = nil) {
        self.kind = kind
        self.scope = scope
        self.stage = stage
        self.deal = deal
    }
}

/// Somebody does not want to see an alert for a while. Nobody else's view changes.
package struct AlertSnooze: Sendable, Equatable {
    package let mark: AlertMark
    package let by: Employee.ID
    /// The last day on which it is not shown. The day before it was said: shown again.
    package let until: Day
    package let at: Instant
    package init(mark: AlertMark, by: Employee.ID, until: Day, at: Instant) {
        self.mark = mark
        self.by = by
        self.until = until
        self.at = at
    }
}

extension [AlertSnooze] {
    /// Those that hold for somebody as of an instant of `day`: what was said last of a mark decides.
    package func hidden(from person: Employee.ID, asOf: Instant, on day: Day) -> [AlertMark: Day] {
        var last = [AlertMark: AlertSnooze]()
        for snooze in self where snooze.by == person && snooze.at < asOf {
            if let known = last[snooze.mark], known.at > snooze.at { continue }
            last[snooze.mark] = snooze
        }
        return last.compactMapValues { $0.until >= day ? $0.until : nil }
    }
}
