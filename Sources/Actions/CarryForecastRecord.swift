internal import Exchange
internal import Ledger
internal import SalesDomain

/// What was forecast, out of the books and into them.
extension ExportRun {
    func giveForecastRecord() throws {
        try ledger.forecastRecord.each(in: company.calendar) { row in
            let (department, person) = columns(of: row.scope)
            func amount(_ minor: Int64) -> Amount { Amount(Money(minorUnits: minor, currency: row.currency)) }
            try add(
                ForecastRecordRow(
                    day: row.day, period: row.period, department: department, employee: person,
                    recordedAt: row.recordedAt, currency: row.currency,
                    figures: .init(
                        won: amount(row.won), mean: amount(row.mean), p10: amount(row.p10), p50: amount(row.p50),
                        p90: amount(row.p90), template: row.template.map(amount), statistical: amount(row.statistical),
                        quota: row.quota.map(amount))))
        }
    }
}

extension ImportRun {
    func takeForecastRecord(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, ForecastRecordRow.self) { record, row, batch in
            let period = record.period.name(in: company.calendar)
            let identity = ["\(record.day)", period, record.department ?? "", record.employee ?? ""].joined(
                separator: " ")
            guard try seen.isNew(identity, row, otherwise: { refusal(index, row, .day, $0) }) else {
                return .unchanged
            }
            let scope = try scope(department: record.department, employee: record.employee, batch)
            let snapshot = try self.snapshot(record, of: scope) { refusal(index, row, $0, $1) }
            return try taken(try batch.transaction.forecastRecord.put(snapshot, period: period), batch)
        }
    }

    private func snapshot(
        _ record: ForecastRecordRow, of scope: Scope, _ refusal: (Column, Refusal.Reason) -> Refusal
    ) throws -> ForecastSnapshot {
        func money(_ amount: Amount, _ column: Column) throws -> Int64 {
            try amount.money(in: record.currency) { refusal(column, $0) }.minorUnits
        }
        let figures = record.figures
        return ForecastSnapshot(
            day: record.day, recordedAt: record.recordedAt, period: record.period, scope: scope,
            currency: record.currency, won: try money(figures.won, .won), mean: try money(figures.mean, .mean),
            p10: try money(figures.p10, .p10), p50: try money(figures.p50, .p50), p90: try money(figures.p90, .p90),
            template: try figures.template.map { try money($0, .template) },
            statistical: try money(figures.statistical, .statistical),
            quota: try figures.quota.map { try money($0, .quota) })
    }
}
