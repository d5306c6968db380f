internal import Exchange
internal import Ledger
internal import SalesDomain

/// What stands around deals: payments, activities, plans, rates, counts.
extension ImportRun {
    func takePayments(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, PaymentRecord.self) { records, source, transaction in
            try transaction.payments.foresee(records.map(\.id), of: source)
            try transaction.deals.foresee(records.compactMap(\.deal), of: source)
        } take: { record, row, batch in
            guard try seen.isNew(record.id, row, otherwise: { refusal(index, row, .payment_id, $0) }) else {
                return .unchanged
            }
            let deal = try record.deal.map { try knownDeal($0, index, row, batch) }
            let currency =
                try record.currency ?? deal.flatMap { try batch.transaction.deals.now($0)?.state.currency }
                ?? company.baseCurrency
            let amount = try record.amount.money(in: currency) { refusal(index, row, .amount, $0) }
            let payment = PaymentRow(
                source: try names.sourceID(batch.transaction), externalID: record.id, deal: deal, day: record.date,
                kind: record.kind, amount: amount)
            let became = company.calendar.zone.start(of: record.date)
            let put = try batch.transaction.payments.put(
                payment, recorded: min(record.recordedAt ?? became, at), again: at,
                in: try batch.id())
            return try taken(put, batch)
        }
    }

    func takeActivities(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, ActivityRecord.self) { records, source, transaction in
            try transaction.activities.foresee(records.map(\.id), of: source)
            try transaction.deals.foresee(records.compactMap(\.deal), of: source)
            try transaction.contacts.foresee(records.compactMap(\.contact), of: source)
        } take: { record, row, batch in
            guard try seen.isNew(record.id, row, otherwise: { refusal(index, row, .activity_id, $0) }) else {
                return .unchanged
            }
            let activity = try self.activity(record, index, row, batch)
            let became = record.doneAt ?? record.startedAt ?? at
            let put = try batch.transaction.activities.enter(
                activity, recorded: min(became, at), again: at, in: try batch.id())
            return try taken(put, batch)
        }
    }

    private func activity(_ record: ActivityRecord, _ index: Int, _ row: CSVRow, _ batch: ImportBatch) throws
        -> ActivityRow
    {
        let source = try names.sourceID(batch.transaction)
        let contact = try record.contact.map { id in
            guard let known = try batch.transaction.contacts.find(id, of: source) else {
                throw refusal(index, row, .contact_id, .contactUnknown(id))
            }
            return known.id
        }
        return ActivityRow(
            source: source, externalID: record.id, kind: record.kind, direction: record.direction,
            employee: try record.employee.map { try names.employee($0, batch) },
            deal: try record.deal.map { try knownDeal($0, index, row, batch) },
            account: try record.account.map { try names.account($0, batch) }, contact: contact,
            startedAt: record.startedAt, seconds: record.seconds.map { Int64($0) },
            result: try record.result.map { try names.word($0, batch) }, dueAt: record.dueAt, doneAt: record.doneAt,
            note: record.note)
    }

    func takeQuotas(_ index: Int) throws {
        try rememberCommissions()
        var seen = RowsSeen()
        try read(index, QuotaRecord.self) { record, row, batch in
            let period = record.period.name(in: company.calendar)
            let identity = [
                period, record.department, record.employee, record.pipeline, record.measure.rawValue,
                record.from.map { "\($0)" }, record.recordedAt.map(company.calendar.text(of:)),
            ].map { $0 ?? "" }.joined(separator: " ")
            guard try seen.isNew(identity, row, otherwise: { refusal(index, row, .period, $0) }) else {
                return .unchanged
            }
            let value = try record.value.map { try planned($0, record, index, row) }
            let quota = QuotaRow(
                period: period, department: try record.department.map { try names.department($0, batch) },
                employee: try record.employee.map { try names.employee($0, batch) },
                pipeline: try record.pipeline.map { try names.pipeline($0, batch) }, measure: record.measure,
                value: value?.minorUnits, currency: record.measure.isMoney ? value?.currency : nil, from: record.from,
                recordedAt: record.recordedAt)
            let result = try taken(try put(quota, index, batch), batch)
            noteQuota(quota, index, row, result)
            return result
        }
    }

    private func put(_ quota: QuotaRow, _ index: Int, _ batch: ImportBatch) throws -> Put<Int64> {
        let quotas = batch.transaction.quotas
        guard quota.recordedAt == nil else { return try quotas.put(quota, in: try batch.id()) }
        let saysInstants = plan.files[index].header.position(of: .recorded_at) != nil
        return try quotas.take(quota, isExact: saysInstants, at: at, in: try batch.id())
    }

    /// A count is read as an amount of a currency without decimals would be.
    private func planned(_ value: Amount, _ record: QuotaRecord, _ index: Int, _ row: CSVRow) throws -> Money {
        let currency = record.currency ?? company.baseCurrency
        if record.measure.isMoney {
            return try value.money(in: currency) { refusal(index, row, .value, $0) }
        }
        guard let count = Int64(value.text) else {
            throw refusal(index, row, .value, .notWhole(value.text))
        }
        guard (0...Money.largestUnits).contains(count) else {
            throw refusal(index, row, .value, .outOfRange(value.text, from: "0", to: "\(Money.largestUnits)"))
        }
        return Money(minorUnits: count, currency: currency)
    }

    func takeRates(_ index: Int) throws {
        var seen = RowsSeen()
        var isSaid = false
        try read(index, RateRecord.self) { record, row, batch in
            if record.currency == company.baseCurrency, record.rate != 1, !isSaid {
                isSaid = true
                report.warnings.append(
                    ImportWarning(
                        file: plan.files[index].source.name, line: row.line, column: .currency,
                        matter: .rateOfBase(record.currency)))
            }
            let identity = "\(record.date) \(record.currency.code) \(record.source.rawValue)"
            guard try seen.isNew(identity, row, otherwise: { refusal(index, row, .date, $0) }) else {
                return .unchanged
            }
            let rate = Rate(day: record.date, currency: record.currency, rate: record.rate, source: record.source)
            return try taken(try batch.transaction.rates.put(rate), batch)
        }
    }

    func takeSeries(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, SeriesRecord.self) { record, row, batch in
            guard try seen.isNew("\(record.at) \(record.series)", row, otherwise: { refusal(index, row, .at, $0) })
            else { return .unchanged }
            let series = try batch.transaction.seriesPoints.id(of: record.series)
            return try taken(
                try batch.transaction.seriesPoints.put(record.value, at: record.at, of: series), batch)
        }
    }

    func knownDeal(_ id: String, _ index: Int, _ row: CSVRow, _ batch: ImportBatch) throws -> Deal.ID {
        let source = try names.sourceID(batch.transaction)
        guard let known = try batch.transaction.deals.find(id, of: source) else {
            throw refusal(index, row, .deal_id, .dealUnknown(id))
        }
        return known
    }
}
