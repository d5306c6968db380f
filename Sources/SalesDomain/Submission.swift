/// What a person says that their period will bring: a seller's own word, or what the head makes of it. Said again, the
/// later one holds from then on; the earlier stays for looks into the past and for the record of who was right.
package struct Submission: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Of the person itself.
        case submission
        /// Of somebody who leads them.
        case adjustment
    }
    package let employee: Employee.ID
    package let period: Period
    package let kind: Kind
    /// The whole period's total, minor units of the base currency.
    package let amount: Int64
    package let note: String?
    /// What the model said at that instant; nil where nobody asked it.
    package let model: Int64?
    package let made: Instant
    package let by: Employee.ID?

    package init(
        employee: Employee.ID, period: Period, kind: Kind, amount: Int64, note: String?, model: Int64?, made: Instant,
        by: Employee.ID?
    ) {
        self.employee = employee
        self.period = period
        self.kind = kind
        self.amount = amount
        self.note = note
        self.model = model
        self.made = made
        self.by = by
    }

    package static let longestNote = 500

    /// Everybody submits their own; those who lead adjust what others say. Whether the person may be seen is asked elsewhere.
    package static func kind(of employee: Employee.ID, by doer: Employee.ID?, role: Role) -> Kind? {
        if employee == doer { return role == .accountant || role == .analyst ? nil : .submission }
        switch role {
        case .head, .director, .admin: return .adjustment
        case .seller, .accountant, .analyst: return nil
        }
    }
}

extension [Submission] {
    /// What was said of somebody's period before an instant, the earliest first.
    package func said(of employee: Employee.ID, in period: Period, before instant: Instant) -> [Submission] {
        filter { $0.employee == employee && $0.period == period && $0.made < instant }.sorted { $0.made < $1.made }
    }
}
