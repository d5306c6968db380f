/// A rule for one person and one period, its bounds in the units of what is measured. Whole numbers: the same payout as on
/// paper, to the minor unit.
package struct CommissionTerms: Sendable, Equatable {
    package struct Step: Sendable, Equatable {
        /// The bound, in minor units or pieces.
        package let from: Int64
        /// As the rule's tier has it.
        package let rate: Int64
    }

    package let rule: CommissionRule
    package let steps: [Step]
    package let threshold: Int64?
    package let cap: Int64?
    /// The person's plan for the days worked; nil where none is set.
    package let plan: Int64?
    /// Minor units paid for a total of `perTotal`, at a rate of `perRate`.
    private let paid: Int64
    private let perTotal: Int64
    private let perRate: Int64

    /// - Parameters:
    ///   - quota: of the rule's measure for the whole period, in minor units or pieces.
    ///   - presence: days worked and working days of the period.
    /// Nil when the rule needs a plan and there is none.
    package init?(_ rule: CommissionRule, quota: Int64?, presence: (worked: Int, of: Int)) {
        let (worked, all) = presence.of > 0 ? (Int64(max(0, presence.worked)), Int64(presence.of)) : (1, 1)
        func part(_ value: Int64) -> Int64 { Int64(rounding: Int128(value) * Int128(worked), over: Int128(all)) }
        if rule.needsPlan, (quota ?? 0) <= 0 || worked == 0 { return nil }
        self.plan = quota.map(part)
        let plan = quota ?? 0
        func bound(_ value: Int64) -> Int64 {
            switch rule.unit {
            case .amount: part(value)
            case .attainment:
                Int64(
                    rounding: Int128(value) * Int128(plan) * Int128(worked),
                    over: Int128(all) * Int128(CommissionRule.million))
            }
        }
        self.rule = rule
        steps = rule.tiers.map { Step(from: bound($0.from), rate: $0.rate) }
        threshold = rule.threshold.map(bound)
        cap = rule.cap.map(part)
        switch rule.pay {
        case .rate:
            paid = 1
            perTotal = 1
            perRate = rule.measure.isMoney ? CommissionRule.million : 1
        case .target(let target, let weight):
            let whole = Int64(rounding: Int128(target) * Int128(weight), over: Int128(CommissionRule.million))
            paid = part(whole)
            perTotal = max(1, part(plan))
            perRate = CommissionRule.million
        }
    }

    /// Does the lowest tier go on below nothing?
    package var goesBelowNothing: Bool { rule.takesBack && (steps.first?.from ?? 1) <= 0 }

    /// Before the plan's own ceiling. Below nothing there is nothing, but where what went back is taken back.
    package func payout(of total: Int64) -> Int64 {
        if total < 0 { return goesBelowNothing ? uncapped(total) : 0 }
        guard total >= threshold ?? 0 else { return 0 }
        return cap.map { min(uncapped(total), $0) } ?? uncapped(total)
    }

    /// By the tiers alone.
    func uncapped(_ total: Int64) -> Int64 { Int64(rounding: exact(total), over: divisor) }

    /// In minor units times `divisor`.
    private func exact(_ total: Int64) -> Int128 {
        switch rule.mode {
        case .marginal:
            return steps.indices.reduce(Int128(0)) { sum, place in
                sum + Int128(inside(place, total)) * Int128(steps[place].rate)
            } * Int128(paid)
        case .retroactive: return Int128(total) * Int128(reached(total)?.rate ?? 0) * Int128(paid)
        case .step: return Int128(perTotal) * Int128(reached(total)?.rate ?? 0) * Int128(paid)
        }
    }

    private var divisor: Int128 { Int128(perTotal) * Int128(perRate) }

    /// How much of the total lies in a tier.
    package func inside(_ place: Int, _ total: Int64) -> Int64 {
        let end = place + 1 < steps.count ? steps[place + 1].from : .max
        let inside = min(total, end) - steps[place].from
        return place == 0 && total < 0 && goesBelowNothing ? inside : max(0, inside)
    }

    /// The highest tier whose bound the total has reached.
    package func reached(_ total: Int64) -> Step? { reachedPlace(total).map { steps[$0] } }

    /// The same by its place among the tiers.
    package func reachedPlace(_ total: Int64) -> Int? {
        steps.lastIndex { $0.from <= total } ?? (goesBelowNothing && !steps.isEmpty ? 0 : nil)
    }

    /// How much of the plan a total is; nil without a plan.
    package func attainment(_ total: Int64) -> Double? {
        plan.flatMap { $0 > 0 ? Double(total) / Double($0) : nil }
    }

    /// Is the total below what the rule begins to pay from?
    package func isBelowThreshold(_ total: Int64) -> Bool { threshold.map { total < $0 } ?? false }

    /// Minor units paid for one unit of the total at a tier's rate: the slope of the payout.
    package func slope(_ step: Step) -> Double {
        Double(paid) * Double(step.rate) / (Double(perTotal) * Double(perRate))
    }

    /// Minor units that `step` mode pays in a tier.
    package func lump(_ step: Step) -> Double { Double(paid) * Double(step.rate) / Double(perRate) }
}

extension Int64 {
    /// The quotient to the nearest whole number, halves away from zero; the largest or smallest one beyond its range.
    package init(rounding value: Int128, over divisor: Int128) {
        let half = divisor / 2
        let quotient = value >= 0 ? (value + half) / divisor : (value - half) / divisor
        self = Int64(clamping: quotient)
    }
}

extension Quota.Measure {
    /// Is it money (in a currency) or a count?
    package var isMoney: Bool {
        switch self {
        case .won, .paid, .shipped, .margin: true
        case .deals, .newAccounts, .calls, .callsOutbound, .meetings: false
        }
    }
}
