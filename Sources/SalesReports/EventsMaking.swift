package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// Everything that was done, also about no deal; of one pipeline, when one was named. Throws `notYet` for an instant
    /// after now, `notFound` for what is not there or not this viewer's.
    package func events(_ request: ReportRequest, for seen: Seen) throws(ReportRefusal) -> EventsReport {
        try remembered(.events, request, seen) { () throws(ReportRefusal) in
            try admitted(request.scope, request.pipelines, asOf: request.asOf, seen).eventsMade(request)
        }
    }

    private func eventsMade(_ request: ReportRequest) -> EventsReport {
        let counted = events(counted: request)
        return EventsMaker(
            facts: facts, head: head(request), days: counted.days, deals: counted.deals, tally: counted.tally
        ).report
    }

    /// - Parameter keeping: whether what was counted is kept one by one.
    func events(counted request: ReportRequest, keeping: Bool = false)
        -> (days: EventDays, deals: EventDeals, tally: EventTally)
    {
        let days = EventDays(request, facts.calendar)
        let named: PipelineChoice? = if case .one = request.pipelines { request.pipelines } else { nil }
        let deals = EventDeals(
            standing: pictures(min(request.asOf, days.end(facts.calendar)), named ?? .all).cut,
            all: named.map { pictures(request.asOf, $0).cut })
        var tally = EventTally(request.scope, days, deals, facts.organisation, keeping: keeping)
        facts.activities.each(from: days.earliest, to: days.latest, asOf: request.asOf) { tally.take($0) }
        return (days, deals, tally)
    }
}

/// Which days are looked at.
struct EventDays {
    let from: Day
    let upTo: Day
    let beforeFrom: Day
    let beforeTo: Day
    /// Six weeks that end with the period's last day.
    var weeksFrom: Day { upTo + -42 }
    var earliest: Day { min(min(from, beforeFrom), weeksFrom) }
    /// A call back may be made after the period.
    var latest: Day { upTo + 31 }

    init(_ request: ReportRequest, _ calendar: CompanyCalendar) {
        let today = calendar.zone.day(of: request.asOf)
        // An instant at the start of a day leaves nothing of that day.
        let over = calendar.zone.start(of: today) < request.asOf ? today + 1 : today
        let before = request.period.previous(in: calendar)
        from = request.period.start
        upTo = max(from, min(request.period.end, over))
        beforeFrom = before.start
        // A whole period is compared with a whole one, however many days each has.
        beforeTo = upTo == request.period.end ? before.end : min(before.end, before.start + (upTo - from))
    }

    func end(_ calendar: CompanyCalendar) -> Instant { calendar.zone.start(of: upTo) }
}

/// The deals that activities are about.
struct EventDeals {
    /// As they stood at the end of the looked-at days.
    let standing: Cut
    /// The only ones that count; nil: all, and what is about none.
    let all: Cut?

    /// What is about a deal of another pipeline, or of none, does not count when pipelines were chosen.
    func admits(_ deal: Deal.ID?) -> Bool {
        guard let all else { return true }
        return deal.map { all.index(of: $0) != nil } ?? false
    }

    /// Who holds a deal: employee's index, or nil.
    func owner(of deal: Deal.ID?) -> Int32? {
        guard let deal, let row = standing.index(of: deal), standing.owner[row] >= 0 else { return nil }
        return standing.owner[row]
    }
}
