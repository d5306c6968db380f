package import SalesDomain

/// What an address asks for. `Route(target: route.target)` gives the route back.
package enum Route: Hashable, Sendable {
    /// With filters: as the page that it stands for.
    case home(ReportFilter = ReportFilter())
    case setUp
    /// `back`: where to go after signing in.
    indirect case signIn(back: Route? = nil)
    case signOut
    case company(ReportFilter = ReportFilter())
    case accuracy(BacktestFilter = BacktestFilter())
    case deals(DealsFilter = DealsFilter())
    case deal(Deal.ID, DealFilter = DealFilter())
    case report(ReportName, ReportFilter = ReportFilter())
    /// Takes a form that says something of a deal: `answer`, what goes with it, `version`, `back`.
    case answer(Deal.ID)
    /// The strip alone, as a piece of a page.
    case strip
    /// A form sent to it sets a plan: `scope`, `period`, `value`.
    case plans(ReportFilter = ReportFilter())
    /// A form sent to it moves a statement on, calculates a period, or gives a grant: `deed` and what goes with it.
    case bonuses(ReportFilter = ReportFilter())
    /// Commission plans to be read. A form sent to it withdraws a version, or gives it another name: `deed` and what goes with it.
    case schemes(ReportFilter = ReportFilter())
    /// A commission plan to be set, as it stands or from nothing. Takes a form: `deed` (preview, save, more) and the plan.
    case setScheme(String? = nil)
    /// The very calls behind a number.
    case calls(CallsFilter = CallsFilter())
    /// People who may sign in, and how the data are: an administrator's. A form sent to it changes an account: `deed` and what goes with it.
    case settings
    /// One's own password. Takes a form: `current` and `new`.
    case account
    /// Takes a form: `value` is a language, `back` the page that it was sent from.
    case language
    /// Takes a form: `value` is a `Theme`, `back` the page that it was sent from.
    case theme
    /// Our own style sheet and script, by file name.
    case look(String)
    /// Libraries installed by the set-up script, by file name.
    case asset(String)
    case apiForecast(ReportFilter = ReportFilter())
    case apiBacktest(BacktestFilter = BacktestFilter())
    case apiDeals(DealsFilter = DealsFilter())
    /// A deal by the company's own id.
    case apiDeal(String, DealFilter = DealFilter())
    case apiBonuses(ReportFilter = ReportFilter())
    case apiPlans(ReportFilter = ReportFilter())
    case apiSchemes(ReportFilter = ReportFilter())
    case apiReport(ReportName, ReportFilter = ReportFilter())
    case health
}

package enum RouteProblem: Error, Equatable {
    case unknownPath
    /// The parameter that has a value which cannot be read.
    case badValue(of: String)
    /// A parameter that the place does not have, and those that it has.
    case unknownName(String, known: [String])
}

extension Route {
    package var place: Place {
        switch self {
        case .home: .home
        case .setUp: .setUp
        case .signIn: .signIn
        case .signOut: .signOut
        case .company: .company
        case .accuracy: .accuracy
        case .deals: .deals
        case .deal: .deal
        case .report: .report
        case .answer: .answer
        case .strip: .strip
        case .plans: .plans
        case .bonuses: .bonuses
        case .schemes: .schemes
        case .setScheme: .setScheme
        case .calls: .calls
        case .settings: .settings
        case .account: .account
        case .language: .language
        case .theme: .theme
        case .look: .look
        case .asset: .asset
        case .apiForecast: .apiForecast
        case .apiBacktest: .apiBacktest
        case .apiDeals: .apiDeals
        case .apiDeal: .apiDeal
        case .apiBonuses: .apiBonuses
        case .apiPlans: .apiPlans
        case .apiSchemes: .apiSchemes
        case .apiReport: .apiReport
        case .health: .health
        }
    }

    /// Path and query, as they stand in a link: `/company?scope=department:Sales&period=2026-11`.
    package var target: String {
        let query = Query(of: self).text
        return query.isEmpty ? path : path + "?" + query
    }

    package var path: String {
        switch self {
        case .deal(let id, _), .answer(let id): place.path(String(id.number))
        case .apiDeal(let id, _): place.path(id)
        case .report(let name, _), .apiReport(let name, _): place.path(name.rawValue)
        case .look(let name), .asset(let name): place.path(name)
        default: place.path()
        }
    }
}
