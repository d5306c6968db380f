package import SalesDomain

/// The deals of some pipelines as they were known at an instant: nothing recorded at or after it is in here. Days are
/// numbers since 1970-01-01, money is whole minor units of the base currency.
package struct Cut: Sendable {
    package internal(set) var asOf: Instant
    /// The first day that is not over.
    package let today: Day
    package let stages: StageTable
    package let rates: RateTable

    // Deals.
    package internal(set) var id: [Int64] = []
    package internal(set) var created: [Int32] = []
    package internal(set) var createdKnown: [Int32] = []
    /// Index into `stages.pipelines`.
    package internal(set) var pipeline: [Int32] = []
    /// Index into the organisation's employees, -1 is nobody. Of a won deal: who held it when it was won.
    package internal(set) var owner: [Int32] = []
    /// Index into the frame's products, -1 is none.
    package internal(set) var product: [Int32] = []
    /// Account's number, -1 is none.
    package internal(set) var account: [Int32] = []
    package internal(set) var source: [Int32] = []
    /// 1 when the account had won before this deal was created, 0 when not, -1 without an account.
    package internal(set) var returning: [Int8] = []
    /// 1 when the account was won first with this deal, or would be, 0 when with another, -1 without an account.
    package internal(set) var winsFirst: [Int8] = []
    /// Its currency has no rate, or no sum can hold it: it counts, but its money is in no sum.
    package internal(set) var moneyless: [Bool] = []
    /// Where it stands, and since which day.
    package internal(set) var state: [Int16] = []
    package internal(set) var since: [Int32] = []
    /// Last known amount; `Cut.unknown` without one or without a rate.
    package internal(set) var amount: [Int64] = []

    /// The same in the deal's own currency.
    package internal(set) var ownAmount: [Int64] = []
    /// Index into `currencies`.
    package internal(set) var currency: [Int16] = []
    package let currencies: [Currency]

    // Their sequences, in compressed rows.
    package internal(set) var steps = Rows<Int16>()
    /// Minor units of the deal's own currency, NaN where not known or without a rate.
    package internal(set) var amounts = Rows<Double>()
    package internal(set) var dues = Rows<Int32>()

    package internal(set) var shares: [Share] = []

    /// By `state` and `since`.
    var standings = Standings()
    /// The money of some deals is left out because the sum of all would be too large.
    var leavesOut = false
    /// No amount is larger than this; it is less than twice the largest one that ever was among them.
    var mostOfOne: UInt64 = 0

    package static let unknown = Int64.min
    package static let noDay = Int32.max

    package struct Rows<Value: Sendable>: Sendable {
        package internal(set) var start: [Int32] = [0]
        package internal(set) var day: [Int32] = []
        package internal(set) var known: [Int32] = []
        package internal(set) var value: [Value] = []
    }

    /// A seller's part of a deal's money; the parts of one deal add up to 1.
    package struct Share: Sendable {
        package let deal: Int32
        package let employee: Int32
        package let fraction: Double
    }

    package var count: Int { id.count }

    /// Day on which it is expected to close, or nil.
    package func expectedClose(_ deal: Int) -> Day? {
        let end = Int(dues.start[deal + 1])
        guard end > Int(dues.start[deal]), dues.value[end - 1] != Cut.noDay else { return nil }
        return Day(number: dues.value[end - 1])
    }
}
