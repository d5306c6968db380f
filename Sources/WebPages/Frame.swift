package import SalesDomain
package import WebRoutes

/// Everything about a page that is not its report: who looks, in which language and light, where they are, and what else
/// they may choose. Made anew for each answer.
package struct Frame: Sendable {
    /// Nil on the pages before signing in.
    package let viewer: Viewer?
    package let language: Company.Language
    package let theme: Theme
    /// The page itself, filters included: what language and theme forms come back to.
    package let route: Route
    /// Before the first run: what the set-up would begin with.
    package let company: Company
    package var names: Names
    /// What this viewer may choose, widest first, departments in the order of the tree. One or none: no menu.
    package let scopes: [Scope]
    /// What may be chosen, newest first.
    package let periods: [Period]
    package let now: Instant
    /// Nil: looking at now. Otherwise the page says that it looks at the past.
    package let asOf: Instant?
    /// Goes into every form as `csrf`.
    package let csrf: String
    /// File names of browser libraries that are installed; without `echarts.min.js` charts are plain SVG.
    package let assets: Set<String>
    /// What stands in the header of every page for somebody who has a plan of their own.
    /// Computed where it is drawn: a frame may be made for its words alone, or made again with more names.
    package var strip: @Sendable () -> Strip? = { nil }
    /// How many matters call for attention, beside the page that lists them; nil: nothing is said.
    package var alerts: @Sendable () -> Int? = { nil }
    /// As the command line names it, for the hints to an administrator.
    package var database = "acme.sqlite"
    /// The page is none of those in the menu.
    package var isNowhere = false
    /// What of a sale the page counts, and what could be chosen instead.
    package var basis = Company.Basis.won
    package var bases: [Company.Basis] = []

    package struct Viewer: Sendable {
        package let name: String
        package let role: Role
        package let department: String?
        /// Nil for an account that is no employee.
        package var employee: Employee.ID?
        package init(name: String, role: Role, department: String?) {
            self.name = name
            self.role = role
            self.department = department
        }
    }

    package init(
        viewer: Viewer?, language: Company.Language, theme: Theme, route: Route, company: Company,
        names: Names, scopes: [Scope], periods: [Period], now: Instant, asOf: Instant?,
        csrf: String, assets: Set<String>
    ) {
        self.viewer = viewer
        self.language = language
        self.theme = theme
        self.route = route
        self.company = company
        self.names = names
        self.scopes = scopes
        self.periods = periods
        self.now = now
        self.asOf = asOf
        self.csrf = csrf
        self.assets = assets
    }
}
