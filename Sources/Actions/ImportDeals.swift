internal import Exchange
internal import Ledger
internal import SalesDomain

/// Deals, each with its log, in one transaction.
extension ImportRun {
    /// A log may be without deals (they are known already), and deals without a log.
    func takeDealsWithLogs() throws {
        for index in plan.files.indices where plan.files[index].file == .dealLog { try stageLog(index) }
        for index in plan.files.indices where plan.files[index].file == .splits { try loadSplits(index) }
        for index in plan.files.indices where plan.files[index].file == .deals { try takeDeals(index) }
        try takeLogsOfKnownDeals()
        try takeSplitsOfKnownDeals()
    }

    private func takeDeals(_ index: Int) throws {
        let file = plan.files[index]
        let absent = Set(
            Deal.Field.allCases.filter { field in field.column.map { file.header.position(of: $0) == nil } ?? false })
        // An empty cell of it says as little as no column.
        let absentWithCurrency = absent.union([.currency])
        var seen = SeenRecords()
        try read(index, DealRecord.self) { records, source, transaction in
            let ids = records.map(\.id)
            try transaction.deals.foresee(ids, of: source)
            if let importID, logIndex != nil { try transaction.stagedLog.foresee(ids, in: importID) }
        } refused: { row, batch in
            guard let position = file.header.position(of: .deal_id), position < row.count else { return }
            let id = row.text(position)
            refusedDeals.insert(id.hashValue)
            try refuseLog(of: id, in: batch)
            refuseSplits(of: id)
        } take: { record, row, batch in
            guard !refusedDeals.contains(record.id.hashValue) else {
                throw refusal(index, row, .deal_id, .dealRefused(record.id))
            }
            let place = DealPlace(deals: file.source.name, line: row.line, log: logName)
            var deal = ImportedDeal(
                record: record, absent: record.currency == nil ? absentWithCurrency : absent, place: place)
            let shares = splits.rows[record.id] ?? []
            deal.shares = shares.map { ($0.record.employee, $0.record.share) }
            deal.record.pipeline = try record.pipeline ?? names.onlyPipeline(or: place, company.language)
            do {
                let taken = try take(deal, batch, &seen)
                settleSplits(splits.take(record.id), taken)
                return taken
            } catch let refusal as Refusal where refusal.file == logName && refusal.file != file.source.name {
                try refuseLog(of: record.id, because: refusal, in: batch)
                throw place.ofDeal(nil, .logRefused(line: refusal.line))
            }
        }
    }

    private func take(_ deal: ImportedDeal, _ batch: ImportBatch, _ seen: inout SeenRecords) throws -> Taken {
        let transaction = batch.transaction
        let log = try stagedLog(of: deal.record.id, transaction)
        let known = try transaction.deals.find(deal.record.id, of: names.sourceID(transaction))
        let reader = FieldReader(
            calendar: company.calendar, currency: try currency(of: deal.record, known, transaction), now: now)
        try deal.checkAmounts(reader)
        let history = try DealHistory(
            of: deal.record, log: log, reader: reader, absent: deal.absent,
            outcomes: names.outcome(pipeline:stage:), place: deal.place)
        if let known {
            let taken = try change(known, deal, history, reader, batch, isFirst: seen.insert(known.number))
            try settleLog(of: deal.record.id, entries: log.count, added: taken.added, batch)
            return taken.deal
        }
        let id = try add(deal, history, reader, batch)
        _ = seen.insert(id.number)
        try settleLog(of: deal.record.id, entries: log.count, added: log.count, batch)
        return .added
    }

    /// What amounts are counted in: as the row says, else as is known of the deal, else the company's own.
    private func currency(of record: DealRecord, _ known: Deal.ID?, _ transaction: any Transaction) throws -> Currency {
        if let told = record.currency { return told }
        return try known.flatMap { try transaction.deals.now($0)?.state.currency } ?? company.baseCurrency
    }

    private func add(_ deal: ImportedDeal, _ history: DealHistory, _ reader: FieldReader, _ batch: ImportBatch) throws
        -> Deal.ID
    {
        var resolver = DealResolver(names: names, batch: batch, deal: deal, reader: reader)
        let log = try resolver.changes(history, after: resolver.title(history))
        let present = try resolver.present(history)
        let row = DealRow(
            source: try names.sourceID(batch.transaction), externalID: deal.record.id, batch: try batch.id(),
            recordedAt: history.recordedAt, title: resolver.title(history),
            beginning: present.beginning(log.map(\.change), outcome: names.outcome(of:))
                .counted(in: reader.currency))
        let id = try batch.transaction.deals.add(row, log, outcome: names.outcome(of:))
        try resolver.writeSplits(of: id)
        return id
    }

    /// What is known of a deal and what the file says of it: new entries of its log first, then what still differs.
    private func change(
        _ id: Deal.ID, _ deal: ImportedDeal, _ history: DealHistory, _ reader: FieldReader, _ batch: ImportBatch,
        isFirst: Bool
    ) throws -> (deal: Taken, added: Int) {
        guard let now = try batch.transaction.deals.now(id), let row = try batch.transaction.deals.row(id) else {
            throw LedgerError.stale
        }
        var resolver = DealResolver(names: names, batch: batch, deal: deal, reader: reader)
        try resolver.learnSplits(of: id)
        let known = try batch.transaction.deals.log(of: id)
        let told = try resolver.changes(history, after: row.title).filter { !$0.isMade }.map(\.change)
        let before = DealKnown(id: id, row: row, now: now, log: known)
        let retelling = try Retelling(
            of: before, told, history, currency: reader.currency, outcome: names.outcome(of:)
        ) {
            deal.place.ofDeal($0.column, .logAgainstKnown(field: $0.exchangeName))
        }
        let present = try resolver.present(history)
        var difference = DealDifference(
            beginning: retelling.beginning, log: retelling.log.map(\.change), at: at, outcome: names.outcome(of:))
        for field in DealDifference.order where !deal.isSilent(on: field) || difference.lacks(field, of: present) {
            difference.reach(field, present[field], closedAt: deal.record.closedAt)
        }
        if !deal.shares.isEmpty { difference.reach(.split, present.split, closedAt: nil) }
        let title = try batch.transaction.deals.name(id)?.title
        if let wanted = deal.record.title, wanted != title {
            difference.reach(.title, try names.word(wanted, batch).number, closedAt: nil)
        }
        if !difference.appended.isEmpty, let later = try knownLater(id, known, batch) {
            throw deal.place.ofDeal(.deal_id, olderThanKnown(later))
        }
        guard !retelling.isKnown || !difference.appended.isEmpty else { return (.unchanged, 0) }
        guard isFirst else { throw deal.place.ofDeal(.deal_id, .sameIDOtherContent(deal.record.id)) }
        try retelling.write(and: difference.appended, batch, outcome: names.outcome(of:))
        try resolver.writeSplits(of: id)
        return (.changed, retelling.fresh)
    }
}

/// A row of `deals.csv` with what the import knows of its file.
struct ImportedDeal {
    var record: DealRecord
    /// Fields without a column.
    let absent: Set<Deal.Field>
    let place: DealPlace
    /// By `splits.csv`; empty: it says nothing of this deal.
    var shares: [(employee: String, share: Double)] = []

    /// Does the row say nothing of a field, so that what is known stays?
    func isSilent(on field: Deal.Field) -> Bool {
        if absent.contains(field) { return true }
        switch field {
        case .currency: return record.currency == nil
        case .category, .nextStep, .merged, .removed, .split, .title, .created: return true
        case .stage, .amount, .owner, .expectedClose, .product, .account, .source, .pipeline, .cost, .vatRate,
            .lostReason, .lead, .createdAt, .closedAt, .status:
            return false
        }
    }

    func checkAmounts(_ reader: FieldReader) throws(Refusal) {
        for field in [Deal.Field.amount, .cost] { _ = try record.value(of: field, reader: reader, place: place) }
    }
}
