import ArgumentParser

/// The reports that the command line answers with; some of them have no page yet.
enum ReportWord: String, ExpressibleByArgument, CaseIterable {
    case funnel, estimate, planfact, events, revive, changes, period, today, team, submissions, alerts, actions
    case bonuses, plans, commissions

    /// The key of what its page is called.
    var title: String {
        switch self {
        case .bonuses, .plans: "page." + rawValue
        case .commissions: "page.schemes"
        default: "page.report." + rawValue
        }
    }
}
