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

    /// As if it had never been set.
    package func remove(_ row: QuotaRow) throws { try transaction.run(QuotaSQL.remove, row.key) }

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

    package init(
        period: String, department: Department.ID?, employee: Employee.ID?, pipeline: Pipeline.ID?,
        measure: Quota.Measure, value: Int64?, currency: Currency?, from: Day?
    ) {
        self.period = period
        self.department = department
        self.employee = employee
        self.pipeline = pipeline
        self.measure = measure
        self.value = value
        self.currency = currency
        self.from = from
    }

    fileprivate init(_ row: Row) {
        self.init(
            period: row.text(1), department: row.maybeKey(2), employee: row.maybeKey(3), pipeline: row.maybeKey(4),
            measure: row.name(5), value: row.bool(9) ? nil : row.int(7),
            currency: row.maybeText(8).flatMap { Currency(code: $0) },
            from: row.maybeDay(6))
    }

    fileprivate var key: [Value] {
        [.text(period), Value(department), Value(employee), Value(pipeline), Value(measure), Value(from)]
    }

    /// Nil when the period's name cannot be read.
    package func quota(in calendar: CompanyCalendar) -> Quota? {
        guard let period = Period(name: period, in: calendar) else { return nil }
        return Quota(
            period: period, scope: Scope(department: department, employee: employee), pipeline: pipeline,
            measure: measure, value: value, currency: currency, from: from)
    }
}

extension Transaction {
    package var quotas: Quotas { Quotas(transaction: self) }
}

private enum QuotaSQL {
    static let add: SQL = """
        INSERT INTO quotas (period, department, employee, pipeline, measure, from_day, value, currency, withdrawn, batch)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id
        """
    static let change: SQL = "UPDATE quotas SET value = $2, currency = $3, withdrawn = $4, batch = $5 WHERE id = $1"
    static let remove: SQL = """
        DELETE FROM quotas
        WHERE period = $1 AND department IS NOT DISTINCT FROM $2 AND employee IS NOT DISTINCT FROM $3
            AND pipeline IS NOT DISTINCT FROM $4 AND measure = $5 AND from_day IS NOT DISTINCT FROM $6
        """
    static let written: SQL = """
        SELECT batches.deed, batches.recorded_at FROM quotas JOIN batches ON batches.id = quotas.batch
        WHERE period = $1 AND department IS NOT DISTINCT FROM $2 AND employee IS NOT DISTINCT FROM $3
            AND pipeline IS NOT DISTINCT FROM $4 AND measure = $5 AND from_day IS NOT DISTINCT FROM $6
        """
    static let find: SQL = """
        SELECT id, period, department, employee, pipeline, measure, from_day, value, currency, withdrawn FROM quotas
        WHERE period = $1 AND department IS NOT DISTINCT FROM $2 AND employee IS NOT DISTINCT FROM $3
            AND pipeline IS NOT DISTINCT FROM $4 AND measure = $5 AND from_day IS NOT DISTINCT FROM $6
        """
    static let all: SQL = """
        SELECT id, period, department, employee, pipeline, measure, from_day, value, currency, withdrawn FROM quotas ORDER BY id
        """
}
