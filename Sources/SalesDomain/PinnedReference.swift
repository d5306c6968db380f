/// A reference funnel under a name: whose deals of which days others are measured by. Pinned again under the same name,
/// the later one holds from then on; the earlier stays for looks into the past.
package struct PinnedReference: Sendable, Equatable {
    package let name: String
    package let scope: Scope
    /// Of the scope, the best quarter of the sellers alone.
    package let isBest: Bool
    /// Deals that came to a stage on these days, both included.
    package let from: Day
    package let to: Day
    package let pinned: Instant
    package let by: Employee.ID?
    /// Nil: still.
    package let ended: Instant?

    package init(
        name: String, scope: Scope, isBest: Bool, from: Day, to: Day, pinned: Instant, by: Employee.ID?,
        ended: Instant?
    ) {
        self.name = name
        self.scope = scope
        self.isBest = isBest
        self.from = from
        self.to = to
        self.pinned = pinned
        self.by = by
        self.ended = ended
    }

    /// A name that the usual references bear already is nobody's to give.
    package static let taken: Set<String> = ["trailing", "best", "scope", "period"]
    package static let longestName = 80

    /// Those who lead pin what they may see; whether it may be seen is asked elsewhere.
    package static func mayPin(_ role: Role) -> Bool {
        switch role {
        case .director, .head, .admin: true
        case .seller, .accountant, .analyst: false
        }
    }
}

extension PinnedReference {
    package func holds(at instant: Instant) -> Bool { pinned <= instant && (ended.map { instant < $0 } ?? true) }
}

extension [PinnedReference] {
    /// By name, those that hold at an instant; the latest of each name.
    package func holding(at instant: Instant) -> [PinnedReference] {
        let latest = filter { $0.holds(at: instant) }.reduce(into: [String: PinnedReference]()) { found, reference in
            if let known = found[reference.name], known.pinned > reference.pinned { return }
            found[reference.name] = reference
        }
        return latest.values.sorted { $0.name < $1.name }
    }
}
