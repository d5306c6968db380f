extension Place {
    /// What a query of the API may name, in the order of the documentation; nil for pages, which pass over what they do
    /// not know.
    package var parameters: [String]? {
        switch self {
        case .apiForecast: ["scope", "period", "as_of", "pipeline", "by", "basis", "since", "if", "format", "lang"]
        case .apiBacktest:
            [
                "scope", "as_of", "pipeline", "period", "from", "to", "by", "basis", "horizon", "method", "format",
                "lang",
            ]
        case .apiDeals:
            [
                "scope", "pipeline", "status", "category", "stage", "period", "as_of", "counted", "sort", "order",
                "page", "format",
                "lang",
            ]
        case .apiDeal: ["as_of", "period", "if", "lang"]
        case .apiReport, .apiBonuses, .apiSchemes: Place.ofReports
        case .apiPlans: Place.ofReports + ["measure"]
        default: nil
        }
    }

    private static let ofReports = [
        "scope", "period", "as_of", "pipeline", "by", "from", "to", "reference", "against", "compare", "list", "basis",
        "if",
        "count", "grain", "format", "lang",
    ]
}
