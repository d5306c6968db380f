internal import Exchange
internal import Ledger
internal import SalesDomain

/// Turns the words of a deal and its log into the ledger's numbers, making what is named and not known.
struct DealResolver {
    let names: ImportNames
    let batch: ImportBatch
    let deal: ImportedDeal
    let reader: FieldReader
    private var editions: SplitEditions

    init(names: ImportNames, batch: ImportBatch, deal: ImportedDeal, reader: FieldReader) {
        editions = SplitEditions(names: names, batch: batch)
        self.names = names
        self.batch = batch
        self.deal = deal
        self.reader = reader
    }

    /// What the deal is now by `deals.csv`; of what has no column there, by its log.
    mutating func present(_ history: DealHistory) throws -> DealState {
        let record = deal.record
        let pipeline = try names.pipeline(record.pipeline ?? "", batch)
        var state = DealState(pipeline: pipeline, createdAt: record.createdAt)
        state.status = record.status
        state.closedAt = record.closedAt
        state.stage = try names.stage(record.stage, in: pipeline, presumed: record.status.outcome, batch)
        state.currency = record.currency
        for field in DealResolver.looked {
            let value = try record.value(of: field, reader: reader, place: deal.place)
            state.set(field, try number(value, of: field, in: pipeline))
        }
        for field in Deal.Field.allCases where field.column == nil || deal.absent.contains(field) {
            guard let last = history.changes.last(where: { $0.field == field }) else { continue }
            state.set(field, try number(last.new, of: field, in: pipeline))
        }
        let tellsMoney =
            record.amount != nil || record.cost != nil
            || history.changes.contains { $0.field == .amount || $0.field == .cost }
        if state.currency == nil, tellsMoney { state.currency = reader.currency }
        if !deal.shares.isEmpty { state.split = try editions.number(of: deal.shares) }
        return state
    }

    private static let looked: [Deal.Field] = [
        .owner, .amount, .cost, .expectedClose, .product, .account, .source, .vatRate, .lostReason, .lead,
    ]

    mutating func learnSplits(of id: Deal.ID) throws { try editions.learn(of: id) }

    func writeSplits(of id: Deal.ID) throws { try editions.write(of: id) }

    /// The title before its first change.
    func title(_ history: DealHistory) -> String? {
        guard let first = history.changes.first(where: { $0.field == .title }) else { return deal.record.title }
        return reader.text(first.old, of: .title)
    }

    /// `title`: the one that the deal's own record holds; in the log it is no word.
    mutating func changes(_ history: DealHistory, after title: String?) throws -> [DealEntry] {
        let changes = history.carryingStages(deal.record.stage) {
            names.outcome(pipeline: $0, stage: $1) != nil
        }
        let pipelines = DealHistory.pipelines(of: changes, endingIn: deal.record.pipeline ?? "")
        var resolved: [DealEntry] = []
        for (change, around) in zip(changes, pipelines) {
            let ownTitle: FieldValue? = change.field == .title ? title.map { .name($0) } : nil
            func number(_ value: FieldValue?, in pipeline: String) throws -> Int64? {
                if ownTitle != nil, value == ownTitle { return nil }
                return try self.number(value, of: change.field, in: try names.pipeline(pipeline, batch))
            }
            let (old, new) = (try number(change.old, in: around.old), try number(change.new, in: around.new))
            let by = try change.by.map { try names.employee($0, batch) }
            let entry = DealChange(
                changedAt: change.changedAt, recordedAt: change.recordedAt, field: change.field, old: old, new: new,
                by: by)
            resolved.append(DealEntry(entry, isMade: !change.written))
        }
        return resolved
    }

    private mutating func number(_ value: FieldValue?, of field: Deal.Field, in pipeline: Pipeline.ID) throws -> Int64?
    {
        switch value {
        case nil: nil
        case .number(let number): number
        case .name(let name): try number(named: name, of: field, in: pipeline)
        }
    }

    private mutating func number(named name: String, of field: Deal.Field, in pipeline: Pipeline.ID) throws -> Int64? {
        switch field {
        case .stage:
            let presumed = name == deal.record.stage ? deal.record.status.outcome : .open
            return try names.stage(name, in: pipeline, presumed: presumed, batch).number
        case .owner: return try names.employee(name, batch).number
        case .product: return try names.product(name, batch).number
        case .account: return try names.account(name, batch).number
        case .pipeline: return try names.pipeline(name, batch).number
        case .source, .lostReason, .lead, .category, .nextStep, .title: return try names.word(name, batch).number
        case .merged:
            let source = try names.sourceID(batch.transaction)
            guard let found = try batch.transaction.deals.find(name, of: source) else {
                throw deal.place.ofDeal(nil, .dealUnknown(name))
            }
            return found.number
        case .split:
            guard let shares = SplitText.read(name) else { throw deal.place.ofDeal(nil, .notASplit(name)) }
            return try editions.number(of: shares)
        case .created, .amount, .expectedClose, .currency, .cost, .vatRate, .createdAt, .closedAt, .removed, .status:
            return nil
        }
    }
}
