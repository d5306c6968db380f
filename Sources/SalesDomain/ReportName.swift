/// The reports that there are, by the names that addresses and commands call them by, in the order of the menu.
package enum ReportName: String, Hashable, Sendable, CaseIterable {
    case today, period, funnel, estimate, planfact, events, revive, changes, team, submissions, alerts, actions, series

    /// Counted by wins, payments, shipments or margin; the others follow deals until they are won.
    package var isOnBases: Bool { self == .period || self == .estimate || self == .planfact }
}
