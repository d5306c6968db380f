package import SalesDomain

/// What a look at past accuracy is asked with. Nil: the whole company, by month, as far back as the data allow, all
/// horizons, the model drawn.
package struct BacktestFilter: Hashable, Sendable {
    package var scope: ScopeName?
    package var asOf: AsOfText?
    package var pipeline: String?
    package var period: Repeating?
    package var from: PeriodName?
    package var to: PeriodName?
    package var by: Cut?
    package var horizon: Horizon?
    package var method: Method?
    package var format: Format?
    /// Nil: the company's own.
    package var basis: Company.Basis?

    package init(
        scope: ScopeName? = nil, asOf: AsOfText? = nil, pipeline: String? = nil, period: Repeating? = nil,
        from: PeriodName? = nil, to: PeriodName? = nil, by: Cut? = nil, horizon: Horizon? = nil, method: Method? = nil,
        format: Format? = nil, basis: Company.Basis? = nil
    ) {
        self.basis = basis
        self.scope = scope
        self.asOf = asOf
        self.pipeline = pipeline
        self.period = period
        self.from = from
        self.to = to
        self.by = by
        self.horizon = horizon
        self.method = method
        self.format = format
    }

    init(_ query: Query) throws(RouteProblem) {
        scope = try query.value("scope")
        asOf = try query.value("as_of")
        pipeline = query.last("pipeline")
        period = try query.value("period")
        from = try query.value("from")
        to = try query.value("to")
        by = try query.value("by")
        horizon = try query.value("horizon")
        method = try query.value("method")
        format = try query.value("format")
        basis = try query.value("basis")
    }

    func write(to query: inout Query) {
        query.add("scope", scope)
        query.add("as_of", asOf)
        query.add("pipeline", pipeline)
        query.add("period", period)
        query.add("from", from)
        query.add("to", to)
        query.add("by", by)
        query.add("horizon", horizon)
        query.add("method", method)
        query.add("format", format)
        query.add("basis", basis)
    }
}
