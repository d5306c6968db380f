package import SalesDomain

/// What the change of won sales between two periods consists of, and what of it may be brought back.
package struct ReviveReport: Headed, Sendable, Equatable {
    package enum CauseName: String, Sendable, CaseIterable { case inflow, conversion, size, duration, mix, rate }

    /// Of the second period.
    package var head: ReportHead
    package let from: Period
    package let to: Period
    /// Of a period that is not over as many days are compared as have passed of it.
    package let days: Int
    package let isCut: Bool
    /// Won in each, minor units of the base currency.
    package let wonFrom: Int64
    package let wonTo: Int64
    /// In the order of `CauseName`; they add up to the change exactly.
    package let causes: [Cause]
    /// By expected money.
    package let candidates: [Candidate]

    package var size: Int { 2_000 + candidates.count * 120 }
    package var change: Int64 { wonTo - wonFrom }

    /// `low`, `high`: in eight cases of ten, by how much chance moves such figures.
    package struct Cause: Sendable, Equatable {
        package let name: CauseName
        package let amount: Int64
        package let low: Int64
        package let high: Int64
    }

    package struct Candidate: Sendable, Equatable {
        package enum Kind: String, Sendable, CaseIterable { case sleeping, lost, stuck }
        package let kind: Kind
        /// Of a sleeping customer: the last one that they bought.
        package let deal: Deal.ID
        package let account: Account.ID?
        package let owner: Employee.ID?
        /// The scope's part of its money.
        package let amount: Int64
        /// Of a win within `horizon` days; of a lost deal: what returning to it adds to that.
        package let chance: Double
        /// Of a lost deal: how likely the customer buys of its product in that time without anybody's return.
        package let anyway: Double?
        package let expected: Int64
        /// Since the last purchase, the loss, or the entry into the stage.
        package let days: Int
        /// Between purchases; of a stuck deal: what nine deals of ten stay at most.
        package let usual: Int?
        package let stage: Stage.ID?
    }

    /// Days within which a candidate is to be won.
    package static let horizon = 90

    package func expected(_ kind: Candidate.Kind) -> Int64 {
        candidates.reduce(0) { $0 + ($1.kind == kind ? $1.expected : 0) }
    }
}
