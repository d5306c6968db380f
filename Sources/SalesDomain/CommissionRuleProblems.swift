extension CommissionRule {
    package static let longestName = 100
    /// Nothing pays more than all that is measured.
    package static let highestRate = million
    /// A factor of ten on the sum for the plan.
    package static let highestFactor = 10 * million

    /// Each bound above the one before it.
    package static func isRising(_ tiers: [Tier]) -> Bool {
        zip(tiers, tiers.dropFirst()).allSatisfy { $0.from < $1.from }
    }

    /// What cannot be in a rule that stands at this place of a plan.
    package func problems(at place: Int) -> [CommissionProblem] {
        var problems = [CommissionProblem]()
        func add(_ part: CommissionProblem.Part, _ reason: CommissionProblem.Reason) {
            problems.append(.init(.rule(place, part), reason))
        }
        if name.isEmpty { add(.name, .missing) }
        if name.count > CommissionRule.longestName { add(.name, .tooLong) }
        switch pay {
        case .rate: if mode == .step { add(.pay, .needsTarget) }
        case .target(let sum, let weight):
            if sum <= 0 { add(.target, .missing) }
            if !(1...CommissionRule.million).contains(weight) { add(.weight, .notShare) }
        }
        if let reason = tiersProblem {
            add(.tiers, reason)
        } else if let paid = paidAtThreshold {
            add(.threshold, .aboveCap(paid))
        }
        return problems
    }

    private var tiersProblem: CommissionProblem.Reason? {
        if tiers.isEmpty { return .missing }
        if !CommissionRule.isRising(tiers) { return .notRising }
        if let highest, tiers.contains(where: { $0.rate > highest }) { return .tooHigh(highest) }
        let falls = zip(tiers, tiers.dropFirst()).contains { $0.rate > $1.rate }
        return falls && mode != .marginal ? .falling : nil
    }

    /// Of shares; money for a piece has no bound but that of money.
    private var highest: Int64? {
        switch pay {
        case .target: CommissionRule.highestFactor
        case .rate: measure.isMoney ? CommissionRule.highestRate : nil
        }
    }

    /// What the tiers pay where the rule begins to pay, when that is more than its ceiling: the ceiling would be all that it
    /// ever pays. Nil where it is not, or where it depends on a person's plan.
    private var paidAtThreshold: Int64? {
        guard let cap, threshold != nil else { return nil }
        if pay == .rate, unit == .attainment { return nil }
        let plan = 1_000 * CommissionRule.million
        guard let terms = CommissionTerms(self, quota: plan, presence: (1, 1)), let bound = terms.threshold else {
            return nil
        }
        let paid = terms.uncapped(bound)
        return paid > cap ? paid : nil
    }
}
