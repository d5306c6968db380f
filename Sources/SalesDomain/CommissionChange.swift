/// What a version would change of the plans that there are, and why it may not.
package struct CommissionChange: Sendable {
    package let version: CommissionVersion
    package let before: [CommissionPlan]
    package let after: [CommissionPlan]
    private let organisation: Organisation
    private let calendar: CompanyCalendar

    package init(
        _ version: CommissionVersion, over plans: [CommissionPlan], in organisation: Organisation,
        _ calendar: CompanyCalendar
    ) {
        self.version = version
        before = plans
        after = plans.with(version)
        self.organisation = organisation
        self.calendar = calendar
    }

    private var others: PaidOtherwise { PaidOtherwise(before, after, in: organisation) }

    /// - Parameter settled: statements so far, without lines; those that are only calculated are calculated again.
    package func problems(settled: [CommissionStatement]) -> [CommissionProblem] {
        own + fromProblems(settled.filter { $0.state != .calculated && $0.period.end > version.from })
    }

    private var own: [CommissionProblem] {
        var problems = [CommissionProblem]()
        if version.name.isEmpty { problems.append(.init(.name, .missing)) }
        if version.name.count > CommissionRule.longestName { problems.append(.init(.name, .tooLong)) }
        if let like = before.alike(version.name) { problems.append(.init(.name, .alike(like))) }
        if version.every == .custom { problems.append(.init(.every, .unknown)) }
        if let reason = membersProblem { problems.append(.init(.members, reason)) }
        if version.rules.isEmpty { problems.append(.init(.rules, .missing)) }
        for (place, rule) in version.rules.enumerated() {
            problems += rule.problems(at: place)
            let isSecond = version.rules[..<place].contains { $0.name == rule.name && !$0.name.isEmpty }
            if isSecond { problems.append(.init(.rule(place, .name), .twice)) }
        }
        return problems
    }

    /// Versions of a plan share their people, so a plan of everybody's cannot become one of some, nor the other way round.
    private var membersProblem: CommissionProblem.Reason? {
        guard let known = before.first(where: { $0.name == version.name }) else { return nil }
        if known.members.isEmpty { return version.members.isEmpty ? nil : .everybodys }
        return version.members.isEmpty ? .missing : nil
    }

    private func fromProblems(_ settled: [CommissionStatement]) -> [CommissionProblem] {
        if let later = before.filter({ $0.name == version.name }).compactMap(\.from).filter({ $0 > version.from }).max()
        {
            return [.init(.from, .later(later))]
        }
        if let start = nextStart { return [.init(.from, .notStart(start))] }
        let touched = settled.first { others.touches($0) }
        return touched.map { [.init(.from, .settled($0.employee, $0.period))] } ?? []
    }

    /// A period is paid by one plan, so a version begins where its periods do, and those of the plans that it takes people
    /// from. Nil where they all begin.
    private var nextStart: Day? {
        let kinds = Set(
            [version.every] + moved.compactMap { before.plan(of: $0, in: organisation, on: version.from)?.every })
        let ends = kinds.compactMap { Period.holding(version.from, $0, in: calendar) }.filter {
            $0.start != version.from
        }
        return ends.map(\.end).max()
    }

    /// Whose plan is another on the version's day.
    package var moved: [Employee.ID] {
        organisation.employees.map(\.id).filter { others.isOther($0, on: version.from) }
    }
}
