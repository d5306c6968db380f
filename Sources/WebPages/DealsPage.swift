package import SalesReports

/// The list of deals.
package struct DealsPage: Sendable {
    private let report: DealsReport
    private let query: DealsQuery
    private let frame: Frame

    package init(_ report: DealsReport, query: DealsQuery, frame: Frame) {
        self.report = report
        self.query = query
        self.frame = frame
    }

    package func html() -> String { "" }
}
