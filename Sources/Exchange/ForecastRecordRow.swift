import SalesDomain

/// What was forecast of a scope's period on a day; of the company when neither a department nor a person is named.
package struct ForecastRecordRow: ExchangeRecord {
    package static let file = ExchangeFile.forecastRecord
    package let day: Day
    package let period: Period
    package let department: String?
    package let employee: String?
    package let recordedAt: Instant
    package let currency: Currency
    package let figures: Figures

    /// Totals of the whole period.
    package struct Figures: Sendable, Equatable {
        package let won: Amount
        package let mean: Amount
        package let p10: Amount
        package let p50: Amount
        package let p90: Amount
        package let template: Amount?
        package let statistical: Amount
        package let quota: Amount?
        package init(
            won: Amount, mean: Amount, p10: Amount, p50: Amount, p90: Amount, template: Amount?, statistical: Amount,
            quota: Amount?
        ) {
            self.won = won
            self.mean = mean
            self.p10 = p10
            self.p50 = p50
            self.p90 = p90
            self.template = template
            self.statistical = statistical
            self.quota = quota
        }
    }

    package init(
        day: Day, period: Period, department: String?, employee: String?, recordedAt: Instant, currency: Currency,
        figures: Figures
    ) {
        self.day = day
        self.period = period
        self.department = department
        self.employee = employee
        self.recordedAt = recordedAt
        self.currency = currency
        self.figures = figures
    }

    package init(_ fields: Fields) throws(Refusal) {
        day = try fields.neededDay(.day)
        period = try fields.neededPeriod(.period)
        department = try fields.text(.department)
        employee = try fields.text(.employee_id)
        recordedAt = try fields.neededRecorded(.recorded_at)
        guard let currency = try fields.currency() else { throw fields.refusal(.currency, .valueMissing) }
        self.currency = currency
        if department != nil, employee != nil { throw fields.refusal(.employee_id, .oneOfThese) }
        func needed(_ column: Column) throws(Refusal) -> Amount { Amount(text: try fields.needed(column)) }
        figures = Figures(
            won: try needed(.won), mean: try needed(.mean), p10: try needed(.p10), p50: try needed(.p50),
            p90: try needed(.p90), template: try fields.amount(.template), statistical: try needed(.statistical),
            quota: try fields.amount(.quota))
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(day)
        line.add(period.name(in: calendar))
        line.add(department)
        line.add(employee)
        line.add(recordedAt, in: calendar)
        line.add(currency)
        for amount in [figures.won, figures.mean, figures.p10, figures.p50, figures.p90] { line.add(amount) }
        line.add(figures.template)
        line.add(figures.statistical)
        line.add(figures.quota)
    }
}
