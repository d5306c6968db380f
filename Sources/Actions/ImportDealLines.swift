internal import Exchange
internal import Ledger
internal import SalesDomain

/// The lines of a deal are one thing: a file's lines of a deal take the place of those that were known.
extension ImportRun {
    func takeDealLines(_ index: Int) throws {
        var waiting: [String: [(record: DealLineRecord, row: CSVRow)]] = [:]
        var order: [String] = []
        try chunksOfAnswers(index, DealLineRecord.self) { answers in
            for answer in answers {
                switch answer {
                case .refused(let refusal, let row): refuse(index, row, refusal)
                case .record(let record, let row):
                    if waiting[record.deal] == nil { order.append(record.deal) }
                    waiting[record.deal, default: []].append((record, row))
                }
            }
        }
        for deals in order.inGroups(of: options.batch) {
            try batch("import deal_lines") { batch in
                for deal in deals { try takeLines(of: deal, waiting[deal] ?? [], index, batch) }
            }
        }
        try handOverRejects(index)
    }

    private func takeLines(
        of name: String, _ lines: [(record: DealLineRecord, row: CSVRow)], _ index: Int, _ batch: ImportBatch
    ) throws {
        do {
            let id = try knownDeal(name, index, lines[0].row, batch)
            let currency = try batch.transaction.deals.now(id)?.state.currency ?? company.baseCurrency
            let rows = try lines.map { try self.line($0.record, $0.row, currency, index, batch) }
            let before = try batch.transaction.dealLines.of(id)
            let changed = try batch.transaction.dealLines.set(rows, of: id, in: try batch.id())
            for _ in lines { count(index, changed ? (before.isEmpty ? .added : .changed) : .unchanged) }
        } catch let cause as Refusal {
            for (_, row) in lines {
                refuse(
                    index, row, Refusal(file: cause.file, line: row.line, column: cause.column, reason: cause.reason))
            }
        }
    }

    private func line(
        _ record: DealLineRecord, _ row: CSVRow, _ currency: Currency, _ index: Int, _ batch: ImportBatch
    ) throws -> DealLineRow {
        names.place = .init(file: index, line: row.line)
        return DealLineRow(
            product: try record.product.map { try names.product($0, batch) }, quantity: record.quantity,
            price: try money(record.price, in: currency, index, row, .price)?.minorUnits,
            cost: try money(record.cost, in: currency, index, row, .cost)?.minorUnits)
    }
}
