package import SalesDomain

package struct Quotas {
    let transaction: any Transaction

    /// Identity is all but value and currency. `batch` is asked for only when there is something to write.
    package func put(_ row: QuotaRow, in batch: @autoclosure () throws -> Batch.ID) throws -> Put<Int64> {
        let known: (Int64, QuotaRow)? = try transaction.first(QuotaSQL.find, row.key) { ($0.int(0), QuotaRow($0)) }
        let rest = [Value.int(row.value ?? 0), Value(row.currency?.code), Value(row.value == nil)]
        return try transaction.put(
            row, over: known,
            add: { try transaction.insert(QuotaSQL.add, row.key + rest + [Value(try batch())]) },
            change: { try transaction.run(QuotaSQL.change, [.int($0)] + rest + [Value(try batch())]) })
    }

    /// Takes what a file says without an instant: known from its day on where nothing stands there yet; else, where it differs
    /// from what was said last, a further version that became known at `now`.
    /// - Parameter isExact: the file says instants elsewhere, so that a row without one is the one without one.
    package func take(
        _ row: QuotaRow, isExact: Bool, at now: Instant, in batch: @autoclosure () throws -> Batch.ID
    ) throws -> Put<Int64> {
        let versions = try transaction.all(QuotaSQL.versions, Array(row.key.dropLast())) { ($0.int(0), QuotaRow($0)) }
        guard let last = versions.last else { return try put(row, in: try batch()) }
        if isExact, let first = versions.first, first.1 == row { return .unchanged(first.0) }
        if last.1.says(row) { return .unchanged(last.0) }
        return .changed(try put(row.known(at: now), in: try batch()).id)
    }

    /// By what deed a row was written last, and when.
    package func written(_ row: QuotaRow) throws -> (deed: String, at: Instant)? {
        try transaction.first(QuotaSQL.written, row.key) { ($0.text(0), $0.instant(1)) }
    }

    /// In ascending order of id.
    package func all() throws -> [QuotaRow] { try transaction.all(QuotaSQL.all) { QuotaRow($0) } }
}

package struct QuotaRow: Sendable, Equatable {
    /// As `Period.name` prints it: a quarter stays a quarter when the fiscal year moves.
    package let period: String
    package let department: Department.ID?
    package let employee: Employee.ID?
    package let pipeline: Pipeline.ID?
    package let measure: Quota.Measure
    /// Minor units of `currency`, or pieces; nil: withdrawn.
    package let value: Int64?
    package let currency: Currency?
    package let from: Day?
    /// Nil: known from `from` on.
    package let recordedAt: Instant?

    package init(
        period: String, department: Department.ID?, employee: Employee.ID?, pipeline: Pipeline.ID?,
        measure: Quota.Measure, value: Int64?, currency: Currency?, from: Day?, recordedAt: Instant? = nil
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

    fileprivate init(_ row: Row) {
        self.init(
            period: row.text(1), department: row.maybeKey(2), employee: row.maybeKey(3), pipeline: row.maybeKey(4),
            measure: row.name(5), value: row.bool(9) ? nil : row.int(7),
            currency: row.maybeText(8).flatMap { Currency(code: $0) },
            from: row.maybeDay(6), recordedAt: row.maybeInstant(10))
    }

    fileprivate var key: [Value] {
        [
            .text(period), Value(department), Value(employee), Value(pipeline), Value(measure), Value(from),
            Value(recordedAt),
        ]
    }

    fileprivate func says(_ other: QuotaRow) -> Bool { (value, currency) == (other.value, other.currency) }

    fileprivate func known(at now: Instant) -> QuotaRow {
        QuotaRow(
            period: period, department: department, employee: employee, pipeline: pipeline, measure: measure,
            value: value, currency: currency, from: from, recordedAt: now)
    }

    /// Nil when the period's name cannot be read.
    package func quota(in calendar: CompanyCalendar) -> Quota? {
        guard let period = Period(name: period, in: calendar) else { return nil }
        return Quota(
            period: period, scope: Scope(department: department, employee: employee), pipeline: pipeline,
            measure: measure, value: value, currency: currency, from: from, recordedAt: recordedAt)
    }
}

extension Transaction {
    package var quotas: Quotas { Quotas(transaction: self) }
}

private enum QuotaSQL {
    static let add: SQL = """
        INSERT INTO quotas (period, department, employee, pipeline, measure, from_day, recorded_at, value, currency,
            withdrawn, batch)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id
        """
    static let change: SQL = "UPDATE quotas SET value = $2, currency = $3, withdrawn = $4, batch = $5 WHERE id = $1"
    static let written: SQL = """
        SELECT batches.deed, batches.recorded_at FROM quotas JOIN batches ON batches.id = quotas.batch
        WHERE period = $1 AND department IS NOT DISTINCT FROM $2 AND employee IS NOT DISTINCT FROM $3
            AND pipeline IS NOT DISTINCT FROM $4 AND measure = $5 AND from_day IS NOT DISTINCT FROM $6
            AND quotas.recorded_at IS NOT DISTINCT FROM $7
        """
    static let find: SQL = """
        SELECT id, period, department, employee, pipeline, measure, from_day, value, currency, withdrawn, recorded_at
        FROM quotas
        WHERE period = $1 AND department IS NOT DISTINCT FROM $2 AND employee IS NOT DISTINCT FROM $3
            AND pipeline IS NOT DISTINCT FROM $4 AND measure = $5 AND from_day IS NOT DISTINCT FROM $6
            AND recorded_at IS NOT DISTINCT FROM $7
        """
    static let versions: SQL = """
        SELECT id, period, department, employee, pipeline, measure, from_day, value, currency, withdrawn, recorded_at
        FROM quotas
        WHERE period = $1 AND department IS NOT DISTINCT FROM $2 AND employee IS NOT DISTINCT FROM $3
            AND pipeline IS NOT DISTINCT FROM $4 AND measure = $5 AND from_day IS NOT DISTINCT FROM $6
        ORDER BY COALESCE(recorded_at, -9007199254740992)
        """
    static let all: SQL = """
        SELECT id, period, department, employee, pipeline, measure, from_day, value, currency, withdrawn, recorded_at
        FROM quotas ORDER BY id
        """
}
