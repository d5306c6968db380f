internal import SalesDomain

extension Place {
    /// What a query of the API may name, in the order of the documentation; nil for pages, which pass over what they do
    /// not know.
    /// - Parameter last: what stands where the address varies: a report's name.
    package func parameters(_ last: String? = nil) -> [String]? {
        switch self {
        case .apiForecast: ["scope", "period", "as_of", "pipeline", "by", "basis", "since", "if", "format", "lang"]
        case .apiBacktest:
            [
                "scope", "as_of", "pipeline", "period", "from", "to", "by", "basis", "horizon", "method", "format",
                "lang",
            ]
        case .apiDeals:
            [
                "scope", "pipeline", "status", "category", "stage", "account", "period", "as_of", "counted",
                "sort", "order", "page", "format", "lang",
            ]
        case .apiDeal: ["as_of", "period", "if", "lang"]
        default: report(last).map(Place.parameters)
        }
    }

    /// By what a report of the API can be given; nil for every other place.
    func cuts(_ last: String?) -> [String]? { report(last).map(ReportOption.cuts) }

    /// As the command line calls it.
    private func report(_ last: String?) -> String? {
        switch self {
        case .apiReport: last
        case .apiBonuses: "bonuses"
        case .apiSchemes: "commissions"
        case .apiPlans: "plans"
        default: nil
        }
    }

    private static func parameters(_ report: String) -> [String] {
        ["scope", "period", "as_of", "pipeline"] + ReportOption.taken(by: report).map(\.rawValue)
            + ["basis", "format", "lang"]
    }
}
