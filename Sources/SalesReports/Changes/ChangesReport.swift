package import SalesDomain

/// What changed in the forecast of one period between two instants, in steps that add up to the difference exactly. Minor
/// units of the head's currency; the head's instant is the later one.
package struct ChangesReport: Headed, Sendable, Equatable {
    package var head: ReportHead
    package let from: Instant
    /// What was forecast as of either instant: the mean of the period's whole total.
    package let before: Int64
    package let after: Int64
    /// One of each kind, in the order in which a deal's change is taken.
    package let steps: [Step]
    /// Of the step `model`: what is expected of deals that nobody has entered yet, and the rest (learned anew, time that
    /// passed, the share that the whole gives).
    package let newBusiness: Int64
    package var size: Int { 2_000 + steps.reduce(0) { $0 + $1.deals.count * 24 } }
    package var otherwise: Int64 { (steps.last?.amount ?? 0) - newBusiness }

    package enum Kind: String, Sendable, CaseIterable {
        case won, lost, reopened, removed, slipped, stage, amount, new, transfer, rate, model
    }

    package struct Step: Sendable, Equatable {
        package let kind: Kind
        package let amount: Int64
        /// Deals whose part of the forecast it changed.
        package let count: Int
        /// Those deals, the largest effect first; of `model` the first fifty.
        package let deals: [Deal]
        package init(kind: Kind, amount: Int64, count: Int, deals: [Deal]) {
            self.kind = kind
            self.amount = amount
            self.count = count
            self.deals = deals
        }
    }

    package struct Deal: Sendable, Equatable {
        /// Nil: no longer this viewer's to see.
        package let deal: SalesDomain.Deal.ID?
        package let amount: Int64
        package init(deal: SalesDomain.Deal.ID?, amount: Int64) {
            self.deal = deal
            self.amount = amount
        }
    }

    package init(head: ReportHead, from: Instant, before: Int64, after: Int64, steps: [Step], newBusiness: Int64) {
        self.head = head
        self.from = from
        self.before = before
        self.after = after
        self.steps = steps
        self.newBusiness = newBusiness
    }
}
