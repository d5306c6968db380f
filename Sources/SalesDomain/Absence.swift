/// Days on which somebody did not work: leave, illness.
package struct Absence: Sendable, Equatable {
    package let employee: Employee.ID
    package let from: Day
    /// The last day, included; nil: not known yet.
    package let to: Day?
    package init(employee: Employee.ID, from: Day, to: Day?) {
        self.employee = employee
        self.from = from
        self.to = to
    }
    package func holds(on day: Day) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }
}
