/// Every address that the server answers at; the only literal paths in the project.
package enum Place: String, Sendable, CaseIterable {
    case home = "/"
    case setUp = "/set-up"
    case signIn = "/sign-in"
    case signOut = "/sign-out"
    case company = "/company"
    case accuracy = "/accuracy"
    case deals = "/deals"
    case deal = "/deals/*"
    case report = "/reports/*"
    case answer = "/answers/*"
    case strip = "/strip"
    case plans = "/plans"
    case bonuses = "/bonuses"
    case schemes = "/bonuses/plans"
    case setScheme = "/bonuses/plans/edit"
    case calls = "/calls"
    case settings = "/settings"
    case account = "/account"
    case language = "/language"
    case theme = "/theme"
    case look = "/look/*"
    case asset = "/assets/*"
    case apiForecast = "/api/forecast"
    case apiBacktest = "/api/backtest"
    case apiDeals = "/api/deals"
    case apiDeal = "/api/deals/*"
    case apiBonuses = "/api/reports/bonuses"
    case apiPlans = "/api/reports/plans"
    case apiSchemes = "/api/reports/commissions"
    case apiReport = "/api/reports/*"
    case health = "/health"

    /// The place at a path, and what stands where its last part varies.
    package static func at(_ path: String) -> (place: Place, last: String?)? {
        if let place = Place(rawValue: path), !place.varies { return (place, nil) }
        guard let slash = path.lastIndex(of: "/"), case let last = path[path.index(after: slash)...], !last.isEmpty,
            let place = Place(rawValue: path[...slash] + "*"), let decoded = PercentCoding.decoded(last)
        else { return nil }
        return (place, decoded)
    }

    package func path(_ last: String = "") -> String {
        varies ? rawValue.dropLast() + PercentCoding.encoded(last) : rawValue
    }

    package var varies: Bool { rawValue.hasSuffix("/*") }
}
