internal import SalesDomain

/// What must be appended to a deal's log so that it ends where a file says it stands.
struct DealDifference {
    private(set) var appended: [DealChange] = []
    private let beginning: DealState
    private var log: [DealChange]
    private let at: Instant
    private let outcome: (Stage.ID) -> Stage.Outcome
    private var state: DealState

    /// A stage tells the status, and both tell when a deal was closed: so they come before what only corrects them.
    static let order: [Deal.Field] = [
        .createdAt, .pipeline, .stage, .status, .closedAt, .lostReason, .currency, .amount, .cost, .vatRate, .owner,
        .account, .product, .source, .lead, .expectedClose,
    ]

    init(
        beginning: DealState, log: [DealChange], at: Instant, outcome: @escaping (Stage.ID) -> Stage.Outcome
    ) {
        self.beginning = beginning
        self.log = log
        self.at = at
        self.outcome = outcome
        state = DealState.fold(beginning, log, outcome: outcome)
    }

    /// Appends a change of `field` to `value` unless the log ends there. What closed the deal, and the pipeline whose stage did,
    /// became so when it was closed; anything else when it became known.
    mutating func reach(_ field: Deal.Field, _ value: Int64?, closedAt: Instant?) {
        guard state[field] != value else { return }
        let group = DealDifference.fieldsThatTell(field)
        let last = log.last { group.contains($0.field) }.map { last in
            log.reduce(last.changedAt) { group.contains($1.field) ? max($0, $1.changedAt) : $0 }
        }
        let belongs = DealDifference.isOfClosing(field) ? closedAt ?? at : at
        let changedAt = max(belongs, last ?? belongs)
        let change = DealChange(
            changedAt: changedAt, recordedAt: max(at, changedAt), field: field, old: state[field], new: value, by: nil)
        appended.append(change)
        log.append(change)
        state = DealState.fold(beginning, log, outcome: outcome)
    }

    /// Was the currency never said of a deal that has its first amount or cost now? Then that is in the company's own, as with
    /// a deal that comes with it.
    func lacks(_ field: Deal.Field, of present: DealState) -> Bool {
        field == .currency && state.currency == nil && present.currency != nil
    }

    /// Those that are not in the log yet; of equal entries as many as are missing.
    static func missing(_ changes: [DealChange], in log: [DealChange]) -> [DealChange] {
        var known: [Identity: Int] = [:]
        for change in log { known[Identity(change), default: 0] += 1 }
        return changes.filter { change in
            let identity = Identity(change)
            guard let count = known[identity], count > 0 else { return true }
            known[identity] = count - 1
            return false
        }
    }

    /// `changes`, those that are in the log already as they stand there.
    static func asKnown(_ changes: [DealChange], in log: [DealChange]) -> [DealChange] {
        var known = Dictionary(grouping: log, by: Identity.init)
        return changes.map { change in
            guard let entries = known[Identity(change)], let first = entries.first else { return change }
            known[Identity(change)] = Array(entries.dropFirst())
            return first
        }
    }

    /// A change, whenever it was recorded and whoever made it.
    private struct Identity: Hashable {
        let changedAt: Instant
        let field: Deal.Field
        let old: Int64?
        let new: Int64?
        init(_ change: DealChange) {
            changedAt = change.changedAt
            field = change.field
            old = change.old
            new = change.new
        }
    }

    private static func isOfClosing(_ field: Deal.Field) -> Bool {
        switch field {
        case .pipeline, .stage, .status, .closedAt, .lostReason: true
        case .created, .amount, .owner, .expectedClose, .currency, .product, .account, .source, .title, .cost,
            .vatRate, .lead, .category, .nextStep, .split, .createdAt, .merged, .removed:
            false
        }
    }

    private static func fieldsThatTell(_ field: Deal.Field) -> Set<Deal.Field> {
        switch field {
        case .pipeline, .stage: [.pipeline, .stage, .status, .closedAt]
        case .status, .closedAt: [.stage, .status, .closedAt]
        case .created, .amount, .owner, .expectedClose, .currency, .product, .account, .source, .title, .cost,
            .vatRate, .lostReason, .lead, .category, .nextStep, .split, .createdAt, .merged, .removed:
            [field]
        }
    }
}
