package import SalesDomain

package struct CommissionStatements {
    let transaction: any Transaction

    /// Identity is the person, the period and the plan. What is fixed already keeps its lines: only its state moves on.
    package func put(
        _ statement: CommissionStatement, period: String, at now: Instant, by: Employee.ID?
    ) throws -> Put<CommissionStatement.ID> {
        let key = [Value(statement.employee), .text(period), .text(statement.plan)]
        let rest = [Value(statement.state), Value(now), Value(by)]
        guard let known = try find(statement.employee, period: period, plan: statement.plan) else {
            let id = CommissionStatement.ID(try transaction.insert(StatementSQL.add, key + rest))
            try write(statement.lines, of: id)
            return .added(id)
        }
        let lines = try lines(of: known.id)
        if known.state == statement.state, lines == statement.lines { return .unchanged(known.id) }
        if known.state.isFixed, lines != statement.lines { throw LedgerError.stale }
        try transaction.run(StatementSQL.change, [Value(known.id)] + rest)
        if lines != statement.lines {
            try transaction.run(StatementSQL.clear, [Value(known.id)])
            try write(statement.lines, of: known.id)
        }
        return .changed(known.id)
    }

    package func find(_ employee: Employee.ID, period: String, plan: String) throws -> Known? {
        try transaction.first(StatementSQL.find, [Value(employee), .text(period), .text(plan)]) {
            Known(id: $0.key(0), state: $0.name(1))
        }
    }

    package struct Known: Sendable, Equatable {
        package let id: CommissionStatement.ID
        package let state: CommissionStatement.State
    }

    /// Other lines in the place of those that a statement has. Throws `LedgerError.stale` when it is fixed and they differ.
    package func set(_ lines: [CommissionLine], of statement: Known) throws -> Put<CommissionStatement.ID> {
        let known = try self.lines(of: statement.id)
        if known == lines { return .unchanged(statement.id) }
        if statement.state.isFixed { throw LedgerError.stale }
        try transaction.run(StatementSQL.clear, [Value(statement.id)])
        try write(lines, of: statement.id)
        return .changed(statement.id)
    }

    private func write(_ lines: [CommissionLine], of statement: CommissionStatement.ID) throws {
        for (index, line) in lines.enumerated() {
            try transaction.run(
                StatementSQL.addLine,
                [
                    Value(statement), Value(index + 1), .text(line.rule), Value(line.measure), Value(line.kind),
                    Value(line.deal), Value(line.period), .int(line.base), Value(line.rate), .int(line.amount),
                    Value(line.day),
                ])
        }
    }

    /// What is only calculated goes with a plan that is called otherwise.
    package func rename(_ id: CommissionStatement.ID, plan: String) throws {
        try transaction.run(StatementSQL.rename, [Value(id), .text(plan)])
    }

    /// Takes away what was only calculated.
    package func remove(_ id: CommissionStatement.ID) throws {
        try transaction.run(StatementSQL.clear, [Value(id)])
        try transaction.run(StatementSQL.remove, [Value(id)])
    }

    package func lines(of statement: CommissionStatement.ID) throws -> [CommissionLine] {
        try transaction.all(StatementSQL.lines, [Value(statement)]) { CommissionLine($0) }
    }

    /// Every statement of one person, or of everybody, without lines, in the order in which they were made.
    package func all(of employee: Employee.ID? = nil) throws -> [CommissionStatementRow] {
        try transaction.all(
            employee == nil ? StatementSQL.all : StatementSQL.ofEmployee, employee.map { [Value($0)] } ?? []
        ) {
            CommissionStatementRow(
                id: $0.key(0), plan: $0.text(1), employee: $0.key(2), period: $0.text(3), state: $0.name(4),
                changedAt: $0.instant(5), changedBy: $0.maybeKey(6))
        }
    }
    /// With their lines; of a period that this calendar knows.
    package func statements(of employee: Employee.ID? = nil, in calendar: CompanyCalendar) throws
        -> [CommissionStatement]
    {
        try all(of: employee).compactMap { row in
            guard let period = Period(name: row.period, in: calendar) else { return nil }
            return CommissionStatement(
                employee: row.employee, plan: row.plan, period: period, state: row.state, lines: try lines(of: row.id))
        }
    }
}

package struct CommissionStatementRow: Sendable, Equatable {
    package let id: CommissionStatement.ID
    package let plan: String
    package let employee: Employee.ID
    /// As `Period.name` prints it.
    package let period: String
    package let state: CommissionStatement.State
    package let changedAt: Instant
    package let changedBy: Employee.ID?
}

extension CommissionLine {
    fileprivate init(_ row: Row) {
        self.init(
            rule: row.text(0), measure: row.name(1), kind: row.name(2), deal: row.maybeKey(3), day: row.maybeDay(8),
            period: row.maybeText(4), base: row.int(5), rate: row.maybeInt(6), amount: row.int(7))
    }
}

extension Transaction {
    package var commissionStatements: CommissionStatements { CommissionStatements(transaction: self) }
}

private enum StatementSQL {
    static let add: SQL = """
        INSERT INTO commission_statements (employee, period, plan, state, changed_at, changed_by)
        VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
        """
    static let change: SQL = """
        UPDATE commission_statements SET state = $2, changed_at = $3, changed_by = $4 WHERE id = $1
        """
    static let find: SQL = """
        SELECT id, state FROM commission_statements WHERE employee = $1 AND period = $2 AND plan = $3
        """
    static let all: SQL = """
        SELECT id, plan, employee, period, state, changed_at, changed_by FROM commission_statements ORDER BY id
        """
    static let ofEmployee: SQL = """
        SELECT id, plan, employee, period, state, changed_at, changed_by FROM commission_statements
        WHERE employee = $1 ORDER BY id
        """
    static let rename: SQL = "UPDATE commission_statements SET plan = $2 WHERE id = $1 AND state = 'calculated'"
    static let remove: SQL = "DELETE FROM commission_statements WHERE id = $1 AND state = 'calculated'"
    static let clear: SQL = "DELETE FROM commission_lines WHERE statement = $1"
    static let addLine: SQL = """
        INSERT INTO commission_lines (statement, line, rule, measure, kind, deal, period, base, rate, amount, day)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """
    static let lines: SQL = """
        SELECT rule, measure, kind, deal, period, base, rate, amount, day FROM commission_lines
        WHERE statement = $1 ORDER BY line
        """
}
