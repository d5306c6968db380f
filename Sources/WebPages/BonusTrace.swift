internal import SalesDomain
internal import SalesReports
internal import Texts

/// How a person's bonus comes about, rule by rule: plan, what is done of it, which tier that is or which threshold is not
/// reached, and the same for what is expected.
struct BonusTrace {
    let accrual: BonusReport.Accrual
    let isOver: Bool
    let currency: Currency
    let frame: Frame

    private var texts: Texts { frame.texts }

    var values: Values {
        let taken = accrual.ceiling
        let hasCeiling = taken.toDate != 0 || taken.expected != 0
        return [
            "title": texts(
                "bonus.trace.title",
                [
                    "plan": .text(accrual.plan),
                    "period": .text(texts.period(accrual.period, in: frame.company.calendar)),
                ]),
            "rules": accrual.rules.map(row), "earned": money(accrual.toDate), "expected": money(accrual.expected),
            "range": "\(money(accrual.p10)) – \(money(accrual.p90))", "over": isOver,
            "ceiling": hasCeiling
                ? ["earned": money(taken.toDate), "expected": money(taken.expected)] as Values : false as Any,
            "absent": accrual.worked < accrual.workingDays
                ? texts("bonus.present", ["worked": .count(accrual.worked), "all": .count(accrual.workingDays)])
                : false as Any,
        ]
    }

    private func row(_ rule: BonusReport.Rule) -> Values {
        let measure = texts("measure." + rule.measure.rawValue)
        guard let terms = rule.terms else {
            return [
                "name": rule.name, "measure": measure, "plan": rule.quota.map { units($0, rule) } ?? texts("none"),
                "total": texts("none"), "share": "", "short": false,
                "standing": rule.silence.map { texts("bonus.silence." + $0.rawValue) } ?? "", "next": false,
                "earned": rule.isHidden ? texts("none") : money(rule.toDate), "coming": texts("none"),
                "coming_standing": "", "expected": rule.isHidden ? texts("none") : money(rule.expected),
            ]
        }
        return [
            "name": rule.name, "measure": measure, "plan": terms.plan.map { units($0, rule) } ?? texts("none"),
            "total": units(rule.total, rule), "share": share(rule.total, terms),
            "short": terms.isBelowThreshold(rule.total), "standing": standing(rule.total, terms),
            "next": isOver ? false as Any : next(rule.total, terms) ?? false as Any, "earned": money(rule.toDate),
            "coming": coming(rule), "coming_standing": standing(Int64(rule.expectedTotal.rounded()), terms),
            "expected": money(rule.expected),
        ]
    }

    private func words(_ terms: CommissionTerms) -> SchemeWords {
        SchemeWords(rule: terms.rule, currency: currency, texts: texts)
    }

    private func share(_ total: Int64, _ terms: CommissionTerms) -> String {
        terms.attainment(total).map { texts("scheme.of_plan", ["share": .text(texts.probability($0))]) } ?? ""
    }

    /// Which tier a total has reached, or from where on the rule pays.
    func standing(_ total: Int64, _ terms: CommissionTerms) -> String {
        let words = words(terms)
        if terms.isBelowThreshold(total),
            let below = BonusTrace.threshold(terms, currency: currency, texts: texts)
        {
            return below
        }
        guard total != 0, let place = terms.reachedPlace(total) else {
            let first = terms.rule.tiers.first?.from ?? 0
            return first == 0
                ? texts("bonus.trace.nothing.yet") : texts("bonus.trace.nothing", ["bound": .text(words.bound(first))])
        }
        let tier = words.tier(place)
        return terms.cap.map { terms.payout(of: total) >= $0 } ?? false
            ? texts("bonus.trace.capped", ["tier": .text(tier)]) : tier
    }

    /// From where on the rule pays at all.
    static func threshold(_ terms: CommissionTerms, currency: Currency, texts: Texts) -> String? {
        let words = SchemeWords(rule: terms.rule, currency: currency, texts: texts)
        return terms.rule.threshold.map { texts("bonus.trace.below", ["bound": .text(words.bound($0))]) }
    }

    /// How far it is to the threshold, or to the next tier.
    private func next(_ total: Int64, _ terms: CommissionTerms) -> String? {
        let words = words(terms)
        if terms.isBelowThreshold(total), let threshold = terms.threshold {
            return texts("bonus.trace.to_threshold", ["amount": .text(words.units(threshold - total))])
        }
        guard let place = terms.steps.firstIndex(where: { $0.from > total }) else { return nil }
        return texts(
            "bonus.trace.to_next",
            ["amount": .text(words.units(terms.steps[place].from - total)), "tier": .text(words.tier(place))])
    }

    /// Of a few pieces with a decimal, so that no nought stands beside the money that they bring.
    private func coming(_ rule: BonusReport.Rule) -> String {
        let value = rule.expectedTotal
        if rule.measure.isMoney { return money(Int64(value)) }
        return texts.decimal(value, places: value < 10 && value != value.rounded() ? 1 : 0)
    }

    private func units(_ value: Int64, _ rule: BonusReport.Rule) -> String {
        rule.measure.isMoney ? money(value) : texts.integer(value)
    }
    private func money(_ minor: Int64) -> String { texts.column(minor, currency, .unit) }
}
