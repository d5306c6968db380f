internal import Exchange
internal import Ledger
internal import SalesDomain

/// Statements, each taken whole with its lines, or not at all; one that was approved here keeps the lines that it has, and so
/// does one whose lines no file tells.
extension ImportRun {
    func takeStatements(_ index: Int) throws {
        try loadStatementLines()
        var seen = RowsSeen()
        try read(
            index, CommissionStatementRecord.self,
            refused: { row, _ in
                if let name = statementName(row, index) { refuseLines(of: name, .statementRefused(line: row.line)) }
            }
        ) { record, row, batch in
            let name = StatementName(
                plan: record.plan, employee: record.employee, period: record.period, in: company.calendar)
            guard try seen.isNew(name.text, row, otherwise: { refusal(index, row, .plan, $0) }) else {
                return .unchanged
            }
            return try take(record, name, index, row, batch)
        }
    }

    private func take(
        _ record: CommissionStatementRecord, _ name: StatementName, _ index: Int, _ row: CSVRow, _ batch: ImportBatch
    ) throws -> Taken {
        let employee = try names.employee(record.employee, batch)
        let statements = batch.transaction.commissionStatements
        let known = try statements.find(employee, period: name.period, plan: name.plan)
        // Later lines could not be told from a change of what is settled.
        if known == nil, record.state.isFixed, !bringsLines { throw refusal(index, row, .state, .linesMissing) }
        let before = try known.map { try statements.lines(of: $0.id) }
        let lines = try bringsLines ? linesInHand(of: name, index, row, batch) : before ?? []
        let statement = CommissionStatement(
            employee: employee, plan: record.plan, period: record.period, state: record.state, lines: lines)
        let by = try record.by.map { try names.employee($0, batch) }
        do {
            let put = try statements.put(statement, period: name.period, at: record.at, by: by)
            settle(lines: waitingLines.take(name), known: before, now: lines)
            return try taken(put, batch)
        } catch LedgerError.stale {
            throw refusal(index, row, .plan, .statementFixed(name.text))
        }
    }

    private var bringsLines: Bool { plan.files.contains { $0.file == .commissionLines } }

    /// Refuses the statement of whose lines one cannot be taken; that one is told at its own row.
    private func linesInHand(of name: StatementName, _ index: Int, _ row: CSVRow, _ batch: ImportBatch) throws
        -> [CommissionLine]
    {
        do {
            return try lines(of: name, batch)
        } catch let cause as Refusal {
            throw refusal(index, row, .plan, .lineRefused(line: cause.line))
        }
    }

    func statementName(_ row: CSVRow, _ index: Int) -> StatementName? {
        let file = plan.files[index]
        return StatementName(
            Fields(row: row, header: file.header, file: file.source.name, calendar: company.calendar))
    }
}
