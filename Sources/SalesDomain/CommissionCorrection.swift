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
        case .rename(let other): after = try plans.calling(version, other)
        }
    }

    /// The version that holds again when this one is gone; nil: none does.
    package var former: CommissionPlan? { before.former(version) }

    /// Of which plans something is written: those that are another afterwards.
    package var names: Set<String> {
        Set((before + after).map(\.name)).filter { name in
            before.filter { $0.name == name } != after.filter { $0.name == name }
        }
    }

    /// Settled statements that rest on the version.
    package func resting(_ settled: [CommissionStatement], in organisation: Organisation) -> RestingStatements? {
        let others = PaidOtherwise(before, after, in: organisation)
        return RestingStatements(settled.filter(others.touches))
    }
}

extension [CommissionPlan] {
    /// The version before it; of the first one of its name the last one of the plan that went over into it.
    package func former(_ version: CommissionPlan) -> CommissionPlan? {
        let own = filter { $0.name == version.name && $0.since < version.since }.max { $0.since < $1.since }
        return own ?? goneOver(into: version)
    }

    /// The plan that ended on the day before it, as a version leaves it that was given a name of its own: it has some of the
    /// same people, or the version has people since its own first day, as a new plan's never are.
    private func goneOver(into version: CommissionPlan) -> CommissionPlan? {
        guard let from = version.from else { return nil }
        let ended = filter { $0.name != version.name && $0.to == from + -1 && isLast($0) }
        let alike = ended.filter { $0.sharesPeople(with: version) }
        let came = version.members.contains { $0.from == from }
        return (alike.isEmpty && came ? ended : alike).max { ($0.since, $0.id) < ($1.since, $1.id) }
    }

    private func isLast(_ version: CommissionPlan) -> Bool {
        !contains { $0.name == version.name && $0.since > version.since }
    }

    /// As if the version had never been set: the one before it goes on, and so do the people who left with it; who came
    /// with it is gone.
    fileprivate func without(_ version: CommissionPlan) -> [CommissionPlan] {
        guard let former = former(version), let from = version.from else { return filter { $0.name != version.name } }
        let members = former.members.before(from, until: version.to)
        return compactMap { plan in
            if plan.name == version.name, plan.from == version.from { return nil }
            guard plan.name == former.name else { return plan }
            let goesOn = plan.from == former.from && plan.to == from + -1
            return plan.changed(to: goesOn ? version.to : plan.to, members: members)
        }
    }

    /// Throws why it cannot be called so. Under the name of a plan that ends on the day before, it is that plan's next
    /// version.
    fileprivate func calling(_ version: CommissionPlan, _ name: String) throws(CommissionProblem) -> [CommissionPlan] {
        if name.isEmpty { throw CommissionProblem(.name, .missing) }
        if name.count > CommissionRule.longestName { throw CommissionProblem(.name, .tooLong) }
        let left = renaming(version, name)
        let known = filter { $0.name == name }
        if known.isEmpty {
            let others = former(version)?.name == version.name ? self : filter { $0.name != version.name }
            if let like = others.alike(name) { throw CommissionProblem(.name, .alike(like)) }
            return left
        }
        guard let last = known.max(by: { $0.since < $1.since }), let from = version.from, last.to == from + -1 else {
            throw CommissionProblem(.name, .twice)
        }
        if last.members.isEmpty != version.members.isEmpty { throw CommissionProblem(.name, .everybodys) }
        let joined = last.members.joined(by: left.first { $0.name == name && $0.from == from }?.members ?? [], on: from)
        return left.map { $0.name == name ? $0.changed(to: $0.to, members: joined) : $0 }
    }

    /// The version becomes a plan of its own, of those who are in it on its days; the versions before it keep their name.
    private func renaming(_ version: CommissionPlan, _ name: String) -> [CommissionPlan] {
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

    /// The name of a plan that differs from this one by case or spaces only, where no plan bears this very one.
    package func alike(_ name: String) -> String? {
        let folded = CommissionPlan.folded(name)
        let alike = map(\.name).filter { CommissionPlan.folded($0) == folded }
        return alike.contains(name) ? nil : alike.first
    }
}

extension [CommissionPlan.Member] {
    /// - Parameter end: the last day of the version that is gone.
    fileprivate func before(_ day: Day, until end: Day?) -> [CommissionPlan.Member] {
        filter { $0.from != day }.map { member in
            member.to == day + -1 ? .init(who: member.who, from: member.from, to: end) : member
        }
    }

    /// These until the day before, those from the day on; who is in both stays.
    fileprivate func joined(by others: [CommissionPlan.Member], on day: Day) -> [CommissionPlan.Member] {
        var coming = others
        let known = map { member -> CommissionPlan.Member in
            if let to = member.to, to < day + -1 { return member }
            guard member.to.map({ $0 >= day }) ?? true,
                let place = coming.firstIndex(where: { $0.who == member.who && $0.from.map { $0 <= day } ?? true })
            else { return .init(who: member.who, from: member.from, to: day + -1) }
            return .init(who: member.who, from: member.from, to: coming.remove(at: place).to)
        }
        return known
            + coming.filter { $0.to.map { $0 >= day } ?? true }.map {
                .init(who: $0.who, from: $0.from.map { Swift.max($0, day) } ?? day, to: $0.to)
            }
    }
}

extension CommissionPlan {
    fileprivate var since: Day { from ?? Day(number: .min / 2) }

    /// Names that differ by case or by spaces only are one name to whoever reads them.
    package static func folded(_ name: String) -> String {
        TextKey.folded(name.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    fileprivate func sharesPeople(with other: CommissionPlan) -> Bool {
        if members.isEmpty || other.members.isEmpty { return members.isEmpty && other.members.isEmpty }
        return members.contains { member in other.members.contains { $0.who == member.who } }
    }

    fileprivate func called(_ name: String, members: [Member]) -> CommissionPlan {
        CommissionPlan(
            id: id, name: name, every: every, cap: cap, proRata: proRata, from: from, to: to, rules: rules,
            members: members)
    }
}
