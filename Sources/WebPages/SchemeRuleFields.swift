internal import SalesDomain
internal import Texts

/// One rule of a commission plan in the form: what it counts, how it pays, from where on and up to what.
struct SchemeRuleFields {
    private let rule: SchemeTyped.Rule
    private let place: Int
    private let fields: SchemeFields
    private let frame: Frame
    private var texts: Texts { frame.texts }

    init(_ rule: SchemeTyped.Rule, _ place: Int, _ fields: SchemeFields, _ frame: Frame) {
        self.rule = rule
        self.place = place
        self.fields = fields
        self.frame = frame
    }

    var values: Values {
        [
            "title": rule.name.isEmpty ? texts("scheme.form.rule", ["number": .text(String(place + 1))]) : rule.name,
            "counts": [name, measure, whose, pipeline, product, customer].compactMap(\.self),
            "pays": [pay, target, weight, mode, unit], "bounds": [threshold, cap], "tiers": tiers,
            "tiers_wrong": fields.wrong(.rule(place, .tiers)), "off": "rule.\(place).off",
        ]
    }

    private func at(_ part: CommissionProblem.Part) -> CommissionProblem.Field { .rule(place, part) }

    private func input(_ word: String, _ value: String, at part: CommissionProblem.Part, mode: String = "decimal")
        -> Values
    {
        let unit: Texts.Argument = .text(texts.symbol(frame.company.baseCurrency))
        return fields.input(
            "rule.\(place).\(word)", texts("scheme.rule." + word, ["unit": unit]), value, at: at(part), mode: mode)
    }

    private func choice(
        _ word: String, _ value: String, _ choices: [(code: String, label: String)],
        at part: CommissionProblem.Part? = nil
    ) -> Values {
        fields.choice("rule.\(place).\(word)", texts("scheme.rule." + word), value, choices, at: part.map(at))
    }

    private var name: Values { input("name", rule.name, at: .name, mode: "text") }

    private var measure: Values {
        choice(
            "measure", rule.measure,
            Quota.Measure.allCases.map { ($0.rawValue, texts("measure." + $0.rawValue)) }, at: .measure)
    }

    private var whose: Values {
        choice(
            "team", rule.isTeam ? "team" : "own",
            [("own", texts("scheme.rule.team.own")), ("team", texts("scheme.counts.team"))])
    }

    private var pipeline: Values? {
        let sales = frame.names.pipelines
        guard sales.count > 1 || !rule.pipeline.isEmpty else { return nil }
        return choice(
            "pipeline", rule.pipeline,
            [("", texts("scheme.rule.pipeline.any"))] + sales.map { (String($0.id.number), $0.name) }, at: .pipeline)
    }

    private var product: Values? {
        let products = frame.names.products.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        guard !products.isEmpty else { return nil }
        return choice(
            "product", rule.product,
            [("", texts("scheme.rule.product.any"))] + products.map { (String($0.key.number), $0.value) }, at: .product)
    }

    private var customer: Values {
        choice(
            "customer", rule.customer,
            [("", texts("scheme.rule.customer.any"))]
                + CommissionRule.Customer.allCases.map { ($0.rawValue, texts("scheme.counts." + $0.rawValue)) })
    }

    private var pay: Values {
        choice(
            "pay", rule.isTarget ? "target" : "rate",
            [("rate", texts("scheme.rule.pay.rate")), ("target", texts("scheme.rule.pay.target"))], at: .pay)
    }

    private var target: Values { input("target", rule.target, at: .target) }
    private var weight: Values { input("weight", rule.weight, at: .weight) }

    private var mode: Values {
        choice(
            "mode", rule.mode,
            CommissionRule.Mode.allCases.map { ($0.rawValue, texts("scheme.mode." + $0.rawValue)) })
    }

    private var unit: Values {
        choice(
            "unit", rule.isOfPlan ? CommissionRule.Unit.attainment.rawValue : CommissionRule.Unit.amount.rawValue,
            [("amount", texts("scheme.rule.unit.amount")), ("attainment", texts("scheme.rule.unit.attainment"))])
    }

    private var threshold: Values { input("threshold", rule.threshold, at: .threshold) }
    private var cap: Values { input("cap", rule.cap, at: .cap) }

    /// Those that there are, and room for two more.
    private var tiers: [Values] {
        let room = max(3, rule.tiers.count + 2)
        return (0..<min(10, room)).map { index in
            let tier = index < rule.tiers.count ? rule.tiers[index] : .init()
            return [
                "from_name": "rule.\(place).tier.\(index).from", "from": tier.from,
                "rate_name": "rule.\(place).tier.\(index).rate", "rate": tier.rate,
                "from_label": texts("scheme.rule.tier.from", ["number": .text(String(index + 1))]),
                "rate_label": texts("scheme.rule.tier.rate", ["number": .text(String(index + 1))]),
            ]
        }
    }
}
