/// A total that the company shares with those who may not see its parts. Off until somebody who may gives it; who gave it,
/// and when, stays.
package struct Grant: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A person's bonus by the total of the person's department.
        case teamBonus = "team_bonus"
    }
    package let kind: Kind
    package let from: Day
    /// The last day, included; nil: still.
    package let to: Day?
    package let by: Employee.ID?
    package init(kind: Kind, from: Day, to: Day?, by: Employee.ID?) {
        self.kind = kind
        self.from = from
        self.to = to
        self.by = by
    }
    package func holds(on day: Day) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }
}
