internal import Exchange
internal import Ledger
internal import LiveFacts
internal import SalesDomain

/// Commission plans: their versions, rules, people, and the totals that the company shares.
extension ImportRun {
    func takeCommissionPlans(_ index: Int) throws {
        try rememberCommissions()
        var seen = RowsSeen()
        try read(index, CommissionPlanRecord.self) { record, row, batch in
            let identity = record.plan + (record.from.map { " \($0)" } ?? "")
            guard try seen.isNew(identity, row, otherwise: { refusal(index, row, .plan, $0) }) else {
                return .unchanged
            }
            try requireName(record.plan, index, row, batch)
            let plan = CommissionPlanRow(
                name: record.plan, every: record.every,
                cap: try money(record.cap, in: company.baseCurrency, index, row, .cap)?.minorUnits,
                proRata: record.proRata, from: record.from, to: record.to)
            planNames.add(record.plan)
            let result = try taken(try batch.transaction.commissionPlans.put(plan), batch)
            noteCommission(record.plan, index, row, result)
            if result != .unchanged {
                self.versions.append((self.plan.files[index].source.name, row.line, plan.name, plan.from))
            }
            return result
        }
    }

    /// A plan of this very name, or a new one whose name cannot be taken for another's.
    private func requireName(_ name: String, _ index: Int, _ row: CSVRow, _ batch: ImportBatch) throws {
        if planNames.isEmpty {
            for known in try batch.transaction.commissionPlans.all() { planNames.add(known.row.name) }
        }
        if let like = planNames.alike(name) { throw refusal(index, row, .plan, .planAlike(like)) }
    }

    func takeCommissionRules(_ index: Int) throws {
        try rememberCommissions()
        var seen = RowsSeen()
        try read(index, CommissionRuleRecord.self) { record, row, batch in
            let identity = record.plan + (record.from.map { " \($0)" } ?? "") + " / " + record.rule
            guard try seen.isNew(identity, row, otherwise: { refusal(index, row, .rule, $0) }) else {
                return .unchanged
            }
            try requireName(record.plan, index, row, batch)
            guard let plan = try batch.transaction.commissionPlans.find(record.plan, from: record.from) else {
                throw refusal(index, row, .plan, .planUnknown(record.plan))
            }
            let reader = RuleReader(record: record, currency: company.baseCurrency) { [self] in
                refusal(index, row, $0, $1)
            }
            let rule = try reader.rule(
                pipeline: try record.pipeline.map { try names.pipeline($0, batch) },
                product: try record.product.map { try names.product($0, batch) })
            let result = try taken(try batch.transaction.commissionRules.put(rule, in: plan), batch)
            noteCommission(record.plan, index, row, result)
            return result
        }
    }

    func takeCommissionMembers(_ index: Int) throws {
        try rememberCommissions()
        var seen = RowsSeen()
        try read(index, CommissionMemberRecord.self) { record, row, batch in
            let who: CommissionPlan.Member.Who
            if let employee = record.employee {
                who = .employee(try names.employee(employee, batch))
            } else if let department = record.department {
                who = .department(try names.department(department, batch))
            } else {
                who = .role(record.role ?? .seller)
            }
            let identity = [
                record.plan, record.employee, record.department, record.role?.rawValue, record.from.map { "\($0)" },
            ]
            .map { $0 ?? "" }.joined(separator: " ")
            guard try seen.isNew(identity, row, otherwise: { refusal(index, row, .plan, $0) }) else {
                return .unchanged
            }
            try requireName(record.plan, index, row, batch)
            let member = CommissionPlan.Member(who: who, from: record.from, to: record.to)
            let result = try taken(try batch.transaction.commissionMembers.put(member, in: record.plan), batch)
            noteCommission(record.plan, index, row, result)
            return result
        }
    }

    func takeGrants(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, GrantRecord.self) { record, row, batch in
            let identity = "\(record.kind.rawValue) \(record.from)"
            guard try seen.isNew(identity, row, otherwise: { refusal(index, row, .grant, $0) }) else {
                return .unchanged
            }
            let grant = Grant(
                kind: record.kind, from: record.from, to: record.to,
                by: try record.by.map { try names.employee($0, batch) })
            return try taken(try batch.transaction.grants.put(grant), batch)
        }
    }
}

/// Names of commission plans that there are, as they are told apart.
struct PlanNames {
    private var known: [String: Set<String>] = [:]
    var isEmpty: Bool { known.isEmpty }

    mutating func add(_ name: String) { known[CommissionPlan.folded(name), default: []].insert(name) }

    /// A name that differs by case or spaces only, where there is none like this very one.
    func alike(_ name: String) -> String? {
        guard let alike = known[CommissionPlan.folded(name)], !alike.contains(name) else { return nil }
        return alike.min()
    }
}

/// The numbers of a rule: money in minor units, shares in millionths.
private struct RuleReader {
    let record: CommissionRuleRecord
    let currency: Currency
    let refusal: (Column, Refusal.Reason) -> Refusal

    func rule(pipeline: Pipeline.ID?, product: Product.ID?) throws -> CommissionRule {
        let pay: CommissionRule.Pay =
            try record.target.map {
                .target(try money($0, .target), weight: try share(Amount(text: (record.weight ?? 1).plain), .weight))
            } ?? .rate
        return CommissionRule(
            name: record.rule, measure: record.measure, pipeline: pipeline, product: product,
            customer: record.customer, team: record.team, pay: pay, mode: record.mode, unit: record.unit,
            threshold: try record.threshold.map { try bound($0, .threshold) },
            cap: try record.cap.map { try money($0, .cap) },
            tiers: try record.tiers.map { tier in
                CommissionRule.Tier(
                    from: try bound(tier.from, .tiers),
                    rate: pay == .rate && !record.measure.isMoney
                        ? try money(tier.rate, .tiers) : try share(tier.rate, .tiers))
            })
    }

    private func bound(_ amount: Amount, _ column: Column) throws -> Int64 {
        switch record.unit {
        case .attainment: return try share(amount, column)
        case .amount where record.measure.isMoney: return try money(amount, column)
        case .amount:
            guard let count = Int64(amount.text), count >= 0 else { throw refusal(column, .notWhole(amount.text)) }
            return count
        }
    }

    private func money(_ amount: Amount, _ column: Column) throws -> Int64 {
        try amount.money(in: currency) { refusal(column, $0) }.minorUnits
    }

    /// To a millionth, as taxes are.
    private func share(_ amount: Amount, _ column: Column) throws -> Int64 {
        guard let number = Double(plain: amount.text) else { throw refusal(column, .notANumber(amount.text)) }
        guard (0...1_000).contains(number) else {
            throw refusal(column, .outOfRange(amount.text, from: "0", to: "1000"))
        }
        return FieldReader.millionths(number)
    }
}
