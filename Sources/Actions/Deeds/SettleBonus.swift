package import Ledger
package import SalesDomain

/// Takes statements on their way: calculated → agreed → approved → paid. What was approved is never calculated again.
package struct SettleBonus: Sendable {
    private let store: any Store
    package init(store: any Store) { self.store = store }

    /// Keeps what was calculated, in place of an earlier calculation that nobody has agreed to.
    /// Throws `notAllowed`, or `stale` when one of them is agreed or approved already.
    package func keep(_ statements: [CommissionStatement], by doer: Doer, at now: Instant) throws {
        try change(doer, at: now, "calculate_bonus", of: statements.first?.period) { place in
            try place.require([.director, .accountant, .admin])
            let known = try place.ledger.commissionStatements.all()
            for statement in statements {
                try place.requireSeen(.employee(statement.employee))
                // What is still to come would be in none: a statement is of days that are over.
                guard statement.period.end <= place.today else { throw DeedProblem.wrong("period") }
                let period = statement.period.name(in: place.company.calendar)
                let before = known.first {
                    $0.employee == statement.employee && $0.period == period && $0.plan == statement.plan
                }
                if let before, before.state != .calculated { throw DeedProblem.stale }
                _ = try place.ledger.commissionStatements.put(
                    statement, period: period, at: now, by: doer.employee)
            }
        }
    }

    /// Moves a statement to its next state. A head agrees, a director approves, and an accountant pays; a director may do all.
    /// `from`: the state that the page showed.
    package func move(
        _ id: CommissionStatement.ID, from state: CommissionStatement.State, by doer: Doer, at now: Instant
    ) throws {
        try change(doer, at: now, "settle_bonus", of: nil) { place in
            guard let row = try place.ledger.commissionStatements.all().first(where: { $0.id == id }),
                let period = Period(name: row.period, in: place.company.calendar)
            else { throw DeedProblem.notFound }
            try place.requireSeen(.employee(row.employee))
            guard row.state == state, let next = state.next else { throw DeedProblem.stale }
            guard SettleBonus.may(next, role: place.role), row.employee != doer.employee else {
                throw DeedProblem.notAllowed
            }
            let statement = CommissionStatement(
                employee: row.employee, plan: row.plan, period: period, state: next,
                lines: try place.ledger.commissionStatements.lines(of: id))
            _ = try place.ledger.commissionStatements.put(statement, period: row.period, at: now, by: doer.employee)
        }
    }

    /// Nil: whoever has the database in hand.
    package static func may(_ next: CommissionStatement.State, role: Role?) -> Bool {
        guard let role else { return true }
        switch next {
        case .calculated: return [.director, .accountant, .admin].contains(role)
        case .agreed: return [.head, .director].contains(role)
        case .approved: return role == .director
        case .paid: return [.accountant, .director].contains(role)
        }
    }

    private func change(
        _ doer: Doer, at now: Instant, _ deed: String, of period: Period?, _ body: (DeedPlace) throws -> Void
    ) throws {
        try store.write { ledger in
            let place = try DeedPlace(ledger, doer, at: now)
            try body(place)
            try ledger.takePosition()
            let subject = period.map { "bonus:" + $0.name(in: place.company.calendar) } ?? "bonus"
            try ledger.note(deed, on: subject, by: doer.user?.id, at: now)
        }
    }
}
