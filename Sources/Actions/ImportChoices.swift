internal import Exchange
internal import Ledger
internal import SalesDomain

/// Reference funnels under their names, and the estimate that the company reads first.
extension ImportRun {
    func takeReferences(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, ReferenceRecord.self) { record, row, batch in
            let identity = record.name + " " + company.calendar.text(of: record.pinned)
            guard try seen.isNew(identity, row, otherwise: { refusal(index, row, .reference, $0) }) else {
                return .unchanged
            }
            let scope = try scope(department: record.department, employee: record.employee, batch)
            let reference = PinnedReference(
                name: record.name, scope: scope, isBest: record.best, from: record.from, to: record.to,
                pinned: record.pinned, by: try record.by.map { try names.employee($0, batch) }, ended: record.ended)
            return try taken(try batch.transaction.referenceFunnels.put(reference), batch)
        }
    }

    /// Of two columns of which one at most says something.
    func scope(department: String?, employee: String?, _ batch: ImportBatch) throws -> Scope {
        Scope(
            department: try department.map { try names.department($0, batch) },
            employee: try employee.map { try names.employee($0, batch) })
    }

    func takeHeadlines(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, HeadlineRecord.self) { record, row, batch in
            guard try seen.isNew("\(record.from)", row, otherwise: { refusal(index, row, .headline, $0) }) else {
                return .unchanged
            }
            let headline = Headline(
                method: record.method, from: record.from, by: try record.by.map { try names.employee($0, batch) })
            return try taken(try batch.transaction.headlines.put(headline), batch)
        }
    }
}
