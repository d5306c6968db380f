package import SalesDomain

/// A deal as it was when it came into being; what became of it is told by `ChangeFact`s. Words (titles, external ids)
/// stay out.
package struct DealFact: Sendable {
    package var id: Deal.ID
    package var created: Instant
    /// When the company's books first knew of it.
    package var recorded: Instant
    package var pipeline: Pipeline.ID
    /// Nil: the base currency.
    package var currency: Currency?
    // Values held from the beginning, before any change of that field; nil where there was none, or where the log
    // itself tells the first one.
    package var stage: Stage.ID?
    /// Minor units of `currency`.
    package var amount: Int64?
    package var owner: Employee.ID?
    package var expectedClose: Day?
    package var product: Product.ID?
    package var account: Account.ID?
    /// By `FactsBuilder.code(of:)`, or any number that stands for one source.
    package var source: Int64?
    /// How it began: a deal that was closed when the books first knew it has no log that closes it.
    package var status: Deal.Status
    package var closed: Instant?
    /// The edition of `splits` in force from the beginning; nil: the owner's alone.
    package var split: Int64?
    /// Every edition that ever held; the log's `split` says which does.
    package var splits: [Split]

    /// A seller's part of the amount.
    package struct Split: Sendable, Equatable {
        package let employee: Employee.ID
        /// Only proportions within the edition matter: 60 and 40, or 0.6 and 0.4.
        package let share: Double
        package let edition: Int64
        package init(employee: Employee.ID, share: Double, edition: Int64 = 1) {
            self.employee = employee
            self.share = share
            self.edition = edition
        }
    }

    package init(
        id: Deal.ID, created: Instant, recorded: Instant, pipeline: Pipeline.ID, currency: Currency? = nil,
        stage: Stage.ID? = nil, amount: Int64? = nil, owner: Employee.ID? = nil, expectedClose: Day? = nil,
        product: Product.ID? = nil, account: Account.ID? = nil, source: Int64? = nil, status: Deal.Status = .open,
        closed: Instant? = nil, split: Int64? = 1, splits: [Split] = []
    ) {
        self.id = id
        self.created = created
        self.recorded = recorded
        self.pipeline = pipeline
        self.currency = currency
        self.stage = stage
        self.amount = amount
        self.owner = owner
        self.expectedClose = expectedClose
        self.product = product
        self.account = account
        self.source = source
        self.status = status
        self.closed = closed
        self.split = split
        self.splits = splits
    }
}

/// One entry of a deal's log.
package struct ChangeFact: Sendable {
    package var deal: Deal.ID
    package var field: Deal.Field
    /// When it became so.
    package var changed: Instant
    /// When the books knew it.
    package var recorded: Instant
    /// By field: a record's number (stage, owner, product, account, pipeline), minor units (amount, cost), a day's number
    /// (expectedClose), an instant's microseconds (createdAt, closedAt), a code (source), an edition (split),
    /// 0 open, 1 won, 2 lost (status).
    /// Nil: nothing. For `removed` and `merged`: nil or 0 takes it back, anything else does it.
    package var new: Int64?

    package init(deal: Deal.ID, field: Deal.Field, changed: Instant, recorded: Instant, new: Int64?) {
        self.deal = deal
        self.field = field
        self.changed = changed
        self.recorded = recorded
        self.new = new
    }
}
