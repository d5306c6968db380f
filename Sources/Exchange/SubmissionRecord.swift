import SalesDomain

/// What somebody said that a person's period will bring, in the base currency.
package struct SubmissionRecord: ExchangeRecord {
    package static let file = ExchangeFile.submissions
    package let employee: String
    package let period: Period
    package let kind: Submission.Kind
    package let amount: Amount
    /// What the model said at that instant.
    package let model: Amount?
    package let note: String?
    package let made: Instant
    package let by: String?

    package init(
        employee: String, period: Period, kind: Submission.Kind, amount: Amount, model: Amount?, note: String?,
        made: Instant, by: String?
    ) {
        self.employee = employee
        self.period = period
        self.kind = kind
        self.amount = amount
        self.model = model
        self.note = note
        self.made = made
        self.by = by
    }

    package init(_ fields: Fields) throws(Refusal) {
        employee = try fields.needed(.employee_id)
        period = try fields.neededPeriod(.period)
        guard let kind = try fields.choice(.kind, Submission.Kind.self) else {
            throw fields.refusal(.kind, .valueMissing)
        }
        self.kind = kind
        amount = Amount(text: try fields.needed(.amount))
        model = try fields.amount(.mean)
        note = try fields.text(.note)
        made = try fields.neededRecorded(.at)
        by = try fields.text(.by)
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(employee)
        line.add(period.name(in: calendar))
        line.add(kind.rawValue)
        line.add(amount)
        line.add(model)
        line.add(note)
        line.add(made, in: calendar)
        line.add(by)
    }
}
