/// What a report may be asked with besides scope, period, instant and pipeline. What it makes nothing of is refused on the
/// command line and by the API, so that nobody takes an answer for another one.
package enum ReportOption: String, Sendable, CaseIterable {
    case by, from, to, reference, against, compare
    case supposed = "if"
    case count, grain, list, measure

    /// Of a report by the name that it has on the command line and in addresses.
    package static func taken(by report: String) -> [ReportOption] {
        (cuts(of: report).isEmpty ? [] : [.by]) + besides(report)
    }

    /// By what its parts or rows can be given; where there is one alone, they always are.
    package static func cuts(of report: String) -> [String] {
        switch report {
        case "bonuses": ["employee", "deal"]
        case "plans": ["department", "employee"]
        case "funnel", "estimate", "planfact": ["department", "employee", "pipeline"]
        case "events", "team", "submissions": ["employee"]
        case "changes", "period", "today": ["deal"]
        default: []
        }
    }

    private static func besides(_ report: String) -> [ReportOption] {
        switch report {
        case "changes", "revive": [.from, .to]
        case "planfact": [.reference, .against, .compare, .supposed]
        case "funnel": [.compare, .supposed]
        case "estimate", "period": [.supposed]
        case "series": [.count, .grain]
        case "plans": [.measure]
        case "today", "alerts": [.list]
        default: []
        }
    }

    /// Reports that take it, of these.
    package func takers(among reports: [String]) -> [String] {
        reports.filter { ReportOption.taken(by: $0).contains(self) }
    }
}
