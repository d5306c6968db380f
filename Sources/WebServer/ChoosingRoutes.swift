internal import Actions
internal import SalesDomain
internal import SalesReports
internal import WebRoutes

/// What a form on a report's page chooses: a reference to measure by, the estimate to read first.
extension Desk {
    func choose(_ name: ReportName, _ filter: ReportFilter, _ member: Member) throws -> Answer {
        let form = member.guest.visit.form
        let now = office.clock.now()
        switch (name, form.last("deed")) {
        case (.planfact, "pin"): return try pin(filter, member, at: now)
        case (.planfact, "take_down"):
            try PinReference(store: office.store).takeDown(form.last("name") ?? "", by: member.doer, at: now)
            var usual = filter
            usual.reference = nil
            return .redirect(to: .report(name, usual))
        case (.estimate, "headline"):
            guard let method = form.last("method").flatMap(Headline.Method.init(rawValue:)) else {
                throw Refusal.badRequest("method")
            }
            try ChooseHeadline(store: office.store)(method, by: member.doer, at: now)
            return .redirect(to: .report(name, filter))
        case (.submissions, "submit"): return try submit(filter, member)
        case (.today, "tick_off"):
            guard let id = form.last("activity").flatMap({ Int64($0) }) else { throw Refusal.badRequest("activity") }
            try TickOff(store: office.store)(Key(id), by: member.doer, at: now)
            return .redirect(to: .report(.today, filter))
        case (.alerts, "snooze"), (.alerts, "show"): return try snooze(filter, member, at: now)
        case (.actions, "give"): return try giveAction(filter, member, at: now)
        case (.actions, "end"): return try endAction(filter, member, at: now)
        default: throw Refusal.badRequest("deed")
        }
    }

    private func pin(_ filter: ReportFilter, _ member: Member, at now: Instant) throws -> Answer {
        let form = member.guest.visit.form
        guard let request = try member.reportRequest(.planfact, filter) else { throw Refusal.notFound }
        func day(_ field: String) throws -> Day {
            guard let day = form.last(field).flatMap({ Day(iso: $0) }) else { throw Refusal.badRequest(field) }
            return day
        }
        let name = (form.last("name") ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let wishes = PinReference.Wishes(
            name: name, scope: request.scope, isBest: form.last("best") == "yes", from: try day("from"),
            to: try day("to"))
        try PinReference(store: office.store)(wishes, by: member.doer, at: now)
        var pinned = filter
        pinned.reference = name
        pinned.against = nil
        return .redirect(to: .report(.planfact, pinned))
    }
}
