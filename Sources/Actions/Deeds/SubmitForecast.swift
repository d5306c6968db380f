package import Ledger
package import SalesDomain

/// Says what a person's period will bring: of oneself a submission, of somebody whom one leads an adjustment. What was
/// said before stays.
package struct SubmitForecast: Sendable {
    package struct Wishes: Sendable, Equatable {
        package let employee: Employee.ID
        package let period: Period
        /// Minor units of the base currency.
        package let amount: Int64
        package let note: String?
        /// What the model says now.
        package let model: Int64?
        package init(employee: Employee.ID, period: Period, amount: Int64, note: String?, model: Int64?) {
            self.employee = employee
            self.period = period
            self.amount = amount
            self.note = note
            self.model = model
        }
    }

    private let store: any Store
    package init(store: any Store) { self.store = store }

    /// Throws a `DeedProblem` or a `LedgerError`.
    package func callAsFunction(_ wishes: Wishes, by doer: Doer, at now: Instant) throws {
        try store.write { ledger in
            let place = try DeedPlace(ledger, doer, at: now)
            try place.requireSeen(.employee(wishes.employee))
            guard let role = place.role,
                let kind = Submission.kind(of: wishes.employee, by: doer.employee, role: role)
            else { throw DeedProblem.notAllowed }
            guard wishes.period.end > place.today else { throw DeedProblem.wrong("period") }
            guard (0...Money.largestUnits * place.company.baseCurrency.scale).contains(wishes.amount) else {
                throw DeedProblem.wrong("amount")
            }
            guard wishes.note.map({ $0.count <= Submission.longestNote }) ?? true else {
                throw DeedProblem.wrong("note")
            }
            let submission = Submission(
                employee: wishes.employee, period: wishes.period, kind: kind, amount: wishes.amount, note: wishes.note,
                model: wishes.model, made: now, by: doer.employee)
            _ = try ledger.submissions.put(submission, period: wishes.period.name(in: place.company.calendar))
            try ledger.takePosition()
            try ledger.note("submit_forecast", on: "employee:\(wishes.employee.number)", by: doer.user?.id, at: now)
        }
    }
}
