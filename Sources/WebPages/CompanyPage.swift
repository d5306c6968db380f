package import SalesReports

/// The forecast of a scope: what the period will bring, how sure it is, of what it consists.
package struct CompanyPage: Sendable {
    package struct Content: Sendable {
        /// Cut by department; its whole is the page's scope. For a person: without parts.
        package let departments: ForecastReport
        /// The same, cut by employee. Nil for a person.
        package let people: ForecastReport?
        /// The same scope in the quarter that holds this month, or in the current month when this is a quarter.
        package let other: ForecastReport?
        /// Won in the whole period before, minor units; nil when the company has no records so far back.
        package let before: Int64?
        /// Nil: no picture of the period.
        package let curve: PeriodCurve?
        package init(
            departments: ForecastReport, people: ForecastReport?, other: ForecastReport?, before: Int64?,
            curve: PeriodCurve?
        ) {
            self.departments = departments
            self.people = people
            self.other = other
            self.before = before
            self.curve = curve
        }
    }

    private let content: Content
    private let frame: Frame

    package init(_ content: Content, frame: Frame) {
        self.content = content
        self.frame = frame
    }

    package func html() -> String { "" }
}
