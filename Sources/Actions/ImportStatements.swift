internal import Exchange
internal import Ledger
internal import SalesDomain

/// Statements, each taken whole with its lines; a statement that was approved here keeps the lines that it has.
extension ImportRun {
    func takeStatements(_ index: Int) throws {
        let lines = try statementLines()
        var seen = RowsSeen()
        var taken: Set<String> = []
        try read(index, CommissionStatementRecord.self) { record, row, batch in
            let period = record.period.name(in: company.calendar)
            let identity = StatementName(record.plan, record.employee, period).text
            guard try seen.isNew(identity, row, otherwise: { refusal(index, row, .plan, $0) }) else {
                return .unchanged
            }
            taken.insert(identity)
            let statement = CommissionStatement(
                employee: try names.employee(record.employee, batch), plan: record.plan, period: record.period,
                state: record.state,
                lines: try (lines[identity] ?? []).sorted { $0.record.line < $1.record.line }.map {
                    try line($0.record, $0.file, $0.row, batch)
                })
            let by = try record.by.map { try names.employee($0, batch) }
            do {
                let put = try batch.transaction.commissionStatements.put(
                    statement, period: period, at: record.at, by: by)
                return try self.taken(put, batch)
            } catch LedgerError.stale {
                throw refusal(index, row, .plan, .statementFixed(identity))
            }
        }
        for line in lines.sorted(by: { $0.key < $1.key }) where !taken.contains(line.key) {
            for waiting in line.value {
                refuse(
                    waiting.file, waiting.row, refusal(waiting.file, waiting.row, .plan, .statementUnknown(line.key)))
            }
        }
    }

    private struct Waiting {
        let record: CommissionLineRecord
        let file: Int
        let row: CSVRow
    }

    /// By the statement to which they belong.
    private func statementLines() throws -> [String: [Waiting]] {
        var lines: [String: [Waiting]] = [:]
        for file in plan.files.indices where plan.files[file].file == .commissionLines {
            try read(file, CommissionLineRecord.self) { record, row, _ in
                let period = record.period.name(in: company.calendar)
                let name = StatementName(record.plan, record.employee, period).text
                lines[name, default: []].append(Waiting(record: record, file: file, row: row))
                return .unchanged
            }
        }
        return lines
    }

    private func line(_ record: CommissionLineRecord, _ index: Int, _ row: CSVRow, _ batch: ImportBatch) throws
        -> CommissionLine
    {
        func money(_ amount: Amount, _ column: Column) throws -> Int64 {
            do {
                return try Money(decimal: amount.text, currency: company.baseCurrency).minorUnits
            } catch {
                throw refusal(index, row, column, .notANumber(amount.text))
            }
        }
        func whole(_ amount: Amount) throws -> Int64 {
            guard let number = Int64(amount.text) else { throw refusal(index, row, .base, .notWhole(amount.text)) }
            return number
        }
        let isMoney = record.measure.isMoney
        return CommissionLine(
            rule: record.rule, measure: record.measure, kind: record.kind,
            deal: try record.deal.map { try knownDeal($0, index, row, batch) },
            day: record.day, period: record.ofPeriod?.name(in: company.calendar),
            base: isMoney ? try money(record.base, .base) : try whole(record.base),
            rate: try record.rate.map {
                isMoney ? FieldReader.millionths(Double(plain: $0.text) ?? 0) : try money($0, .rate)
            }, amount: try money(record.amount, .amount))
    }
}

/// What a line of a file names its statement by.
private struct StatementName {
    let text: String
    init(_ plan: String, _ employee: String, _ period: String) { text = "\(plan) \(employee) \(period)" }
}
