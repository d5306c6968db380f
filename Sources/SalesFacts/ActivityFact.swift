package import SalesDomain

/// Something that was done: a call, a letter, a meeting. What is only planned is none.
package struct ActivityFact: Sendable, Equatable {
    package var id: Activity.ID
    package var kind: Activity.Kind
    package var direction: Activity.Direction?
    package var employee: Employee.ID?
    package var deal: Deal.ID?
    package var account: Account.ID?
    package var contact: Contact.ID?
    /// When it began, or, where that is not known, when it was done.
    package var at: Instant
    /// When the books knew it.
    package var recorded: Instant
    package var seconds: Int
    package var result: Activity.Result

    package init(
        id: Activity.ID, kind: Activity.Kind, direction: Activity.Direction? = nil, employee: Employee.ID? = nil,
        deal: Deal.ID? = nil, account: Account.ID? = nil, contact: Contact.ID? = nil, at: Instant,
        recorded: Instant? = nil, seconds: Int = 0, result: Activity.Result = .answered
    ) {
        self.id = id
        self.kind = kind
        self.direction = direction
        self.employee = employee
        self.deal = deal
        self.account = account
        self.contact = contact
        self.at = at
        self.recorded = recorded ?? at
        self.seconds = seconds
        self.result = result
    }
}
