internal import Exchange
internal import Ledger
internal import SalesDomain

/// A log comes in any order, a deal is taken with the whole of its own: so the log waits in the ledger, by deal.
extension ImportRun {
    /// The log's file, for places of refusals.
    var logName: String { logIndex.map { plan.files[$0].source.name } ?? ExchangeFile.dealLog.fileName }

    var logIndex: Int? { plan.files.firstIndex { $0.file == .dealLog } }

    func stageLog(_ index: Int) throws {
        let header = plan.files[index].header
        let columns: [Column] = [.deal_id, .changed_at, .recorded_at, .field, .old, .new, .by]
        try chunksOfAnswers(index, LogRecord.self) { answers in
            try writing.batch { transaction in
                let id = try importID(transaction)
                for answer in answers {
                    let (row, refusal) = answer.parts
                    let texts = columns.map { column in
                        header.position(of: column).flatMap { $0 < row.count ? row.text($0) : nil } ?? ""
                    }
                    if let refusal { refuse(index, row, refusal) }
                    guard !texts[0].isEmpty else { continue }
                    // Of a refused row only its deal is known: that deal is refused with it.
                    let entry = StagedEntry(
                        deal: texts[0], line: row.line, changedAt: texts[1], recordedAt: texts[2],
                        field: refusal == nil ? texts[3] : StagedEntry.refusedField, old: texts[4], new: texts[5],
                        by: texts[6])
                    try transaction.stagedLog.add(entry, to: id)
                }
            }
            try handOverRejects(index)
        }
    }

    /// Refuses a deal of whose log a row was refused.
    func stagedLog(of deal: String, _ transaction: any Transaction) throws -> [DealHistory.Entry] {
        guard logIndex != nil, let importID else { return [] }
        return try transaction.stagedLog.of(deal, in: importID).map { try entry($0) }
    }

    private func entry(_ staged: StagedEntry) throws(Refusal) -> DealHistory.Entry {
        func refusal(_ column: Column?, _ reason: Refusal.Reason) -> Refusal {
            Refusal(file: logName, line: staged.line, column: column, reason: reason)
        }
        guard staged.field != StagedEntry.refusedField else {
            throw refusal(nil, .logRefused(line: staged.line))
        }
        guard let field = Deal.Field(exchangeName: staged.field),
            let changedAt = company.calendar.instant(staged.changedAt)
        else { throw refusal(.field, .fieldUnknown(staged.field)) }
        let record = LogRecord(
            deal: staged.deal, changedAt: changedAt,
            recordedAt: staged.recordedAt.isEmpty ? nil : company.calendar.instant(staged.recordedAt), field: field,
            old: staged.old.isEmpty ? nil : staged.old, new: staged.new.isEmpty ? nil : staged.new,
            by: staged.by.isEmpty ? nil : staged.by)
        return DealHistory.Entry(record, line: staged.line)
    }

    /// The deal was taken, and its log with it.
    func settleLog(of deal: String, entries: Int, added: Int, _ batch: ImportBatch) throws {
        guard entries > 0, let index = logIndex, let importID else { return }
        report.files[index].read += entries
        report.files[index].added += added
        report.files[index].unchanged += entries - added
        try batch.transaction.stagedLog.clear(deal, in: importID)
    }

    /// The deal was refused, and its log with it; `because` tells of one row what is wrong with it.
    func refuseLog(of deal: String, because cause: Refusal? = nil, in batch: ImportBatch) throws {
        guard let index = logIndex, let importID else { return }
        let entries = try batch.transaction.stagedLog.of(deal, in: importID).filter { !$0.isRefused }
        // What is wrong with the log as a whole is said of its first row.
        let place = cause?.line == 0 ? entries.first?.line : cause?.line
        for entry in entries {
            let refusal =
                place == entry.line
                ? cause.map { Refusal(file: logName, line: entry.line, column: $0.column, reason: $0.reason) }
                : Refusal(file: logName, line: entry.line, column: .deal_id, reason: .dealRefused(deal))
            if let refusal { refuse(index, row(of: entry, index), refusal) }
        }
        try batch.transaction.stagedLog.clear(deal, in: importID)
    }

    /// What is left waits for deals that this import did not bring: those that are known take it.
    func takeLogsOfKnownDeals() throws {
        guard let index = logIndex, let importID else { return }
        while true {
            let deals = try firstWaiting(importID)
            guard !deals.isEmpty else { return }
            try batch("import deal_log") { batch in
                for deal in deals { try takeLog(of: deal, index, batch) }
            }
            try handOverRejects(index)
        }
    }

    private func firstWaiting(_ id: Import.ID) throws -> [String] {
        try writing.batch { try $0.stagedLog.deals(in: id, atMost: options.batch) }
    }

    private func takeLog(of deal: String, _ index: Int, _ batch: ImportBatch) throws {
        let source = try names.sourceID(batch.transaction)
        guard let id = try batch.transaction.deals.find(deal, of: source) else {
            return try refuseWaiting(deal, .dealUnknown(deal), index, batch)
        }
        do {
            let entries = try stagedLog(of: deal, batch.transaction)
            names.place = .init(file: index, line: entries.first?.line ?? 0)
            let added = try append(entries, to: id, deal, batch)
            try settleLog(of: deal, entries: entries.count, added: added, batch)
        } catch let refusal as Refusal {
            try refuseLog(of: deal, because: refusal, in: batch)
        }
    }

    private func append(_ entries: [DealHistory.Entry], to id: Deal.ID, _ name: String, _ batch: ImportBatch) throws
        -> Int
    {
        guard let now = try batch.transaction.deals.now(id), let row = try batch.transaction.deals.row(id),
            let pipeline = names.name(of: now.state.pipeline)
        else { throw LedgerError.stale }
        var record = DealRecord(id: name, stage: "", status: now.state.status, createdAt: now.state.createdAt)
        record.pipeline = pipeline
        let place = DealPlace(deals: logName, line: 0, log: logName)
        let deal = ImportedDeal(record: record, absent: Set(Deal.Field.allCases), place: place)
        let reader = FieldReader(
            calendar: company.calendar, currency: now.state.currency ?? company.baseCurrency, now: self.now)
        let history = try DealHistory(continuing: record, log: entries, reader: reader, place: place)
        var resolver = DealResolver(names: names, batch: batch, deal: deal, reader: reader)
        try resolver.learnSplits(of: id)
        let known = DealKnown(id: id, row: row, now: now, log: try batch.transaction.deals.log(of: id))
        let told = try resolver.changes(history, after: row.title).map(\.change)
        let retelling = try Retelling(
            of: known, told, history, currency: reader.currency, mustEndAsKnown: true, outcome: names.outcome(of:)
        ) {
            place.ofDeal($0.column, .logAgainstKnown(field: $0.exchangeName))
        }
        guard !retelling.isKnown else { return 0 }
        try retelling.write(and: [], batch, outcome: names.outcome(of:))
        try resolver.writeSplits(of: id)
        return retelling.fresh
    }

    private func refuseWaiting(_ deal: String, _ reason: Refusal.Reason, _ index: Int, _ batch: ImportBatch) throws {
        guard let importID else { return }
        for entry in try batch.transaction.stagedLog.of(deal, in: importID) where !entry.isRefused {
            let refusal = Refusal(file: logName, line: entry.line, column: .deal_id, reason: reason)
            refuse(index, row(of: entry, index), refusal)
        }
        try batch.transaction.stagedLog.clear(deal, in: importID)
    }

    /// The row as it stood, but for columns that were not understood.
    private func row(of entry: StagedEntry, _ index: Int) -> CSVRow {
        let header = plan.files[index].header
        var texts = [String](repeating: "", count: header.width)
        let parts: [(Column, String)] = [
            (.deal_id, entry.deal), (.changed_at, entry.changedAt), (.recorded_at, entry.recordedAt),
            (.field, entry.field), (.old, entry.old), (.new, entry.new), (.by, entry.by),
        ]
        for (column, text) in parts {
            if let position = header.position(of: column) { texts[position] = text }
        }
        return CSVRow(line: entry.line, texts: texts)
    }
}

extension StagedEntry {
    /// Marks a row that was refused by itself and counted already.
    fileprivate static let refusedField = "!"
    fileprivate var isRefused: Bool { field == StagedEntry.refusedField }
}

extension RecordReader.Answer {
    /// Nil: it was refused.
    var record: Record? {
        switch self {
        case .record(let record, _): record
        case .refused: nil
        }
    }

    var parts: (CSVRow, Refusal?) {
        switch self {
        case .record(_, let row): (row, nil)
        case .refused(let refusal, let row): (row, refusal)
        }
    }
}
