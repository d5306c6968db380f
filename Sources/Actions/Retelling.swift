internal import Exchange
internal import Ledger
internal import SalesDomain

/// A deal as the ledger has it.
struct DealKnown {
    let id: Deal.ID
    let row: DealRow
    let now: (state: DealState, entries: Int)
    let log: [DealLogRow]
}

/// What an import's log makes of a deal that is known.
struct Retelling {
    /// How the deal began, and its log: as known, or as told anew.
    let beginning: DealState
    let log: [DealEntry]
    /// How many told entries were not known.
    let fresh: Int
    private let known: DealKnown
    private let recordedAt: Instant
    private let isAnew: Bool
    private let added: [DealEntry]

    /// - Parameter mustEndAsKnown: nothing but the log is told, so what gave way to it must end where it ended.
    ///
    /// Throws what `refusal` makes of a field of which both cannot hold.
    init(
        of known: DealKnown, _ told: [DealChange], _ history: DealHistory, currency: Currency,
        mustEndAsKnown: Bool = false, outcome: @escaping (Stage.ID) -> Stage.Outcome, refusal: (Deal.Field) -> Refusal
    ) throws(Refusal) {
        let (row, now) = (known.row, known.now.state)
        let story = DealStory(
            beginning: row.beginning, now: now, log: known.log, begun: row.batch, told: told, currency: currency,
            outcome: outcome)
        let telling: DealStory.Telling
        do { telling = try story.telling() } catch { throw refusal(error.field) }
        self.known = known
        fresh = DealDifference.missing(told, in: story.known.map(\.change)).count
        var recorded = history.toldRecordedAt ?? row.recordedAt
        switch telling {
        case .known: (beginning, log, added) = (row.beginning, story.known, [])
        case .more(let more): (beginning, log, added) = (row.beginning, story.known + more, more)
        case .anew(let begins, let entries, let gaveWay):
            (beginning, log, added) = (begins, entries, entries)
            if history.toldRecordedAt == nil, recorded == now.createdAt {
                let instants = entries.filter { !$0.isMade || told.contains($0.change) }.map {
                    (changedAt: $0.change.changedAt, recordedAt: $0.change.recordedAt)
                }
                recorded = DealHistory.recorded(created: now.createdAt, instants)
            }
            let ends = DealState.fold(begins, entries.map(\.change), outcome: outcome)
            let mustHold = mustEndAsKnown && !gaveWay.isEmpty
            let fields = gaveWay.sorted { $0.rawValue < $1.rawValue } + [.status, .closedAt]
            let field = fields.first { ends[$0] != now[$0] }
            if mustHold, let field { throw refusal(field) }
        }
        recordedAt = recorded
        if case .anew = telling { isAnew = true } else { isAnew = recorded != row.recordedAt }
    }

    var isKnown: Bool { !isAnew && added.isEmpty }

    /// `differences`: what the deal's row makes of it beside its log.
    func write(
        and differences: [DealChange], _ batch: ImportBatch, outcome: (Stage.ID) -> Stage.Outcome
    ) throws {
        let made = differences.map { DealEntry($0, isMade: true) }
        let deals = batch.transaction.deals
        if isAnew {
            try deals.retell(
                known.id, from: beginning, recordedAt: recordedAt, log + made, after: known.now.entries,
                in: try batch.id(), outcome: outcome)
        } else {
            try deals.append(
                added + made, to: known.id, after: known.now.entries, in: try batch.id(), outcome: outcome)
        }
    }
}
