package import SalesDomain

/// Who says something of the company's own records: when it was known, and the batch on which its entries of the log hang.
package struct Telling {
    package let at: Instant
    /// What is said first without a date is history: it forbids nothing that was dated.
    let isDated: Bool
    let batch: () throws -> Batch.ID

    /// `batch` is asked for only where something that is dated changes.
    package init(at: Instant, isDated: Bool = false, batch: @escaping () throws -> Batch.ID) {
        self.at = at
        self.isDated = isDated
        self.batch = batch
    }
}

extension Telling {
    /// When a record is known to have been told of last.
    func mark(after before: Instant?) -> Instant {
        guard let before else { return isDated ? at : Instant(microseconds: 0) }
        return max(before, at)
    }
}

extension Transaction {
    /// Adds a record, or changes the one there is, and dates what it says otherwise than before. What tells first of a record
    /// that was only named until then is known since ever, as a new record is.
    /// - Parameters:
    ///   - told: what marks the record of a number as told, from `$1` on `$2`.
    ///   - changes: what of a known record is dated and differs.
    func put<ID, Row: Equatable>(
        _ row: Row, over known: (id: Key<ID>, row: Row)?, by telling: Telling, told: (asked: SQL, marked: SQL),
        changes: (Key<ID>, Row) -> [CompanyChange.What], add: () throws -> Key<ID>, change: (Key<ID>) throws -> Void
    ) throws -> Put<Key<ID>> {
        let put = try put(row, over: known, add: add, change: change)
        let before = try first(told.asked, [Value(put.id)]) { $0.maybeInstant(0) } ?? nil
        if case .unchanged = put, before != nil { return put }
        if let known, before != nil {
            for what in changes(known.id, known.row) {
                try companyLog.append(CompanyChange(what, recordedAt: telling.at), in: try telling.batch())
            }
        }
        try run(told.marked, [Value(put.id), Value(telling.mark(after: before))])
        return put
    }
}
