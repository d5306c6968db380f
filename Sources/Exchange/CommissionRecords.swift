import SalesDomain

package struct CommissionPlanRecord: ExchangeRecord {
    package static let file = ExchangeFile.commissionPlans
    package let plan: String
    package let every: Period.Kind
    /// In the base currency.
    package let cap: Amount?
    package let proRata: Bool
    package let from: Day?
    package let to: Day?

    package init(plan: String, every: Period.Kind, cap: Amount?, proRata: Bool, from: Day?, to: Day?) {
        self.plan = plan
        self.every = every
        self.cap = cap
        self.proRata = proRata
        self.from = from
        self.to = to
    }

    package init(_ fields: Fields) throws(Refusal) {
        plan = try fields.needed(.plan)
        guard let every = try fields.choice(.every, Every.self) else { throw fields.refusal(.every, .valueMissing) }
        self.every = every.kind
        cap = try fields.amount(.cap)
        proRata = try fields.flag(.pro_rata) ?? false
        from = try fields.day(.from)
        to = try fields.day(.to)
        if let from, let to, to < from { throw fields.refusal(.to, .endsBeforeStart) }
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(plan)
        line.add(every.rawValue)
        line.add(cap)
        line.add(proRata)
        line.add(from)
        line.add(to)
    }

    /// A plan pays by the calendar, never by any stretch of days.
    private enum Every: String, CaseIterable {
        case month, quarter, year
        var kind: Period.Kind {
            switch self {
            case .month: .month
            case .quarter: .quarter
            case .year: .year
            }
        }
    }
}

package struct CommissionRuleRecord: ExchangeRecord {
    package static let file = ExchangeFile.commissionRules
    package let plan: String
    /// Of the plan's version.
    package let from: Day?
    package let rule: String
    package let measure: Quota.Measure
    package let pipeline: String?
    package let product: String?
    package let customer: CommissionRule.Customer?
    package let team: Bool
    /// For the whole plan fulfilled; nil: the tiers' rates are of what is measured.
    package let target: Amount?
    /// 0…1.
    package let weight: Double?
    package let mode: CommissionRule.Mode
    package let unit: CommissionRule.Unit
    /// Money, pieces or a share of the plan, as the unit and the measure say; so are the tiers' bounds.
    package let threshold: Amount?
    package let cap: Amount?
    package let tiers: [TierText]

    package struct TierText: Sendable, Equatable {
        package let from: Amount
        /// A share (0.03), or money for a piece.
        package let rate: Amount
        package init(from: Amount, rate: Amount) {
            self.from = from
            self.rate = rate
        }
    }

    package init(
        plan: String, from: Day?, rule: String, measure: Quota.Measure, pipeline: String?, product: String?,
        customer: CommissionRule.Customer?, team: Bool, target: Amount?, weight: Double?, mode: CommissionRule.Mode,
        unit: CommissionRule.Unit, threshold: Amount?, cap: Amount?, tiers: [TierText]
    ) {
        self.plan = plan
        self.from = from
        self.rule = rule
        self.measure = measure
        self.pipeline = pipeline
        self.product = product
        self.customer = customer
        self.team = team
        self.target = target
        self.weight = weight
        self.mode = mode
        self.unit = unit
        self.threshold = threshold
        self.cap = cap
        self.tiers = tiers
    }

    package init(_ fields: Fields) throws(Refusal) {
        plan = try fields.needed(.plan)
        from = try fields.day(.from)
        rule = try fields.needed(.rule)
        guard let measure = try fields.choice(.measure, Quota.Measure.self) else {
            throw fields.refusal(.measure, .valueMissing)
        }
        self.measure = measure
        pipeline = try fields.text(.pipeline)
        product = try fields.text(.product)
        customer = try fields.choice(.customer, CommissionRule.Customer.self)
        team = try fields.flag(.team) ?? false
        target = try fields.amount(.target)
        weight = try fields.number(.weight, in: 0...1)
        mode = try fields.choice(.mode, CommissionRule.Mode.self) ?? .marginal
        unit = try fields.choice(.unit, CommissionRule.Unit.self) ?? .amount
        threshold = try fields.amount(.threshold)
        cap = try fields.amount(.cap)
        tiers = try CommissionRuleRecord.tiers(fields)
        // A step pays a part of a sum, so there must be one.
        if mode == .step, target == nil { throw fields.refusal(.target, .valueMissing) }
    }

    /// `0:0.02 1:0.06`.
    private static func tiers(_ fields: Fields) throws(Refusal) -> [TierText] {
        let text = try fields.needed(.tiers)
        var tiers = [TierText]()
        for pair in text.split(separator: " ") {
            let sides = pair.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard sides.count == 2, Double(plain: sides[0]) != nil, Double(plain: sides[1]) != nil else {
                throw fields.refusal(.tiers, .notTiers(text))
            }
            tiers.append(TierText(from: Amount(text: sides[0]), rate: Amount(text: sides[1])))
        }
        if tiers.isEmpty { throw fields.refusal(.tiers, .notTiers(text)) }
        return tiers
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(plan)
        line.add(from)
        line.add(rule)
        line.add(measure.rawValue)
        line.add(pipeline)
        line.add(product)
        line.add(customer?.rawValue)
        line.add(team)
        line.add(target)
        line.add(weight)
        line.add(mode.rawValue)
        line.add(unit.rawValue)
        line.add(threshold)
        line.add(cap)
        line.add(tiers.map { "\($0.from.text):\($0.rate.text)" }.joined(separator: " "))
    }
}

package struct CommissionMemberRecord: ExchangeRecord {
    package static let file = ExchangeFile.commissionMembers
    package let plan: String
    package let employee: String?
    package let department: String?
    package let role: Role?
    package let from: Day?
    package let to: Day?

    package init(plan: String, employee: String?, department: String?, role: Role?, from: Day?, to: Day?) {
        self.plan = plan
        self.employee = employee
        self.department = department
        self.role = role
        self.from = from
        self.to = to
    }

    package init(_ fields: Fields) throws(Refusal) {
        plan = try fields.needed(.plan)
        employee = try fields.text(.employee_id)
        department = try fields.text(.department)
        role = try fields.choice(.role, Role.self)
        from = try fields.day(.from)
        to = try fields.day(.to)
        if let from, let to, to < from { throw fields.refusal(.to, .endsBeforeStart) }
        let said = [employee != nil, department != nil, role != nil].count { $0 }
        if said == 0 { throw fields.refusal(.role, .valueMissing) }
        if said > 1 { throw fields.refusal(.role, .oneOfThese) }
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(plan)
        line.add(employee)
        line.add(department)
        line.add(role?.rawValue)
        line.add(from)
        line.add(to)
    }
}
