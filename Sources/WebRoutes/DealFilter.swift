package import SalesDomain

/// What an address of one deal keeps: as of when it is looked at (nil: now), and the period of the pages around it.
package struct DealFilter: Hashable, Sendable {
    package var asOf: AsOfText?
    package var period: PeriodName?
    package var suppositions: Suppositions

    package init(asOf: AsOfText? = nil, period: PeriodName? = nil, suppositions: Suppositions = .none) {
        self.asOf = asOf
        self.period = period
        self.suppositions = suppositions
    }

    init(_ query: Query, forPrograms: Bool = false) throws(RouteProblem) {
        asOf = try query.value("as_of")
        period = try query.value("period")
        suppositions = try Suppositions(query, forPrograms: forPrograms)
    }

    func write(to query: inout Query) {
        query.add("as_of", asOf)
        query.add("period", period)
        suppositions.write(to: &query)
    }
}
