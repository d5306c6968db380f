internal import Exchange
internal import Ledger
internal import SalesDomain

extension ExportRun {
    func giveCommissionPlans() throws {
        for (_, row) in try ledger.commissionPlans.all() {
            try add(
                CommissionPlanRecord(
                    plan: row.name, every: row.every, cap: amount(row.cap, company.baseCurrency), proRata: row.proRata,
                    from: row.from, to: row.to))
        }
    }

    func giveCommissionRules() throws {
        let plans = try ledger.commissionPlans.all()
        let rules = Dictionary(grouping: try ledger.commissionRules.all(), by: \.plan)
        for (id, plan) in plans {
            for (_, rule) in rules[id] ?? [] { try add(record(of: rule, in: plan)) }
        }
    }

    private func record(of rule: CommissionRule, in plan: CommissionPlanRow) -> CommissionRuleRecord {
        let isPieces = rule.pay == .rate && !rule.measure.isMoney
        func share(_ value: Int64) -> Amount { Amount(text: (Double(value) / 1e6).plain) }
        func bound(_ value: Int64) -> Amount {
            if rule.unit == .attainment { return share(value) }
            return rule.measure.isMoney ? money(value) : Amount(text: String(value))
        }
        var (target, weight): (Amount?, Double?) = (nil, nil)
        if case .target(let sum, let part) = rule.pay { (target, weight) = (money(sum), Double(part) / 1e6) }
        return CommissionRuleRecord(
            plan: plan.name, from: plan.from, rule: rule.name, measure: rule.measure,
            pipeline: rule.pipeline.flatMap { names.pipelineNames[$0] },
            product: rule.product.flatMap { names.products[$0] },
            customer: rule.customer, team: rule.team, target: target, weight: weight, mode: rule.mode, unit: rule.unit,
            threshold: rule.threshold.map(bound), cap: amount(rule.cap, company.baseCurrency),
            tiers: rule.tiers.map { .init(from: bound($0.from), rate: isPieces ? money($0.rate) : share($0.rate)) })
    }

    func giveCommissionMembers() throws {
        for (plan, member) in try ledger.commissionMembers.all() {
            var (person, department, role): (String?, String?, Role?) = (nil, nil, nil)
            switch member.who {
            case .employee(let id): person = employee(id)
            case .department(let id): department = names.departments[id]
            case .role(let named): role = named
            }
            try add(
                CommissionMemberRecord(
                    plan: plan, employee: person, department: department, role: role, from: member.from, to: member.to))
        }
    }

    func giveStatements() throws {
        for (row, period) in try statements() {
            try add(
                CommissionStatementRecord(
                    plan: row.plan, employee: employee(row.employee), period: period, state: row.state,
                    at: row.changedAt, by: row.changedBy.map(employee)))
        }
    }

    func giveStatementLines() throws {
        for (row, period) in try statements() {
            for (place, line) in try ledger.commissionStatements.lines(of: row.id).enumerated() {
                let isMoney = line.measure.isMoney
                try add(
                    CommissionLineRecord(
                        plan: row.plan, employee: employee(row.employee), period: period, line: place + 1,
                        rule: line.rule, measure: line.measure, kind: line.kind,
                        deal: try line.deal.flatMap(names.deal),
                        ofPeriod: line.period.flatMap { Period(name: $0, in: company.calendar) },
                        base: isMoney ? money(line.base) : Amount(text: String(line.base)),
                        rate: line.rate.map { isMoney ? Amount(text: (Double($0) / 1e6).plain) : money($0) },
                        amount: money(line.amount), day: line.day))
            }
        }
    }

    func giveGrants() throws {
        for grant in try ledger.grants.all() {
            try add(GrantRecord(kind: grant.kind, from: grant.from, to: grant.to, by: grant.by.map(employee)))
        }
    }

    private func money(_ minorUnits: Int64) -> Amount {
        Amount(Money(minorUnits: minorUnits, currency: company.baseCurrency))
    }

    private func statements() throws -> [(CommissionStatementRow, Period)] {
        try ledger.commissionStatements.all().compactMap { row in
            Period(name: row.period, in: company.calendar).map { (row, $0) }
        }
    }
}
