/// A commission plan as it is wished from a day on: a new one, or the next version of one that there is.
package struct CommissionVersion: Sendable, Equatable {
    package let name: String
    package let every: Period.Kind
    /// Minor units of the base currency.
    package let cap: Int64?
    package let proRata: Bool
    package let from: Day
    /// Empty: everybody who has no nearer plan.
    package let members: [CommissionPlan.Member.Who]
    package let rules: [CommissionRule]

    package init(
        name: String, every: Period.Kind, cap: Int64? = nil, proRata: Bool = false, from: Day,
        members: [CommissionPlan.Member.Who], rules: [CommissionRule]
    ) {
        self.name = name
        self.every = every
        self.cap = cap
        self.proRata = proRata
        self.from = from
        self.members = members
        self.rules = rules
    }

    /// The same since an earlier day: what it would have meant.
    package func since(_ day: Day) -> CommissionVersion {
        CommissionVersion(
            name: name, every: every, cap: cap, proRata: proRata, from: min(from, day), members: members, rules: rules)
    }
}

extension [CommissionPlan] {
    /// The plans with this version in: the one before it ends the day before, those of its name that would begin on its day
    /// or later are gone, and before its day nobody's plan is another than it was.
    package func with(_ version: CommissionVersion) -> [CommissionPlan] {
        let known = filter { $0.name == version.name }
        let members = version.members(after: known.first?.members ?? [], isNew: known.isEmpty)
        let same = known.first { $0.from == version.from }
        let kept = compactMap { plan -> CommissionPlan? in
            guard plan.name == version.name else { return plan }
            if let from = plan.from, from >= version.from { return nil }
            let to = plan.to.map { Swift.min($0, version.from + -1) } ?? version.from + -1
            return plan.changed(to: to, members: members)
        }
        let last = map(\.id.number).max() ?? 0
        return kept + [version.plan(same?.id ?? Key(last + 1), members)]
    }
}

extension CommissionVersion {
    fileprivate func plan(_ id: CommissionPlan.ID, _ members: [CommissionPlan.Member]) -> CommissionPlan {
        CommissionPlan(
            id: id, name: name, every: every, cap: cap, proRata: proRata, from: from, to: nil, rules: rules,
            members: members)
    }

    /// Versions of one plan share their people, each with days: who stays goes on, who leaves ends the day before, who
    /// comes begins on the day.
    fileprivate func members(after known: [CommissionPlan.Member], isNew: Bool) -> [CommissionPlan.Member] {
        if isNew { return members.map { .init(who: $0) } }
        var left = members
        var all = [CommissionPlan.Member]()
        for member in known {
            if let from = member.from, from >= self.from { continue }
            if let to = member.to, to < from {
                all.append(member)
            } else if member.to == nil, let place = left.firstIndex(of: member.who) {
                left.remove(at: place)
                all.append(member)
            } else {
                all.append(.init(who: member.who, from: member.from, to: from + -1))
            }
        }
        return all + left.map { .init(who: $0, from: from) }
    }
}

extension CommissionPlan {
    func changed(to: Day?, members: [Member]) -> CommissionPlan {
        CommissionPlan(
            id: id, name: name, every: every, cap: cap, proRata: proRata, from: from, to: to, rules: rules,
            members: members)
    }

    /// Whether both pay alike, whenever they hold.
    func paysLike(_ other: CommissionPlan?) -> Bool {
        guard let other else { return false }
        return (name, every, cap, proRata) == (other.name, other.every, other.cap, other.proRata)
            && rules == other.rules
    }
}
