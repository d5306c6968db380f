package import SalesDomain

/// What a forecast is asked with. Nil is the default of the place: the widest scope that the viewer has, the current
/// month, now, all sales pipelines, no parts, HTML on a page and JSON in the API.
package struct ForecastFilter: Hashable, Sendable {
    package var scope: ScopeName?
    package var period: PeriodName?
    package var asOf: AsOfText?
    package var pipeline: String?
    package var by: Cut?
    package var since: Since?
    package var suppositions: Suppositions
    package var format: Format?
    /// Nil: the company's own.
    package var basis: Company.Basis?

    package init(
        scope: ScopeName? = nil, period: PeriodName? = nil, asOf: AsOfText? = nil, pipeline: String? = nil,
        by: Cut? = nil, since: Since? = nil, suppositions: Suppositions = .none, format: Format? = nil,
        basis: Company.Basis? = nil
    ) {
        self.basis = basis
        self.scope = scope
        self.period = period
        self.asOf = asOf
        self.pipeline = pipeline
        self.by = by
        self.since = since
        self.suppositions = suppositions
        self.format = format
    }

    init(_ query: Query, forPrograms: Bool = false) throws(RouteProblem) {
        scope = try query.value("scope")
        period = try query.value("period")
        asOf = try query.value("as_of")
        pipeline = query.last("pipeline")
        by = try query.value("by")
        since = try query.value("since")
        suppositions = try Suppositions(query, forPrograms: forPrograms)
        format = try query.value("format")
        basis = try query.value("basis")
    }

    func write(to query: inout Query) {
        query.add("scope", scope)
        query.add("period", period)
        query.add("as_of", asOf)
        query.add("pipeline", pipeline)
        query.add("by", by)
        query.add("since", since)
        suppositions.write(to: &query)
        query.add("format", format)
        query.add("basis", basis)
    }
}
