internal import SalesDomain
internal import WebPages
internal import WebRoutes

/// From what was typed to a commission plan, or to all that cannot be read, each at its field.
struct SchemeReading {
    private let typed: SchemeTyped
    private let member: Member
    private var problems: [CommissionProblem] = []

    init(typed: SchemeTyped, member: Member) {
        self.typed = typed
        self.member = member
    }

    func version() throws(CommissionRefusal) -> CommissionVersion {
        var reading = self
        let version = reading.read()
        guard reading.problems.isEmpty, let version else { throw CommissionRefusal(reading.problems) }
        return version
    }

    private mutating func read() -> CommissionVersion? {
        let from = Day(iso: typed.from).flatMap { Day.years.contains($0.year) ? $0 : nil }
        if from == nil { add(.from, typed.from.isEmpty ? .missing : .notDay) }
        let every = Period.Kind(rawValue: typed.every)
        if every == nil { add(.every, .unknown) }
        let cap = typed.cap.isEmpty ? nil : money(typed.cap, .cap)
        let members = typed.members.sorted().compactMap { who($0) }
        let rules = typed.rules.indices.compactMap { rule(typed.rules[$0], $0) }
        guard let from, let every, problems.isEmpty else { return nil }
        return CommissionVersion(
            name: typed.name, every: every, cap: cap, proRata: typed.proRata, from: from, members: members,
            rules: rules)
    }

    private mutating func who(_ text: String) -> CommissionPlan.Member.Who? {
        if text.hasPrefix("role:"), let role = Role(rawValue: String(text.dropFirst("role:".count))) {
            return .role(role)
        }
        switch ScopeName(queryText: text)?.scope(in: member.organisation) {
        case .department(let id?): return .department(id)
        case .employee(let id?): return .employee(id)
        case .company, .department(nil), .employee(nil), nil:
            add(.members, .unknown)
            return nil
        }
    }

    private mutating func rule(_ rule: SchemeTyped.Rule, _ place: Int) -> CommissionRule? {
        guard let measure = Quota.Measure(rawValue: rule.measure) else { return none(place, .measure) }
        guard let mode = CommissionRule.Mode(rawValue: rule.mode) else { return none(place, .tiers) }
        let unit: CommissionRule.Unit = rule.isOfPlan ? .attainment : .amount
        let pay = pay(rule, place)
        func bound(_ text: String) -> Read { unit == .attainment ? .share : measure.isMoney ? .money : .count }
        let isPieces = !rule.isTarget && !measure.isMoney
        var tiers = [CommissionRule.Tier]()
        for (index, tier) in rule.tiers.enumerated() {
            let from = tier.from.isEmpty && index == 0 ? 0 : value(tier.from, bound(tier.from), .rule(place, .tiers))
            let rate = value(tier.rate, isPieces ? .money : .share, .rule(place, .tiers))
            if let from, let rate { tiers.append(.init(from: from, rate: rate)) }
        }
        if !CommissionRule.isRising(tiers) { add(.rule(place, .tiers), .notRising) }
        return CommissionRule(
            name: rule.name, measure: measure, pipeline: pipeline(rule.pipeline, place),
            product: product(rule.product, place), customer: CommissionRule.Customer(rawValue: rule.customer),
            team: rule.isTeam, pay: pay, mode: mode, unit: unit,
            threshold: rule.threshold.isEmpty
                ? nil : value(rule.threshold, bound(rule.threshold), .rule(place, .threshold)),
            cap: rule.cap.isEmpty ? nil : money(rule.cap, .rule(place, .cap)), tiers: tiers)
    }

    private mutating func pay(_ rule: SchemeTyped.Rule, _ place: Int) -> CommissionRule.Pay {
        guard rule.isTarget else { return .rate }
        let weight =
            rule.weight.isEmpty ? CommissionRule.million : value(rule.weight, .share, .rule(place, .weight)) ?? 0
        return .target(value(rule.target, .money, .rule(place, .target)) ?? 0, weight: weight)
    }

    private mutating func pipeline(_ text: String, _ place: Int) -> Pipeline.ID? {
        if text.isEmpty { return nil }
        let found = member.pipelines.first { String($0.id.number) == text }?.id
        if found == nil { add(.rule(place, .pipeline), .unknown) }
        return found
    }

    private mutating func product(_ text: String, _ place: Int) -> Product.ID? {
        if text.isEmpty { return nil }
        let found = member.products.first { String($0.id.number) == text }?.id
        if found == nil { add(.rule(place, .product), .unknown) }
        return found
    }

    private enum Read { case money, share, count }

    private mutating func value(_ text: String, _ read: Read, _ field: CommissionProblem.Field) -> Int64? {
        if text.isEmpty {
            add(field, .missing)
            return nil
        }
        switch read {
        case .money: return money(text, field)
        case .share: return share(text, field)
        case .count:
            let count = member.pieces(text)
            if count == nil { add(field, .notCount) }
            return count
        }
    }

    private mutating func money(_ text: String, _ field: CommissionProblem.Field) -> Int64? {
        let money = member.money(text)
        if money == nil { add(field, .notMoney) }
        return money
    }

    /// Per cent with at most four decimals are millionths exactly.
    private mutating func share(_ text: String, _ field: CommissionProblem.Field) -> Int64? {
        let plain = text.filter { !$0.isWhitespace && $0 != "%" }.replacing(",", with: ".")
        guard let share = try? Money(decimal: plain, currency: .deals).minorUnits, share >= 0 else {
            add(field, .notShare)
            return nil
        }
        if share > CommissionRule.highestFactor { add(field, .tooHigh(CommissionRule.highestFactor)) }
        return share
    }

    private mutating func none(_ place: Int, _ part: CommissionProblem.Part) -> CommissionRule? {
        add(.rule(place, part), .unknown)
        return nil
    }

    /// One word for each field is enough.
    private mutating func add(_ field: CommissionProblem.Field, _ reason: CommissionProblem.Reason) {
        if !problems.contains(where: { $0.field == field }) { problems.append(.init(field, reason)) }
    }
}
