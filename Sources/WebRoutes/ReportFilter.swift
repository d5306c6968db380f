package import SalesDomain

/// What a report or a forecast is asked with; each takes what it needs of it. Nil is the default of the place: the widest scope
/// that the viewer has, the current month, now, all sales pipelines, HTML on a page and JSON in the API.
package struct ReportFilter: Hashable, Sendable {
    package var scope: ScopeName?
    package var period: PeriodName?
    package var asOf: AsOfText?
    package var pipeline: String?
    package var by: Cut?
    /// From when on a forecast's page says what changed.
    package var since: Since?
    /// Ends of a comparison.
    package var from: BoundText?
    package var to: BoundText?
    /// A reference funnel by its name.
    package var reference: String?
    package var against: AgainstText?
    /// Whose figures stand beside these: a scope or a period.
    package var compare: AgainstText?
    package var suppositions: Suppositions
    /// `all`: the whole of a list of which a page shows the first ones.
    package var list: ListLength?
    package var format: Format?
    /// Nil: the company's own.
    package var basis: Company.Basis?
    /// By what plans are set; nil: won.
    package var measure: Quota.Measure?
    /// What is counted, by its name: `deals`, `calls_inbound`, a series that was given in numbers.
    package var count: String?
    /// The periods of a series.
    package var grain: Grain?

    package init(
        scope: ScopeName? = nil, period: PeriodName? = nil, asOf: AsOfText? = nil, pipeline: String? = nil,
        by: Cut? = nil, since: Since? = nil, from: BoundText? = nil, to: BoundText? = nil, reference: String? = nil,
        against: AgainstText? = nil, compare: AgainstText? = nil, suppositions: Suppositions = .none,
        list: ListLength? = nil, format: Format? = nil, basis: Company.Basis? = nil,
        measure: Quota.Measure? = nil, count: String? = nil, grain: Grain? = nil
    ) {
        self.basis = basis
        self.measure = measure
        self.count = count
        self.grain = grain
        self.scope = scope
        self.period = period
        self.asOf = asOf
        self.pipeline = pipeline
        self.by = by
        self.since = since
        self.from = from
        self.to = to
        self.reference = reference
        self.against = against
        self.compare = compare
        self.suppositions = suppositions
        self.list = list
        self.format = format
    }

    init(_ query: Query, forPrograms: Bool = false) throws(RouteProblem) {
        scope = try query.value("scope")
        period = try query.value("period")
        asOf = try query.value("as_of")
        pipeline = query.last("pipeline")
        by = try query.value("by")
        since = try query.value("since")
        from = try query.value("from")
        to = try query.value("to")
        reference = query.last("reference")
        against = try query.value("against")
        compare = try query.value("compare")
        suppositions = try Suppositions(query, forPrograms: forPrograms)
        list = try query.value("list")
        format = try query.value("format")
        basis = try query.value("basis")
        measure = try query.value("measure")
        count = query.last("count")
        grain = try query.value("grain")
    }

    func write(to query: inout Query) {
        query.add("scope", scope)
        query.add("period", period)
        query.add("as_of", asOf)
        query.add("pipeline", pipeline)
        query.add("by", by)
        query.add("since", since)
        query.add("from", from)
        query.add("to", to)
        query.add("reference", reference)
        query.add("against", against)
        query.add("compare", compare)
        suppositions.write(to: &query)
        query.add("list", list)
        query.add("format", format)
        query.add("basis", basis)
        query.add("measure", measure)
        query.add("count", count)
        query.add("grain", grain)
    }
}

package enum ListLength: String, Hashable, Sendable, CaseIterable, QueryValue { case all }

/// An end of a comparison as an address says it: a period (`2026-10`) or an instant (`2026-10-12`).
package enum BoundText: Hashable, Sendable, QueryValue {
    case period(PeriodName)
    case instant(AsOfText)

    package init?(queryText text: String) {
        if let period = PeriodName(queryText: text) {
            self = .period(period)
        } else if let instant = AsOfText(queryText: text) {
            self = .instant(instant)
        } else {
            return nil
        }
    }

    package var queryText: String {
        switch self {
        case .period(let name): name.queryText
        case .instant(let text): text.queryText
        }
    }
}

/// What a report is compared with: `best` (the best quarter of the sellers), a scope or a period.
package enum AgainstText: Hashable, Sendable, QueryValue {
    case best
    case scope(ScopeName)
    case period(PeriodName)

    package init?(queryText text: String) {
        if text == "best" {
            self = .best
        } else if let scope = ScopeName(queryText: text) {
            self = .scope(scope)
        } else if let period = PeriodName(queryText: text) {
            self = .period(period)
        } else {
            return nil
        }
    }

    package var queryText: String {
        switch self {
        case .best: "best"
        case .scope(let name): name.queryText
        case .period(let name): name.queryText
        }
    }
}
