internal import Exchange
internal import Ledger
internal import SalesDomain

/// What stands around deals.
extension ExportRun {
    func givePayments() throws {
        try ledger.payments.each { row, recorded in
            let currency = Currency(code: row.currency) ?? company.baseCurrency
            try add(
                PaymentRecord(
                    id: names.external(row.externalID, of: row.source), deal: try row.deal.flatMap(names.deal),
                    date: row.day, kind: row.kind, amount: Amount(Money(minorUnits: row.amount, currency: currency)),
                    currency: currency,
                    recordedAt: recorded == company.calendar.zone.start(of: row.day) ? nil : recorded))
        }
    }

    func giveActivities() throws {
        var contacts: [Contact.ID: String] = [:]
        try ledger.contacts.each { id, row in contacts[id] = names.external(row.externalID, of: row.source) }
        try ledger.activities.each { _, row in
            var record = ActivityRecord(
                id: names.external(row.externalID, of: row.source), kind: row.kind, startedAt: row.startedAt)
            record.direction = row.direction
            record.employee = row.employee.map(employee)
            record.deal = try row.deal.flatMap(names.deal)
            record.account = try row.account.flatMap(names.account)
            record.contact = row.contact.flatMap { contacts[$0] }
            record.seconds = row.seconds.map { Int($0) }
            record.result = try row.result.flatMap(names.word)
            record.dueAt = row.dueAt
            record.doneAt = row.doneAt
            record.note = row.note
            try add(record)
        }
    }

    func giveQuotas() throws {
        for row in try ledger.quotas.all() {
            guard let period = Period(name: row.period, in: company.calendar) else { continue }
            let value = row.value.map {
                row.measure.isMoney
                    ? Amount(Money(minorUnits: $0, currency: row.currency ?? company.baseCurrency))
                    : Amount(text: String($0))
            }
            try add(
                QuotaRecord(
                    period: period, department: row.department.flatMap { names.departments[$0] },
                    employee: row.employee.map(employee), pipeline: row.pipeline.flatMap { names.pipelineNames[$0] },
                    measure: row.measure, value: value, currency: row.currency, from: row.from,
                    recordedAt: row.recordedAt))
        }
    }

    func giveRates() throws {
        for rate in try ledger.rates.all() {
            try add(RateRecord(date: rate.day, currency: rate.currency, rate: rate.rate, source: rate.source))
        }
    }

    func giveSeries() throws {
        try ledger.seriesPoints.each { try add(SeriesRecord(series: $0, at: $1, value: $2)) }
    }
}
