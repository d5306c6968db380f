/// Something that is to be done by a time and is not done yet.
package struct PlannedActivity: Sendable, Equatable {
    package let id: Activity.ID
    package let externalID: String
    package let kind: Activity.Kind
    package let employee: Employee.ID?
    package let deal: Deal.ID?
    package let account: Account.ID?
    package let due: Instant
    /// When the books knew it.
    package let recorded: Instant
    package let note: String?

    package init(
        id: Activity.ID, externalID: String, kind: Activity.Kind, employee: Employee.ID?, deal: Deal.ID?,
        account: Account.ID?, due: Instant, recorded: Instant, note: String?
    ) {
        self.id = id
        self.externalID = externalID
        self.kind = kind
        self.employee = employee
        self.deal = deal
        self.account = account
        self.due = due
        self.recorded = recorded
        self.note = note
    }

    /// The same by another name.
    package func named(_ externalID: String) -> PlannedActivity {
        PlannedActivity(
            id: id, externalID: externalID, kind: kind, employee: employee, deal: deal, account: account, due: due,
            recorded: recorded, note: note)
    }
}
