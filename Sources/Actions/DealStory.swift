internal import Ledger
internal import SalesDomain

/// What is known of a deal and what a log tells of it, made one story.
///
/// Entries that nobody told, which an import made of the deal's row alone, give way where the told ones say the same better, or
/// where both cannot hold; so does the beginning, which is what the first change of a field was made from. What was told
/// before, or done by a person, stays.
struct DealStory {
    enum Telling {
        case known
        case more([DealEntry])
        /// The whole log, and how the deal began; `gaveWay`: fields whose made entries could not hold.
        case anew(DealState, [DealEntry], gaveWay: Set<Deal.Field>)
    }
    /// What is told of a field does not go on from what was told before.
    struct Broken: Error { let field: Deal.Field }

    let beginning: DealState
    let now: DealState
    let known: [DealEntry]
    let told: [DealChange]
    /// Of amounts, where nothing says it.
    let currency: Currency
    let outcome: (Stage.ID) -> Stage.Outcome

    /// - Parameter begun: the batch in which the deal was entered.
    init(
        beginning: DealState, now: DealState, log: [DealLogRow], begun: Batch.ID, told: [DealChange],
        currency: Currency, outcome: @escaping (Stage.ID) -> Stage.Outcome
    ) {
        self.beginning = beginning
        self.now = now
        self.told = told
        self.currency = currency
        self.outcome = outcome
        known = log.map { row in
            DealEntry(row.change, isMade: row.isMade ?? DealStory.looksMade(row, begun: begun, outcome))
        }
    }

    func telling() throws(Broken) -> Telling {
        guard !told.isEmpty else { return .known }
        let kept = known.filter { !isSaidBetter($0) }
        if let whole = DealStory.whole(kept, told) { return telling(whole, gaveWay: []) }
        let broken = DealStory.broken(DealStory.toldFirst(kept, told), by: told)
        let rest = kept.filter { !$0.isMade || !broken.contains($0.change.field) }
        if let whole = DealStory.whole(rest, told) { return telling(whole, gaveWay: broken) }
        throw Broken(field: broken.min { $0.rawValue < $1.rawValue } ?? .created)
    }

    private func telling(_ whole: [DealEntry], gaveWay: Set<Deal.Field>) -> Telling {
        let begins = self.begins(whole.map(\.change))
        let fields = Set(told.map(\.field)).subtracting([.status, .closedAt, .title, .created, .createdAt])
            .union([.currency])
        let goesOn = whole.starts(with: known) && fields.allSatisfy { begins[$0] == beginning[$0] }
        guard goesOn else { return .anew(begins, DealStory.inOrder(whole), gaveWay: gaveWay) }
        return whole.count == known.count ? .known : .more(Array(whole.dropFirst(known.count)))
    }

    private func begins(_ changes: [DealChange]) -> DealState {
        var state = now.beginning(changes, outcome: outcome)
        state.title = beginning.title
        state.merged = beginning.merged
        state.removed = beginning.removed
        let fields = Set(changes.map(\.field))
        if state.currency == nil, !fields.contains(.currency), !fields.isDisjoint(with: [.amount, .cost]) {
            state.currency = currency
        }
        return state.counted(in: currency)
    }

    /// Is it told too, recorded no earlier, and not just the same?
    private func isSaidBetter(_ entry: DealEntry) -> Bool {
        guard entry.isMade else { return false }
        let made = entry.change
        let same = told.filter { $0.isSame(as: made) }
        return !same.isEmpty && !same.contains(made) && same.allSatisfy { $0.recordedAt >= made.recordedAt }
    }

    /// Both in one log in which each change of a told field begins where the one before ended; nil: there is none.
    private static func whole(_ known: [DealEntry], _ told: [DealChange]) -> [DealEntry]? {
        let candidates = [
            known + DealDifference.missing(told, in: known.map(\.change)).map { DealEntry($0, isMade: false) },
            toldFirst(known, told),
        ]
        return candidates.first { broken($0, by: told).isEmpty }
    }

    private static func toldFirst(_ known: [DealEntry], _ told: [DealChange]) -> [DealEntry] {
        let changes = known.map(\.change)
        let others = DealDifference.missing(changes, in: told)
        var left = others.reduce(into: [DealChange: Int]()) { $0[$1, default: 0] += 1 }
        let rest = known.filter { entry in
            guard let count = left[entry.change], count > 0 else { return false }
            left[entry.change] = count - 1
            return true
        }
        return DealDifference.asKnown(told, in: changes).map { DealEntry($0, isMade: false) } + rest
    }

    private static func broken(_ entries: [DealEntry], by told: [DealChange]) -> Set<Deal.Field> {
        entries.map(\.change).brokenFields.intersection(told.map(\.field))
    }

    private static func inOrder(_ entries: [DealEntry]) -> [DealEntry] {
        entries.sorted { $0.change.changedAt < $1.change.changedAt }
    }

    /// Of an entry that was written before it was noted: what the row of a closed deal proves is made so.
    private static func looksMade(_ row: DealLogRow, begun: Batch.ID, _ outcome: (Stage.ID) -> Stage.Outcome) -> Bool {
        let change = row.change
        guard row.batch == begun, change.by == nil, change.recordedAt == change.changedAt else { return false }
        switch change.field {
        case .stage: return change.old == nil && change.new.map { outcome(Stage.ID($0)) } ?? .open != .open
        case .status: return change.old == Deal.Status.open.code
        case .lostReason: return change.old == nil
        case .created, .amount, .owner, .expectedClose, .currency, .product, .account, .source, .pipeline, .title,
            .cost, .vatRate, .lead, .category, .nextStep, .split, .createdAt, .closedAt, .merged, .removed:
            return false
        }
    }
}

extension DealChange {
    /// The same change, whenever it was recorded and whoever made it.
    fileprivate func isSame(as other: DealChange) -> Bool {
        changedAt == other.changedAt && field == other.field && old == other.old && new == other.new
    }
}
