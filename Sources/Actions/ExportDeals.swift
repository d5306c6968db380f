internal import Exchange
internal import Ledger
internal import SalesDomain

/// Deals as they stand, and how they came to it.
extension ExportRun {
    func giveDeals() throws {
        try ledger.deals.eachNow { _, row in try add(try record(row)) }
    }

    private func record(_ row: DealRow) throws -> DealRecord {
        let state = row.beginning
        let currency = state.currency ?? company.baseCurrency
        var record = DealRecord(
            id: names.external(row.externalID, of: row.source),
            stage: state.stage.flatMap { names.stageNames[$0] } ?? "",
            status: state.status, createdAt: state.createdAt)
        record.title = row.title
        record.pipeline = names.pipelineNames[state.pipeline]
        record.owner = state.owner.map(employee)
        record.account = try state.account.flatMap(names.account)
        record.product = state.product.flatMap { names.products[$0] }
        record.source = try state.source.flatMap(names.word)
        record.amount = amount(state.amount, currency)
        record.currency = state.currency
        record.cost = amount(state.cost, currency)
        record.vatRate = state.vatRate.map { Double($0) / 1e6 }
        record.expectedClose = state.expectedClose
        record.closedAt = state.closedAt
        record.lostReason = try state.lostReason.flatMap(names.word)
        record.lead = try state.lead.flatMap(names.word)
        return record
    }

    func giveLog() throws {
        var last = Deal.ID(0)
        while let end = try giveLogs(after: last) { last = end }
    }

    /// Some thousand deals with three questions, rather than one deal with two. Answers the last of them; nil: no more.
    private func giveLogs(after last: Deal.ID) throws -> Deal.ID? {
        let rows = try ledger.deals.rows(after: last, limit: 4_096)
        guard let end = rows.last?.id else { return nil }
        var logs: [Deal.ID: [DealChange]] = [:]
        var states: [Deal.ID: DealState] = [:]
        try ledger.deals.eachChange(after: last, through: end) { logs[$0.deal, default: []].append($0.change) }
        try ledger.deals.eachNow(after: last, through: end) { id, _, state in states[id] = state }
        for (id, row) in rows {
            guard let now = states[id] else { continue }
            let log = (logs[id] ?? []).inOrderOfTime
            if let record = creation(row, now, log) { try add(record) }
            for change in log { try add(try record(change, of: id, row, now)) }
        }
        return end
    }

    /// A deal that was recorded at another time than the rest of its log lets one think says so in its log.
    private func creation(_ row: DealRow, _ now: DealState, _ log: [DealChange]) -> LogRecord? {
        let presumed = DealHistory.recorded(created: now.createdAt, log.map { ($0.changedAt, $0.recordedAt) })
        guard row.recordedAt != presumed else { return nil }
        return LogRecord(
            deal: names.external(row.externalID, of: row.source), changedAt: min(now.createdAt, row.recordedAt),
            recordedAt: row.recordedAt, field: .created, old: nil, new: nil, by: nil)
    }

    private func record(_ change: DealChange, of id: Deal.ID, _ row: DealRow, _ now: DealState) throws -> LogRecord {
        let reader = FieldReader(calendar: company.calendar, currency: now.currency ?? company.baseCurrency)
        func text(_ value: Int64?) throws -> String? {
            if change.field == .title, value == nil { return row.title }
            guard let value else { return nil }
            return reader.text(try named(value, in: change.field, of: id) ?? .number(value), of: change.field)
        }
        return LogRecord(
            deal: names.external(row.externalID, of: row.source), changedAt: change.changedAt,
            recordedAt: change.recordedAt == change.changedAt ? nil : change.recordedAt, field: change.field,
            old: try text(change.old), new: try text(change.new), by: change.by.map(employee))
    }

    /// Nil for a value that is a number to a reader, too.
    private func named(_ value: Int64, in field: Deal.Field, of deal: Deal.ID) throws -> FieldValue? {
        let name: String?
        switch field {
        case .stage: name = names.stageNames[Key(value)]
        case .owner: name = employee(Key(value))
        case .product: name = names.products[Key(value)]
        case .account: name = try names.account(Key(value))
        case .pipeline: name = names.pipelineNames[Key(value)]
        case .source, .title, .lostReason, .lead, .category, .nextStep: name = try names.word(Key(value))
        case .merged: name = try names.deal(Key(value))
        case .split: name = SplitText.print(try shares(of: deal, edition: value))
        case .created, .amount, .expectedClose, .currency, .cost, .vatRate, .createdAt, .closedAt, .removed, .status:
            return nil
        }
        return name.map { .name($0) }
    }

    private func shares(of deal: Deal.ID, edition: Int64) throws -> [(employee: String, share: Double)] {
        try ledger.splits.of(deal, edition: edition).map { (employee($0.employee), $0.share) }
            .sorted { $0.employee < $1.employee }
    }

    func giveLines() throws {
        try ledger.dealLines.each { deal, line in
            let currency = try ledger.deals.now(deal)?.state.currency ?? company.baseCurrency
            try add(
                DealLineRecord(
                    deal: try names.deal(deal) ?? "", product: line.product.flatMap { names.products[$0] },
                    quantity: line.quantity, price: amount(line.price, currency), cost: amount(line.cost, currency)))
        }
    }

    func giveSplits() throws {
        try ledger.deals.eachNow { id, row in
            guard let edition = row.beginning.split else { return }
            for (employee, share) in try shares(of: id, edition: edition) {
                try add(
                    SplitRecord(
                        deal: names.external(row.externalID, of: row.source), employee: employee, share: share))
            }
        }
    }
}
