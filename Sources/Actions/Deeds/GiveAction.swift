package import Ledger
package import SalesDomain

/// Gives somebody a corrective action, and ends one: it was done, or it is dropped.
package struct GiveAction: Sendable {
    package typealias Wishes = CorrectiveAction.Assignment

    private let store: any Store
    package init(store: any Store) { self.store = store }

    /// Answers its id. Throws a `DeedProblem` or a `LedgerError`.
    @discardableResult
    package func callAsFunction(_ wishes: Wishes, by doer: Doer, at now: Instant) throws -> String {
        try store.write { ledger in
            let place = try DeedPlace(ledger, doer, at: now)
            try place.requireSeen(wishes.scope)
            if case .deal(let deal) = wishes.subject { try place.requireSeen(deal) }
            try place.requireGiving(to: wishes.assignee, by: doer)
            try GiveAction.check(wishes, place)
            let id = try ledger.correctiveActions.freeID()
            let action = CorrectiveAction(
                externalID: id, assignment: wishes, made: now, by: doer.employee, end: nil)
            _ = try ledger.correctiveActions.put(action, in: place.company.calendar)
            try ledger.takePosition()
            try ledger.note("give_action", on: id, by: doer.user?.id, at: now)
            return id
        }
    }

    private static func check(_ wishes: Wishes, _ place: DeedPlace) throws(DeedProblem) {
        guard !wishes.what.isEmpty, wishes.what.count <= CorrectiveAction.longestText else { throw .wrong("what") }
        guard wishes.due >= place.today, wishes.due <= place.today + 3_650 else { throw .wrong("due") }
        let most = Money.largestUnits * place.company.baseCurrency.scale
        if let expected = wishes.expected, !(0...most).contains(expected) { throw .wrong("expected") }
    }

    /// - Parameter note: what came of it, or why not; nil says nothing.
    package func end(_ id: String, _ kind: CorrectiveAction.End.Kind, note: String?, by doer: Doer, at now: Instant)
        throws
    {
        try store.write { ledger in
            let place = try DeedPlace(ledger, doer, at: now)
            let calendar = place.company.calendar
            guard let known = try ledger.correctiveActions.find(id, in: calendar),
                place.seen.allows(.employee(known.assignee), in: place.organisation, on: place.today)
            else { throw DeedProblem.notFound }
            try place.requireGiving(to: known.assignee, by: doer)
            guard known.end == nil else { throw DeedProblem.stale }
            guard note?.count ?? 0 <= CorrectiveAction.longestText else { throw DeedProblem.wrong("note") }
            let ended = known.ended(.init(kind: kind, at: max(now, known.made), by: doer.employee, note: note))
            _ = try ledger.correctiveActions.put(ended, in: calendar)
            try ledger.takePosition()
            try ledger.note("end_action", on: id, by: doer.user?.id, at: now)
        }
    }
}

extension DeedPlace {
    /// Whoever is not seen is not there; to whom else one may not give is refused.
    func requireGiving(to person: Employee.ID, by doer: Doer) throws(DeedProblem) {
        guard organisation.employee(person)?.active == true else { throw .notFound }
        try requireSeen(.employee(person))
        guard let role else { return }
        if !CorrectiveAction.mayGive(role, to: person, by: doer.employee) { throw .notAllowed }
    }

    /// A deal that is there, own, shared, or of people whom this person may see; or `notFound`.
    func requireSeen(_ deal: Deal.ID) throws {
        guard let known = try ledger.deals.now(deal), !known.state.removed, known.state.merged == nil,
            try isSeen(deal, known.state)
        else { throw DeedProblem.notFound }
    }

    func isSeen(_ deal: Deal.ID, _ state: DealState) throws -> Bool {
        let shares = try state.split.map { try ledger.splits.of(deal, edition: $0).map(\.employee) } ?? []
        return seen.allows(
            ownedByAnyOf: [state.owner].compactMap(\.self) + shares, in: organisation, on: today)
    }
}
