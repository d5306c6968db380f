internal import Exchange
internal import Ledger
internal import SalesDomain

extension ExportRun {
    func giveSubmissions() throws {
        for submission in try ledger.submissions.all(in: company.calendar) {
            func amount(_ minor: Int64) -> Amount {
                Amount(Money(minorUnits: minor, currency: company.baseCurrency))
            }
            try add(
                SubmissionRecord(
                    employee: employee(submission.employee), period: submission.period, kind: submission.kind,
                    amount: amount(submission.amount), model: submission.model.map(amount), note: submission.note,
                    made: submission.made, by: submission.by.map(employee)))
        }
    }
}

extension ImportRun {
    func takeSubmissions(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, SubmissionRecord.self) { record, row, batch in
            let period = record.period.name(in: company.calendar)
            let made = company.calendar.text(of: record.made)
            let identity = "\(record.employee) \(period) \(record.kind.rawValue) \(made)"
            guard try seen.isNew(identity, row, otherwise: { refusal(index, row, .employee_id, $0) }) else {
                return .unchanged
            }
            let base = company.baseCurrency
            let amount = try money(record.amount, in: base, index, row, .amount)
            let submission = Submission(
                employee: try names.employee(record.employee, batch), period: record.period, kind: record.kind,
                amount: amount?.minorUnits ?? 0, note: record.note,
                model: try money(record.model, in: base, index, row, .mean)?.minorUnits, made: record.made,
                by: try record.by.map { try names.employee($0, batch) })
            return try taken(try batch.transaction.submissions.put(submission, period: period), batch)
        }
    }
}
