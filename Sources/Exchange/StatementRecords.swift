import SalesDomain

package struct CommissionStatementRecord: ExchangeRecord {
    package static let file = ExchangeFile.commissionStatements
    package let plan: String
    package let employee: String
    package let period: Period
    package let state: CommissionStatement.State
    package let at: Instant
    package let by: String?

    package init(
        plan: String, employee: String, period: Period, state: CommissionStatement.State, at: Instant, by: String?
    ) {
        self.plan = plan
        self.employee = employee
        self.period = period
        self.state = state
        self.at = at
        self.by = by
    }

    package init(_ fields: Fields) throws(Refusal) {
        plan = try fields.needed(.plan)
        employee = try fields.needed(.employee_id)
        period = try fields.neededPeriod(.period)
        guard let state = try fields.choice(.state, CommissionStatement.State.self) else {
            throw fields.refusal(.state, .valueMissing)
        }
        self.state = state
        at = try fields.neededRecorded(.at)
        by = try fields.text(.by)
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(plan)
        line.add(employee)
        line.add(period.name(in: calendar))
        line.add(state.rawValue)
        line.add(at, in: calendar)
        line.add(by)
    }
}

package struct CommissionLineRecord: ExchangeRecord {
    package static let file = ExchangeFile.commissionLines
    package let plan: String
    package let employee: String
    package let period: Period
    package let line: Int
    package let rule: String
    package let measure: Quota.Measure
    package let kind: CommissionLine.Kind
    package let deal: String?
    package let ofPeriod: Period?
    /// Money or pieces, as the measure is; may be less than nothing, as may the amount.
    package let base: Amount
    package let rate: Amount?
    package let amount: Amount
    package let day: Day?

    package init(
        plan: String, employee: String, period: Period, line: Int, rule: String, measure: Quota.Measure,
        kind: CommissionLine.Kind, deal: String?, ofPeriod: Period?, base: Amount, rate: Amount?, amount: Amount,
        day: Day? = nil
    ) {
        self.day = day
        self.plan = plan
        self.employee = employee
        self.period = period
        self.line = line
        self.rule = rule
        self.measure = measure
        self.kind = kind
        self.deal = deal
        self.ofPeriod = ofPeriod
        self.base = base
        self.rate = rate
        self.amount = amount
    }

    package init(_ fields: Fields) throws(Refusal) {
        plan = try fields.needed(.plan)
        employee = try fields.needed(.employee_id)
        period = try fields.neededPeriod(.period)
        guard let line = try fields.whole(.line, in: 1...1_000_000) else { throw fields.refusal(.line, .valueMissing) }
        self.line = line
        rule = try fields.needed(.rule)
        measure = try fields.choice(.measure, Quota.Measure.self) ?? .won
        kind = try fields.choice(.kind, CommissionLine.Kind.self) ?? .accrual
        deal = try fields.text(.deal_id)
        ofPeriod = try fields.text(.of_period) == nil ? nil : try fields.neededPeriod(.of_period)
        base = try fields.amount(.base) ?? Amount(text: "0")
        rate = try fields.amount(.rate)
        amount = Amount(text: try fields.needed(.amount))
        day = try fields.day(.date)
    }

    package func write(to out: inout CSVWriter, in calendar: CompanyCalendar) {
        out.add(plan)
        out.add(employee)
        out.add(period.name(in: calendar))
        out.add(line)
        out.add(rule)
        out.add(measure.rawValue)
        out.add(kind.rawValue)
        out.add(deal)
        out.add(ofPeriod?.name(in: calendar))
        out.add(base)
        out.add(rate)
        out.add(amount)
        out.add(day)
    }
}

package struct GrantRecord: ExchangeRecord {
    package static let file = ExchangeFile.grants
    package let kind: Grant.Kind
    package let from: Day
    package let to: Day?
    package let by: String?

    package init(kind: Grant.Kind, from: Day, to: Day?, by: String?) {
        self.kind = kind
        self.from = from
        self.to = to
        self.by = by
    }

    package init(_ fields: Fields) throws(Refusal) {
        guard let kind = try fields.choice(.grant, Grant.Kind.self) else { throw fields.refusal(.grant, .valueMissing) }
        self.kind = kind
        from = try fields.neededDay(.from)
        to = try fields.day(.to)
        by = try fields.text(.by)
        if let to, to < from { throw fields.refusal(.to, .endsBeforeStart) }
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(kind.rawValue)
        line.add(from)
        line.add(to)
        line.add(by)
    }
}

extension Fields {
    func neededPeriod(_ column: Column) throws(Refusal) -> Period {
        let text = try needed(column)
        guard let period = Period(name: text, in: calendar) else { throw refusal(column, .notAPeriod(text)) }
        return period
    }
}
