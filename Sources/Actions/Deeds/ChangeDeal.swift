package import Ledger
package import SalesDomain

/// Says something new of an open deal, or says again what is known: permission, rule, one transaction, its log.
package struct ChangeDeal: Sendable {
    package enum Wish: Sendable, Equatable {
        case amount(Money)
        case expectedClose(Day)
        case lost(because: String?)
        case category(Deal.Category)
        /// It is as it was: the same value is entered again, with today's date.
        case confirmed(Deal.Field)
    }

    private let store: any Store
    package init(store: any Store) { self.store = store }

    /// - Parameter version: how many entries of its log the page had read.
    /// Throws a `DeedProblem` or a `LedgerError`.
    package func callAsFunction(_ deal: Deal.ID, version: Int, _ wish: Wish, by doer: Doer, at now: Instant) throws {
        try store.write { ledger in
            let place = try DeedPlace(ledger, doer, at: now)
            guard let known = try ledger.deals.now(deal), !known.state.removed, known.state.merged == nil,
                try place.isSeen(deal, known.state)
            else { throw DeedProblem.notFound }
            try place.require([.seller, .head, .director, .admin])
            guard known.entries == version else { throw DeedProblem.stale }
            guard known.state.status == .open else { throw DeedProblem.wrong("status") }
            let batch = try ledger.openBatch("change_deal", at: now)
            let changes = try ChangeDeal.changes(wish, known.state, place).map { change in
                DealChange(
                    changedAt: now, recordedAt: now, field: change.field, old: known.state[change.field],
                    new: change.new, by: doer.employee)
            }
            let outcomes = Dictionary(uniqueKeysWithValues: try ledger.stages.all().map { ($0.id, $0.row.outcome) })
            do {
                try ledger.deals.append(changes, to: deal, after: version, in: batch) { outcomes[$0] ?? .open }
            } catch LedgerError.stale {
                throw DeedProblem.stale
            }
            try ledger.takePosition(for: batch)
        }
    }

    private typealias Change = (field: Deal.Field, new: Int64?)

    private static func changes(_ wish: Wish, _ state: DealState, _ place: DeedPlace) throws -> [Change] {
        switch wish {
        case .amount(let money):
            guard money.currency == state.currency ?? place.company.baseCurrency, money.minorUnits > 0,
                money.minorUnits <= Money.largestUnits * money.currency.scale
            else { throw DeedProblem.wrong("amount") }
            let unsaid: [Change] = state.currency == nil ? [(.currency, money.currency.packed)] : []
            return unsaid + [(.amount, money.minorUnits)]
        case .expectedClose(let day):
            guard day >= place.today, day <= place.today + 3_650 else { throw DeedProblem.wrong("close") }
            return [(.expectedClose, Int64(day.number))]
        case .lost(let reason):
            let word = try reason.flatMap { $0.isEmpty ? nil : try place.ledger.words.id(of: $0).number }
            return [try losing(state, place)] + (word.map { [(.lostReason, $0)] } ?? [])
        case .category(let category):
            return [(.category, try place.ledger.words.id(of: category.rawValue).number)]
        case .confirmed(let field):
            guard [.stage, .amount, .expectedClose].contains(field), let value = state[field] else {
                throw DeedProblem.wrong(field == .stage ? "stage" : field == .amount ? "amount" : "close")
            }
            return [(field, value)]
        }
    }

    private static func losing(_ state: DealState, _ place: DeedPlace) throws -> Change {
        let pipelines = try place.ledger.pipelines.all()
        let lost = pipelines.first { $0.id == state.pipeline }?.stages.first { $0.outcome == .lost }
        return lost.map { (.stage, $0.id.number) } ?? (.status, Deal.Status.lost.code)
    }
}
