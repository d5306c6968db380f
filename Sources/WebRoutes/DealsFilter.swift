/// Which deals are listed. Nil: the widest scope that the viewer has, all sales pipelines, every stage, newest first; of
/// the status: open on the page, any in the API.
package struct DealsFilter: Hashable, Sendable {
    package var scope: ScopeName?
    /// `everyPipeline` for those that are not of kind sales too.
    package var pipeline: String?
    package var status: StatusChoice?
    package var category: CategoryChoice?
    /// A stage of `pipeline`, by name.
    package var stage: String?
    /// The customer's name as it is written; one that nobody has finds no deal.
    package var account: String?
    package var period: PeriodName?
    package var asOf: AsOfText?
    /// Each deal once, with its owner, as counts have it; else a deal is listed with everybody who has a share in it.
    package var counted: Bool
    package var sort: DealOrder?
    package var ascending: Bool
    /// From 1.
    package var page: Int
    package var format: Format?

    package static let everyPipeline = "*"

    package init(
        scope: ScopeName? = nil, pipeline: String? = nil, status: StatusChoice? = nil,
        category: CategoryChoice? = nil, stage: String? = nil, account: String? = nil,
        period: PeriodName? = nil, asOf: AsOfText? = nil, counted: Bool = false, sort: DealOrder? = nil,
        ascending: Bool = false, page: Int = 1, format: Format? = nil
    ) {
        self.scope = scope
        self.pipeline = pipeline
        self.status = status
        self.category = category
        self.stage = stage
        self.account = account
        self.period = period
        self.asOf = asOf
        self.counted = counted
        self.sort = sort
        self.ascending = ascending
        self.page = page
        self.format = format
    }

    init(_ query: Query) throws(RouteProblem) {
        scope = try query.value("scope")
        pipeline = query.last("pipeline")
        status = try query.value("status")
        category = try query.value("category")
        stage = query.last("stage")
        account = query.last("account")
        period = try query.value("period")
        asOf = try query.value("as_of")
        counted = try query.value("counted", as: Counted.self) != nil
        sort = try query.value("sort")
        ascending = try query.value("order", as: Direction.self) == .ascending
        page = try query.value("page", as: PageNumber.self)?.number ?? 1
        format = try query.value("format")
    }

    func write(to query: inout Query) {
        query.add("scope", scope)
        query.add("pipeline", pipeline)
        query.add("status", status)
        query.add("category", category)
        query.add("stage", stage)
        query.add("account", account)
        query.add("period", period)
        query.add("as_of", asOf)
        query.add("counted", counted ? Counted.once : nil)
        query.add("sort", sort)
        query.add("order", ascending ? Direction.ascending : nil)
        query.add("page", page > 1 ? String(page) : nil)
        query.add("format", format)
    }
}

private enum Counted: String, QueryValue { case once }

private enum Direction: String, QueryValue {
    case ascending = "asc"
    case descending = "desc"
}

private struct PageNumber: QueryValue {
    let number: Int
    init?(queryText: String) {
        guard let number = Int(queryText), (1...1_000_000).contains(number) else { return nil }
        self.number = number
    }
    var queryText: String { String(number) }
}
