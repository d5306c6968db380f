/// The last version of a commission plan, to be withdrawn or to bear another name, while nobody is paid by it.
package struct CommissionCorrection: Sendable {
    package enum Wish: Sendable, Equatable {
        case withdraw
        case rename(String)
    }

    package let version: CommissionPlan
    package let wish: Wish
    package let before: [CommissionPlan]
    package let after: [CommissionPlan]

    /// Throws what is wrong with the name or with the version; `unknown` when there is no such version.
    package init(
        _ name: String, from: Day?, _ wish: Wish, among plans: [CommissionPlan]
    ) throws(CommissionProblem) {
        let versions = plans.filter { $0.name == name }
        guard let version = versions.first(where: { $0.from == from }) else { throw CommissionProblem(.from, .unknown) }
        if let later = versions.compactMap(\.from).filter({ $0 > version.since }).max() {
            throw CommissionProblem(.from, .later(later))
        }
        self.version = version
        self.wish = wish
        before = plans
        switch wish {
        case .withdraw: after = plans.without(version)
        case .rename(let other):
            if other.isEmpty { throw CommissionProblem(.name, .missing) }
            if other.count > CommissionRule.longestName { throw CommissionProblem(.name, .tooLong) }
            if plans.contains(where: { $0.name == other }) { throw CommissionProblem(.name, .twice) }
            after = plans.renaming(version, other)
        }
    }

    /// The version that holds again when this one is gone; nil: none does.
    package var former: CommissionPlan? { before.former(version) }

    /// Settled statements that rest on the version.
    package func resting(_ settled: [CommissionStatement], in organisation: Organisation) -> RestingStatements? {
        let others = PaidOtherwise(before, after, in: organisation)
        return RestingStatements(settled.filter { others.touches($0, from: version.from) })
    }
}

extension [CommissionPlan] {
    fileprivate func former(_ version: CommissionPlan) -> CommissionPlan? {
        filter { $0.name == version.name && $0.since < version.since }.max { $0.since < $1.since }
    }

    /// As if the version had never been set: the one before it goes on, and so do the people who left with it; who came
    /// with it is gone.
    fileprivate func without(_ version: CommissionPlan) -> [CommissionPlan] {
        let former = former(version)
        let members = version.from.map { version.members.before($0, until: version.to) } ?? []
        return compactMap { plan in
            guard plan.name == version.name else { return plan }
            if plan.from == version.from { return nil }
            let goesOn = plan.from == former?.from && plan.to == version.from.map { $0 + -1 }
            return plan.changed(to: goesOn ? version.to : plan.to, members: former == nil ? [] : members)
        }
    }

    /// The version becomes a plan of its own, of those who are in it on its days; the versions before it keep their name.
    fileprivate func renaming(_ version: CommissionPlan, _ name: String) -> [CommissionPlan] {
        let there = version.members.filter { $0.to.map { $0 >= version.since } ?? true }
        // Without anybody it would be everybody's.
        let own = there.isEmpty ? version.members : there
        let left = version.members.filter { $0.from.map { $0 < version.since } ?? false || $0.from == nil }
        return map { plan in
            guard plan.name == version.name else { return plan }
            if plan.from == version.from { return plan.called(name, members: own) }
            let to = plan.to ?? version.from.map { $0 + -1 }
            return plan.changed(to: to, members: left)
        }
    }
}

extension [CommissionPlan.Member] {
    /// - Parameter end: the last day of the version that is gone.
    fileprivate func before(_ day: Day, until end: Day?) -> [CommissionPlan.Member] {
        filter { $0.from != day }.map { member in
            member.to == day + -1 ? .init(who: member.who, from: member.from, to: end) : member
        }
    }
}

extension CommissionPlan {
    fileprivate var since: Day { from ?? Day(number: .min / 2) }

    fileprivate func called(_ name: String, members: [Member]) -> CommissionPlan {
        CommissionPlan(
            id: id, name: name, every: every, cap: cap, proRata: proRata, from: from, to: to, rules: rules,
            members: members)
    }
}
