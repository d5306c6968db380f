package import SalesDomain

/// What was forecast, day by day.
package struct ForecastRecord {
    let transaction: any Transaction

    package func holds(_ day: Day) throws -> Bool {
        try transaction.number(ForecastRecordSQL.countOfDay, [Value(day)]) > 0
    }

    /// Identity is the day, the period and the scope. What is there already stays as it was said.
    package func put(_ row: ForecastSnapshot, period: String) throws -> Put<Int64> {
        let key = [Value(row.day), .text(period), Value(row.scope.parts.department), Value(row.scope.parts.employee)]
        if let known = try transaction.first(ForecastRecordSQL.find, key, { $0.int(0) }) { return .unchanged(known) }
        let rest: [Value] = [
            Value(row.recordedAt), .text(row.currency.code), .int(row.won), .int(row.mean), .int(row.p10),
            .int(row.p50), .int(row.p90), Value(row.template), .int(row.statistical), Value(row.quota),
        ]
        return .added(try transaction.insert(ForecastRecordSQL.add, key + rest))
    }

    /// Of one scope, by day. What a calendar cannot read is left out.
    package func all(of scope: Scope, in calendar: CompanyCalendar) throws -> [ForecastSnapshot] {
        let columns = [Value(scope.parts.department), Value(scope.parts.employee)]
        return try transaction.all(ForecastRecordSQL.ofScope, columns) { $0.snapshot(calendar) }.compactMap(\.self)
    }

    /// By day, period and scope.
    package func each(in calendar: CompanyCalendar, _ body: (ForecastSnapshot) throws -> Void) throws {
        try transaction.each(ForecastRecordSQL.all) { row in
            if let snapshot = row.snapshot(calendar) { try body(snapshot) }
        }
    }
}

extension Row {
    fileprivate func snapshot(_ calendar: CompanyCalendar) -> ForecastSnapshot? {
        guard let period = Period(name: text(1), in: calendar), let currency = Currency(code: text(5)) else {
            return nil
        }
        return ForecastSnapshot(
            day: day(0), recordedAt: instant(4), period: period,
            scope: Scope(department: maybeKey(2), employee: maybeKey(3)), currency: currency, won: int(6), mean: int(7),
            p10: int(8), p50: int(9), p90: int(10), template: maybeInt(11), statistical: int(12),
            quota: maybeInt(13))
    }
}

extension Transaction {
    package var forecastRecord: ForecastRecord { ForecastRecord(transaction: self) }
}

private enum ForecastRecordSQL {
    static let countOfDay: SQL = "SELECT count(*) FROM forecast_record WHERE day = $1"
    static let find: SQL = """
        SELECT id FROM forecast_record WHERE day = $1 AND period = $2 AND department IS NOT DISTINCT FROM $3
            AND employee IS NOT DISTINCT FROM $4
        """
    static let add: SQL = """
        INSERT INTO forecast_record (day, period, department, employee, recorded_at, currency, won, mean, p10, p50, p90,
            template, statistical, quota)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id
        """
    static let ofScope: SQL = """
        SELECT day, period, department, employee, recorded_at, currency, won, mean, p10, p50, p90, template, statistical,
            quota FROM forecast_record WHERE department IS NOT DISTINCT FROM $1 AND employee IS NOT DISTINCT FROM $2
        ORDER BY day, id
        """
    static let all: SQL = """
        SELECT day, period, department, employee, recorded_at, currency, won, mean, p10, p50, p90, template, statistical,
            quota FROM forecast_record ORDER BY day, period, id
        """
}
