internal import Exchange
internal import Ledger
internal import SalesDomain

/// Lines of statements: they come with these, or to statements that are known, of which they take the place of those that were
/// there.
extension ImportRun {
    /// What no statement of this import has taken.
    func takeStatementLines(_ index: Int) throws {
        try loadStatementLines()
        for names in waitingLines.names.inGroups(of: options.batch) {
            try batch("import commission_lines") { batch in
                for name in names { try takeLines(of: name, batch) }
            }
        }
        try handOverRejects(index)
    }

    private func takeLines(of name: StatementName, _ batch: ImportBatch) throws {
        let statements = batch.transaction.commissionStatements
        let source = try names.sourceID(batch.transaction)
        guard let employee = try batch.transaction.employees.find(name.employee, of: source)?.id,
            let known = try statements.find(employee, period: name.period, plan: name.plan)
        else { return refuseLines(of: name, .statementUnknown(name.text)) }
        do {
            let before = try statements.lines(of: known.id)
            let lines = try lines(of: name, batch)
            _ = try taken(try statements.set(lines, of: known), batch)
            settle(lines: waitingLines.take(name), known: before, now: lines)
        } catch LedgerError.stale {
            refuseLines(of: name, .statementFixed(name.text))
        } catch let cause as Refusal {
            refuseLines(of: name, .lineRefused(line: cause.line))
        }
    }

    func loadStatementLines() throws {
        guard !waitingLines.isLoaded else { return }
        waitingLines.isLoaded = true
        for index in plan.files.indices where plan.files[index].file == .commissionLines {
            var seen = RowsSeen()
            try chunksOfAnswers(index, CommissionLineRecord.self) { answers in
                for answer in answers {
                    switch answer {
                    case .refused(let refusal, let row): refuseLine(index, row, refusal)
                    case .record(let record, let row): wait(for: record, index, row, &seen)
                    }
                }
            }
        }
    }

    private func wait(for record: CommissionLineRecord, _ index: Int, _ row: CSVRow, _ seen: inout RowsSeen) {
        let name = StatementName(
            plan: record.plan, employee: record.employee, period: record.period, in: company.calendar)
        do throws(Refusal) {
            let identity = "\(name.text) / \(record.line)"
            guard try seen.isNew(identity, row, otherwise: { refusal(index, row, .line, $0) }) else {
                return count(index, .unchanged)
            }
            waitingLines.add(.init(record: record, file: index, row: row), to: name)
        } catch {
            refuseLine(index, row, error)
        }
    }

    private func refuseLine(_ index: Int, _ row: CSVRow, _ refusal: Refusal) {
        refuse(index, row, refusal)
        if let name = statementName(row, index) { waitingLines.refuse(line: row.line, of: name) }
    }

    /// All that wait, since their statement is not taken.
    func refuseLines(of name: StatementName, _ reason: Refusal.Reason) {
        for line in waitingLines.take(name).lines {
            refuse(line.file, line.row, refusal(line.file, line.row, .plan, reason))
        }
    }

    func settle(lines statement: WaitingLines.Statement, known: [CommissionLine]?, now: [CommissionLine]) {
        for line in statement.lines {
            count(line.file, known == now ? .unchanged : known?.isEmpty ?? true ? .added : .changed)
        }
    }

    /// Of a statement, all of them; throws the refusal of one that was refused. Which cannot be taken is told at its row.
    func lines(of name: StatementName, _ batch: ImportBatch) throws -> [CommissionLine] {
        let waiting = waitingLines.of(name)
        if let line = waiting.refusedLine {
            throw Refusal(file: "", line: line, column: .line, reason: .lineRefused(line: line))
        }
        return try waiting.inOrder.map { line in
            do { return try self.line(line.record, line.file, line.row, batch) } catch let cause as Refusal {
                waitingLines.drop(line, of: name)
                refuse(line.file, line.row, cause)
                throw cause
            }
        }
    }

    private func line(_ record: CommissionLineRecord, _ index: Int, _ row: CSVRow, _ batch: ImportBatch) throws
        -> CommissionLine
    {
        func money(_ amount: Amount, _ column: Column) throws -> Int64 {
            try amount.signed(in: company.baseCurrency) { refusal(index, row, column, $0) }.minorUnits
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
