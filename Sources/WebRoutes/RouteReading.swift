internal import SalesDomain

extension Route {
    /// Reads a path with or without a query. Parameters that a page does not know are passed over, those that the API does
    /// not know are refused, and so is one given with two values; an empty value is no value; for pages the last of two holds.
    package init(target: String) throws(RouteProblem) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        try self.init(path: String(parts[0]), query: parts.count == 2 ? String(parts[1]) : "")
    }

    package init(path: String, query text: String) throws(RouteProblem) {
        guard let (place, last) = Place.at(path) else { throw .unknownPath }
        var query = Query(text: text)
        if let known = place.parameters(last) {
            try query.refuse(unless: known, many: [Suppositions.name])
            if let language = query.last("lang"), Company.Language(rawValue: language) == nil {
                throw .badValue(of: "lang")
            }
        } else {
            try query.joinOwnDates()
        }
        if let by = query.last("by"), let cuts = place.cuts(last), !cuts.contains(by) { throw .badValue(of: "by") }
        switch place {
        case .home: self = .home(try ReportFilter(query))
        case .setUp: self = .setUp
        case .signIn: self = .signIn(back: Route.back(query.last("back")))
        case .signOut: self = .signOut
        case .company: self = .company(try ReportFilter(query))
        case .accuracy: self = .accuracy(try BacktestFilter(query))
        case .deals: self = .deals(try DealsFilter(query))
        case .deal: self = .deal(try Route.dealID(last), try DealFilter(query))
        case .report: self = .report(try Route.reportName(last), try ReportFilter(query))
        case .answer: self = .answer(try Route.dealID(last))
        case .strip: self = .strip
        case .plans: self = .plans(try ReportFilter(query))
        case .bonuses: self = .bonuses(try ReportFilter(query))
        case .schemes: self = .schemes(try ReportFilter(query))
        case .setScheme: self = .setScheme(query.last("plan"))
        case .calls: self = .calls(try CallsFilter(query))
        case .settings: self = .settings
        case .account: self = .account
        case .language: self = .language
        case .theme: self = .theme
        case .look: self = .look(last ?? "")
        case .asset: self = .asset(last ?? "")
        case .apiForecast: self = .apiForecast(try ReportFilter(query, forPrograms: true))
        case .apiBacktest: self = .apiBacktest(try BacktestFilter(query))
        case .apiDeals: self = .apiDeals(try DealsFilter(query))
        case .apiDeal: self = .apiDeal(last ?? "", try DealFilter(query, forPrograms: true))
        case .apiBonuses: self = .apiBonuses(try ReportFilter(query))
        case .apiPlans: self = .apiPlans(try ReportFilter(query))
        case .apiSchemes: self = .apiSchemes(try ReportFilter(query))
        case .apiReport: self = .apiReport(try Route.reportName(last), try ReportFilter(query, forPrograms: true))
        case .health: self = .health
        }
    }

    /// A page of ours to go back to; nil for anything else, so that nobody can be sent to another site.
    package static func back(_ target: String?) -> Route? {
        guard let target, let route = try? Route(target: target) else { return nil }
        switch route {
        case .home, .company, .accuracy, .deals, .deal, .report, .plans, .bonuses, .schemes, .setScheme, .calls,
            .settings, .account:
            return route
        case .signIn, .setUp: return route
        default: return nil
        }
    }

    private static func reportName(_ text: String?) throws(RouteProblem) -> ReportName {
        guard let name = text.flatMap(ReportName.init(rawValue:)) else { throw .unknownPath }
        return name
    }

    private static func dealID(_ text: String?) throws(RouteProblem) -> Deal.ID {
        guard let text, let number = Int64(text), number > 0, String(number) == text else { throw .unknownPath }
        return Deal.ID(number)
    }
}

extension Query {
    /// Two days, as a form of a page sends them, are a period.
    fileprivate mutating func joinOwnDates() throws(RouteProblem) {
        guard let first = last("first"), let final = last("last") else { return }
        guard let from = Day(iso: first) else { throw .badValue(of: "first") }
        guard let to = Day(iso: final) else { throw .badValue(of: "last") }
        add("period", "\(min(from, to))..\(max(from, to))")
    }

    package init(of route: Route) {
        self.init()
        switch route {
        case .signIn(let back): add("back", back?.target)
        case .home(let filter), .company(let filter), .apiForecast(let filter): filter.write(to: &self)
        case .accuracy(let filter), .apiBacktest(let filter): filter.write(to: &self)
        case .deals(let filter), .apiDeals(let filter): filter.write(to: &self)
        case .report(_, let filter), .apiReport(_, let filter), .plans(let filter), .bonuses(let filter),
            .schemes(let filter), .apiBonuses(let filter), .apiPlans(let filter), .apiSchemes(let filter):
            filter.write(to: &self)
        case .setScheme(let plan): add("plan", plan)
        case .calls(let filter): filter.write(to: &self)
        case .deal(_, let filter), .apiDeal(_, let filter): filter.write(to: &self)
        case .setUp, .signOut, .answer, .strip, .settings, .account, .language, .theme, .look, .asset, .health:
            break
        }
    }
}
