package import SalesDomain

/// An activity as the facts hold it: to the second, with its local day and hour.
package struct Touch: Sendable, Equatable {
    package let id: Activity.ID
    package let kind: Activity.Kind
    package let direction: Activity.Direction?
    package let employee: Employee.ID?
    package let deal: Deal.ID?
    package let account: Account.ID?
    package let contact: Contact.ID?
    package let at: Instant
    /// When it was known: recorded, and not before it was so.
    package let known: Instant
    package let day: Day
    /// Hour of the local day, 0–23.
    package let hour: Int
    package let seconds: Int
    package let result: Activity.Result

    package var isAnswered: Bool { result == .answered }
    /// A call that lasts over an hour was more likely never hung up: it counts, its length does not.
    package var isOverLong: Bool { kind == .call && seconds > Touch.overLong }
    package static let overLong = 3600
}
