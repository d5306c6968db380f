package import SalesDomain

/// A list of deals that the viewer may see. Ids only: words are looked up where the page is made.
package struct DealsReport: Sendable, Equatable {
    package let asOf: Instant
    package let currency: Currency
    package let total: Int
    /// Of all that were found, in minor units of `currency`; unknown amounts are not in it.
    package let totalAmount: Int64
    package let rows: [Row]

    package struct Row: Sendable, Equatable {
        package let deal: Deal.ID
        package let pipeline: Pipeline.ID
        package let stage: Stage.ID?
        package let status: Deal.Status
        package let owner: Employee.ID?
        package let product: Product.ID?
        package let account: Account.ID?
        /// In the deal's own currency; nil when not known.
        package let amount: Money?
        /// In the base currency, minor units; nil without an amount or a rate.
        package let baseAmount: Int64?
        package let created: Day
        package let expectedClose: Day?
        package let closed: Day?
        package let daysInStage: Int?
    }
}

/// Which deals are asked for; every page and every drill-down is one of these in a URL.
package struct DealsQuery: Hashable, Sendable {
    package var scope: Scope
    /// Nil: all of kind sales, or all pipelines when there is none, or when `everyPipeline`.
    package var pipeline: Pipeline.ID?
    package var everyPipeline: Bool
    /// Each deal once, with its owner, as counts have it.
    package var counted: Bool
    package var status: Deal.Status?
    /// Nil: of any.
    package var category: Category?
    package var stage: Stage.ID?
    /// Of these customers; nil: of any, or of none. Empty: no deal at all.
    package var accounts: Set<Account.ID>?
    /// Closed within, for won and lost; expected to close within, for open.
    package var period: Period?
    package var sort: Sort
    package var descending: Bool
    package var offset: Int
    package var limit: Int
    /// A forecast category, and which word of the log says which: what none of them says is the rest.
    package struct Category: Hashable, Sendable {
        package let wanted: Deal.Category
        package let words: [Word.ID: Deal.Category]
        package init(_ wanted: Deal.Category, words: [Word.ID: Deal.Category]) {
            self.wanted = wanted
            self.words = words
        }
        package func of(_ word: Word.ID?) -> Deal.Category { word.flatMap { words[$0] } ?? .pipeline }
    }

    package enum Sort: String, Sendable, CaseIterable { case created, amount, stage, owner, expectedClose, closed, age }
    package init(
        scope: Scope, pipeline: Pipeline.ID? = nil, everyPipeline: Bool = false, counted: Bool = false,
        status: Deal.Status? = nil, category: Category? = nil, stage: Stage.ID? = nil,
        accounts: Set<Account.ID>? = nil, period: Period? = nil, sort: Sort = .created,
        descending: Bool = true, offset: Int = 0, limit: Int = 50
    ) {
        self.scope = scope
        self.pipeline = pipeline
        self.everyPipeline = everyPipeline
        self.counted = counted
        self.status = status
        self.category = category
        self.stage = stage
        self.accounts = accounts
        self.period = period
        self.sort = sort
        self.descending = descending
        self.offset = offset
        self.limit = limit
    }
}
