package import SalesDomain
internal import Texts
package import WebRoutes

/// A commission plan as it stands in the fields of its form: what people typed, readable or not.
package struct SchemeTyped: Sendable, Equatable {
    package var name = ""
    package var from = ""
    package var every = Period.Kind.month.rawValue
    package var cap = ""
    package var proRata = false
    /// `role:seller`, `department:North`, `employee:s01`; none: everybody.
    package var members: Set<String> = []
    package var rules: [Rule] = []

    package struct Rule: Sendable, Equatable {
        package var name = ""
        package var measure = Quota.Measure.won.rawValue
        package var isTeam = false
        package var pipeline = ""
        package var product = ""
        package var customer = ""
        package var isTarget = false
        package var target = ""
        package var weight = ""
        package var mode = CommissionRule.Mode.marginal.rawValue
        package var isOfPlan = false
        package var threshold = ""
        package var cap = ""
        package var tiers: [Tier] = []
        package init() {}

        fileprivate var isBlank: Bool { name.isEmpty && threshold.isEmpty && cap.isEmpty && tiers.isEmpty }
    }

    package struct Tier: Sendable, Equatable {
        package var from = ""
        package var rate = ""
    }

    private static let mostRules = 20
    fileprivate static let mostTiers = 10
    package init() {}

    /// From a form that was sent. Rules that are left empty or ticked away are gone.
    package init(_ form: Query) {
        func text(_ name: String) -> String { (form.last(name) ?? "").trimmed }
        name = text("name")
        from = text("from")
        every = text("every")
        cap = text("cap")
        proRata = form.last("pro_rata") != nil
        members = Set(form.all("member"))
        rules = (0..<Self.mostRules).filter { form.last("rule.\($0).off") == nil }.map { Rule(form, "rule.\($0).") }
            .filter { !$0.isBlank }
    }
}

extension SchemeTyped.Rule {
    fileprivate init(_ form: Query, _ prefix: String) {
        func text(_ name: String) -> String { (form.last(prefix + name) ?? "").trimmed }
        name = text("name")
        measure = text("measure")
        isTeam = text("team") == "team"
        pipeline = text("pipeline")
        product = text("product")
        customer = text("customer")
        isTarget = text("pay") == "target"
        target = text("target")
        weight = text("weight")
        mode = text("mode")
        isOfPlan = text("unit") == CommissionRule.Unit.attainment.rawValue
        threshold = text("threshold")
        cap = text("cap")
        tiers = (0..<SchemeTyped.mostTiers).map { .init(from: text("tier.\($0).from"), rate: text("tier.\($0).rate")) }
            .filter { !$0.from.isEmpty || !$0.rate.isEmpty }
    }
}

extension SchemeTyped {
    /// Of a version that there is, to be changed from its next period on; nil: the beginning of a new plan.
    package init(_ plan: CommissionPlan?, frame: Frame) {
        let today = frame.zone.day(of: frame.now)
        let every = plan?.every ?? .month
        let next = Period.holding(today, every, in: frame.company.calendar)?.end ?? today
        from = max(next, plan?.from ?? next).description
        guard let plan else {
            rules = [Rule()]
            return
        }
        let numbers = TypedNumbers(frame: frame)
        name = plan.name
        self.every = every.rawValue
        cap = plan.cap.map(numbers.money) ?? ""
        proRata = plan.proRata
        members = Set(
            plan.members.filter { $0.to.map { $0 >= today } ?? true }.map { $0.who.typed(frame.names.organisation) })
        rules = plan.rules.map { Rule($0, numbers) }
    }
}

extension SchemeTyped.Rule {
    fileprivate init(_ rule: CommissionRule, _ numbers: TypedNumbers) {
        name = rule.name
        measure = rule.measure.rawValue
        isTeam = rule.team
        pipeline = rule.pipeline.map { String($0.number) } ?? ""
        product = rule.product.map { String($0.number) } ?? ""
        customer = rule.customer?.rawValue ?? ""
        if case .target(let sum, let part) = rule.pay {
            isTarget = true
            target = numbers.money(sum)
            weight = numbers.share(part)
        }
        mode = rule.mode.rawValue
        isOfPlan = rule.unit == .attainment
        func bound(_ value: Int64) -> String {
            isOfPlan ? numbers.share(value) : rule.measure.isMoney ? numbers.money(value) : String(value)
        }
        threshold = rule.threshold.map(bound) ?? ""
        cap = rule.cap.map(numbers.money) ?? ""
        let isPieces = rule.pay == .rate && !rule.measure.isMoney
        tiers = rule.tiers.map {
            .init(from: bound($0.from), rate: isPieces ? numbers.money($0.rate) : numbers.share($0.rate))
        }
    }
}

extension CommissionPlan.Member.Who {
    /// As a form sends it.
    func typed(_ organisation: Organisation) -> String {
        switch self {
        case .employee(let id): ScopeName(.employee(id), in: organisation).queryText
        case .department(let id): ScopeName(.department(id), in: organisation).queryText
        case .role(let role): "role:" + role.rawValue
        }
    }
}

/// Numbers as a person would type them: no grouping, no zeros at the end, the decimal sign of the language.
struct TypedNumbers {
    let frame: Frame

    func money(_ minorUnits: Int64) -> String { plain(minorUnits, frame.company.baseCurrency) }

    /// Millionths in per cent.
    func share(_ millionths: Int64) -> String { plain(millionths, .deals) }

    private func plain(_ value: Int64, _ currency: Currency) -> String {
        var text = Money(minorUnits: value, currency: currency).decimal
        if text.contains(".") {
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
        }
        return frame.language == .uk ? text.replacing(".", with: ",") : text
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
