/// What an address of one deal keeps: as of when it is looked at (nil: now), and the period of the pages around it.
package struct DealFilter: Hashable, Sendable {
    package var asOf: AsOfText?
    package var period: PeriodName?

    package init(asOf: AsOfText? = nil, period: PeriodName? = nil) {
        self.asOf = asOf
        self.period = period
    }

    init(_ query: Query) throws(RouteProblem) {
        asOf = try query.value("as_of")
        period = try query.value("period")
    }

    func write(to query: inout Query) {
        query.add("as_of", asOf)
        query.add("period", period)
    }
}
