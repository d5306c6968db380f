package import SalesDomain
internal import SalesReports

extension LiveFacts {
    /// Today, and what is forecast now at every level; nothing where there are no deals.
    package func snapshots() throws -> (day: Day, taken: [ForecastSnapshot]) {
        let reporter = try reporter()
        let day = reporter.facts.calendar.zone.day(of: reporter.now)
        return (day, reporter.facts.dealCount == 0 ? [] : try reporter.snapshots())
    }
}
