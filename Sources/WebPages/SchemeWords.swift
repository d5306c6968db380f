internal import SalesDomain
internal import Texts

/// A rule of a commission plan in words: what it counts, from where on it pays, how much.
struct SchemeWords {
    let rule: CommissionRule
    let currency: Currency
    let texts: Texts

    /// `80 % плану`, `200 000 ₴`, `5`.
    func bound(_ value: Int64) -> String {
        switch rule.unit {
        case .attainment: texts("scheme.of_plan", ["share": .text(share(value))])
        case .amount: units(value)
        }
    }

    /// A value of what the rule counts.
    func units(_ value: Int64) -> String {
        rule.measure.isMoney ? texts.whole(value, currency) : texts.integer(value)
    }

    /// `4,5 %`, `400 ₴ за кожного`, `×1,2`, `50 %`.
    func rate(_ rate: Int64) -> String {
        switch (rule.pay, rule.mode) {
        case (.rate, _) where rule.measure.isMoney: share(rate)
        case (.rate, .step): texts.whole(rate, currency)
        case (.rate, _): texts("scheme.each", ["amount": .text(texts.whole(rate, currency))])
        case (.target, .step): share(rate)
        case (.target, _): "×" + texts.decimal(Double(rate) / 1e6, places: rate % 100_000 == 0 ? 1 : 2)
        }
    }

    /// `від 120 % плану — 6 %`.
    func tier(_ place: Int) -> String {
        let tier = rule.tiers[place]
        return texts("scheme.tier", ["bound": .text(bound(tier.from)), "rate": .text(rate(tier.rate))])
    }

    /// More than the tier before it pays, above the plan.
    func isAccelerated(_ place: Int) -> Bool {
        rule.mode != .step && rule.unit == .attainment && place > 0
            && rule.tiers[place].from >= CommissionRule.million && rule.tiers[place].rate > rule.tiers[place - 1].rate
    }

    /// How the tiers are read, and of what sum.
    var mode: String {
        guard case .target(let sum, let weight) = rule.pay else { return texts("scheme.mode." + rule.mode.rawValue) }
        let part = Int64(rounding: Int128(sum) * Int128(weight), over: Int128(CommissionRule.million))
        return texts("scheme.target." + rule.mode.rawValue, ["amount": .text(texts.whole(part, currency))])
    }

    private func share(_ millionths: Int64) -> String {
        texts.percent(
            Double(millionths) / 1e6, places: millionths % 10_000 == 0 ? 0 : millionths % 1_000 == 0 ? 1 : 2)
    }
}
