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
            let scope: Scope
            if let employee = record.employee {
                scope = .employee(try names.employee(employee, batch))
            } else if let department = record.department {
                scope = .department(try names.department(department, batch))
            } else {
                scope = .company
            }
            let reference = PinnedReference(
                name: record.name, scope: scope, isBest: record.best, from: record.from, to: record.to,
                pinned: record.pinned, by: try record.by.map { try names.employee($0, batch) }, ended: record.ended)
            return try taken(try batch.transaction.referenceFunnels.put(reference), batch)
        }
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
