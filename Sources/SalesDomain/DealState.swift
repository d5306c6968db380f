/// A deal at one moment, every value as the log holds it: ids, minor units, days, microseconds, words, packed currency
/// codes, millionths, editions. Nil is not known.
package struct DealState: Hashable, Sendable {
    package var pipeline: Pipeline.ID
    package var createdAt: Instant
    package var status = Deal.Status.open
    package var closedAt: Instant?
    package var stage: Stage.ID?
    package var owner: Employee.ID?
    /// Minor units of `currency`, as is `cost`.
    package var amount: Int64?
    package var cost: Int64?
    package var currency: Currency?
    package var expectedClose: Day?
    package var product: Product.ID?
    package var account: Account.ID?
    /// Millionths: 0.2 is 200 000.
    package var vatRate: Int64?
    package var source: Word.ID?
    package var lostReason: Word.ID?
    package var lead: Word.ID?
    package var category: Word.ID?
    package var nextStep: Word.ID?
    /// Only when it was changed; else it is the deal record's own.
    package var title: Word.ID?
    /// Which edition of its split holds; nil: the owner's alone.
    package var split: Int64?
    /// The deal that this one was merged into.
    package var merged: Deal.ID?
    package var removed = false

    package init(pipeline: Pipeline.ID, createdAt: Instant) {
        self.pipeline = pipeline
        self.createdAt = createdAt
    }
}

/// A text kept once and named by number, so that the log holds no words.
package struct Word: Sendable, Equatable {
    package typealias ID = Key<Word>
}

/// One entry of a deal's log.
package struct DealChange: Hashable, Sendable {
    /// When it became so: decides to which period it belongs.
    package let changedAt: Instant
    /// When it was recorded: decides which as-of answers may know it.
    package let recordedAt: Instant
    package let field: Deal.Field
    /// As `DealState` encodes the field; nil: not known.
    package let old: Int64?
    package let new: Int64?
    package let by: Employee.ID?
    package init(
        changedAt: Instant, recordedAt: Instant, field: Deal.Field, old: Int64?, new: Int64?, by: Employee.ID?
    ) {
        self.changedAt = changedAt
        self.recordedAt = recordedAt
        self.field = field
        self.old = old
        self.new = new
        self.by = by
    }
}
