import SalesDomain

package struct QuotaRecord: ExchangeRecord {
    package static let file = ExchangeFile.quotas
    package let period: Period
    package let department: String?
    package let employee: String?
    package let pipeline: String?
    package let measure: Quota.Measure
    /// Money or a count, as the measure says; empty: withdrawn from that day on.
    package let value: Amount?
    package let currency: Currency?
    package let from: Day?
    /// When it became known; empty: with its day, or with the import that changes what is there.
    package let recordedAt: Instant?

    package init(
        period: Period, department: String?, employee: String?, pipeline: String?, measure: Quota.Measure,
        value: Amount?, currency: Currency?, from: Day?, recordedAt: Instant? = nil
    ) {
        self.period = period
        self.department = department
        self.employee = employee
        self.pipeline = pipeline
        self.measure = measure
        self.value = value
        self.currency = currency
        self.from = from
        self.recordedAt = recordedAt
    }

    package init(_ fields: Fields) throws(Refusal) {
        let text = try fields.needed(.period)
        guard let period = Period(name: text, in: fields.calendar) else {
            throw fields.refusal(.period, .notAPeriod(text))
        }
        self.period = period
        department = try fields.text(.department)
        employee = try fields.text(.employee_id)
        pipeline = try fields.text(.pipeline)
        measure = try QuotaRecord.measure(fields)
        value = try fields.text(.value).map { Amount(text: $0) }
        currency = try fields.currency()
        from = try fields.day(.from)
        recordedAt = try fields.recorded(.recorded_at)
        // What was never there cannot be withdrawn.
        if value == nil, from == nil { throw fields.refusal(.value, .valueMissing) }
    }

    /// `amount` is an older name of `won`.
    private static func measure(_ fields: Fields) throws(Refusal) -> Quota.Measure {
        if try fields.text(.measure) == "amount" { return .won }
        guard let measure = try fields.choice(.measure, Quota.Measure.self) else {
            throw fields.refusal(.measure, .valueMissing)
        }
        return measure
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(period.name(in: calendar))
        line.add(department)
        line.add(employee)
        line.add(pipeline)
        line.add(measure.rawValue)
        line.add(value)
        line.add(currency)
        line.add(from)
        line.add(recordedAt, in: calendar)
    }
}

package struct RateRecord: ExchangeRecord {
    package static let file = ExchangeFile.rates
    package let date: Day
    package let currency: Currency
    /// Units of base currency for one.
    package let rate: Double
    package let source: Rate.Source

    package init(date: Day, currency: Currency, rate: Double, source: Rate.Source) {
        self.date = date
        self.currency = currency
        self.rate = rate
        self.source = source
    }

    package init(_ fields: Fields) throws(Refusal) {
        date = try fields.neededDay(.date)
        guard let currency = try fields.currency() else { throw fields.refusal(.currency, .valueMissing) }
        self.currency = currency
        guard let rate = try fields.number(.rate, in: 1e-9...1e9) else { throw fields.refusal(.rate, .valueMissing) }
        self.rate = rate
        source = try fields.choice(.source, Rate.Source.self) ?? .bank
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(date)
        line.add(currency)
        line.add(rate)
        line.add(source.rawValue)
    }
}

package struct SeriesRecord: ExchangeRecord {
    package static let file = ExchangeFile.series
    package let series: String
    package let at: Day
    package let value: Double

    package init(series: String, at: Day, value: Double) {
        self.series = series
        self.at = at
        self.value = value
    }

    package init(_ fields: Fields) throws(Refusal) {
        series = try fields.needed(.series)
        at = try fields.neededDay(.at)
        guard let value = try fields.number(.value, in: -1e15...1e15) else {
            throw fields.refusal(.value, .valueMissing)
        }
        self.value = value
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(series)
        line.add(at)
        line.add(value)
    }
}
