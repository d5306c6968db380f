package import SalesDomain
internal import SalesReports

extension LiveFacts {
    /// What the model would have said of a person's period at an instant, by what was known then. Minor units of the base
    /// currency; nil of what lies ahead or is not there.
    package func modelsWord(of employee: Employee.ID, in period: Period, at instant: Instant) throws -> Int64? {
        let reporter = try reporter()
        let request = ForecastRequest(asOf: instant, period: period, scope: .employee(employee))
        return try? reporter.forecast(request, for: reporter.seen(by: .console)).whole.amount.mean
    }
}
