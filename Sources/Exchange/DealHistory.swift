import SalesDomain

/// A deal of `deals.csv` and its rows of `deal_log.csv`, found to tell one story.
///
/// `changes` are in the order of when they became so, those of one instant in the order of the file. What only `deals.csv`
/// proves (that a deal was closed, and why it was lost) stands in it as changes of the day of closing, so that no answer as of
/// an earlier day can know it.
package struct DealHistory: Sendable, Equatable {
    package struct Change: Sendable, Equatable {
        package let changedAt: Instant
        package let recordedAt: Instant
        package let field: Deal.Field
        package let old: FieldValue?
        package let new: FieldValue?
        package let by: String?
        /// Does the file itself hold it?
        package let written: Bool
    }

    package let changes: [Change]
    /// When the deal itself was recorded.
    package let recordedAt: Instant
    /// The same where the log says it.
    package let toldRecordedAt: Instant?

    /// What a stage means; nil for one that is not known yet: then the deal's own status says it of its last stage, and any
    /// other is open.
    package typealias Outcomes = (_ pipeline: String, _ stage: String) -> Stage.Outcome?

    /// A row of `deal_log.csv` and its line.
    package struct Entry: Sendable, Equatable {
        package let record: LogRecord
        package let line: Int
        package init(_ record: LogRecord, line: Int) {
            self.record = record
            self.line = line
        }
    }

    /// When a deal was recorded of which nothing says so: when it was created, unless the first that is told of it was
    /// entered later than it became so. Then nobody knew of the deal before the earliest recording.
    /// `entries` in the order of time.
    package static func recorded(created: Instant, _ entries: [(changedAt: Instant, recordedAt: Instant)]) -> Instant {
        guard let first = entries.first, first.recordedAt > first.changedAt else { return created }
        return max(created, entries.reduce(first.recordedAt) { min($0, $1.recordedAt) })
    }

    /// `absent`: fields without a column in `deals.csv`, of which it says nothing. Refuses a deal whose log contradicts it.
    package init(
        of record: DealRecord, log: [Entry], reader: FieldReader, absent: Set<Deal.Field> = [], outcomes: Outcomes,
        place: DealPlace
    ) throws(Refusal) {
        var telling = DealTelling(record: record, reader: reader, absent: absent, place: place)
        try telling.read(log)
        try telling.checkChain()
        try telling.checkEnd()
        try telling.checkClosing(outcomes)
        changes = telling.changes
        toldRecordedAt = telling.recordedAt
        recordedAt = telling.recordedAt ?? DealHistory.recorded(created: record.createdAt, telling.told)
    }

    /// More of the log of a deal that is known already: only that it is whole in itself is held.
    package init(continuing record: DealRecord, log: [Entry], reader: FieldReader, place: DealPlace) throws(Refusal) {
        var telling = DealTelling(record: record, reader: reader, absent: Set(Deal.Field.allCases), place: place)
        try telling.read(log)
        try telling.checkChain()
        changes = telling.changes
        toldRecordedAt = telling.recordedAt
        recordedAt = telling.recordedAt ?? DealHistory.recorded(created: record.createdAt, telling.told)
    }
}

/// The telling while it is being checked.
private struct DealTelling {
    typealias Change = DealHistory.Change
    let record: DealRecord
    let reader: FieldReader
    let absent: Set<Deal.Field>
    let place: DealPlace
    var changes: [Change] = []
    var recordedAt: Instant?
    var told: [(changedAt: Instant, recordedAt: Instant)] {
        changes.lazy.filter(\.written).map { ($0.changedAt, $0.recordedAt) }
    }

    mutating func read(_ log: [DealHistory.Entry]) throws(Refusal) {
        for (entry, line) in log.lazy.map({ ($0.record, $0.line) }) {
            if entry.field == .created {
                recordedAt = entry.recordedAt ?? entry.changedAt
                continue
            }
            if entry.field == .currency, entry.new == nil { throw place.ofLog(line, .new, .valueMissing) }
            let change = Change(
                changedAt: entry.changedAt, recordedAt: entry.recordedAt ?? entry.changedAt, field: entry.field,
                old: try value(entry.old, of: entry.field, at: line, .old),
                new: try value(entry.new, of: entry.field, at: line, .new), by: entry.by, written: true)
            changes.append(change)
        }
        let isSorted = zip(changes, changes.dropFirst()).allSatisfy { $0.changedAt <= $1.changedAt }
        if !isSorted { changes.sort { $0.changedAt < $1.changedAt } }
        let created = changes.contains { $0.field == .createdAt } ? .distantPast : record.createdAt
        if let first = changes.first, first.changedAt < created {
            throw place.ofDeal(.created_at, .logBeforeCreation(reader.calendar.text(of: first.changedAt)))
        }
    }

    private func value(_ text: String?, of field: Deal.Field, at line: Int, _ column: Column) throws(Refusal)
        -> FieldValue?
    {
        guard let text else { return nil }
        return try reader.value(text, of: field) { place.ofLog(line, column, $0) }
    }

    /// Each change of a field begins where the one before ended.
    func checkChain() throws(Refusal) {
        var last: [Deal.Field: FieldValue?] = [:]
        for change in changes {
            if let before = last[change.field], before != change.old {
                throw place.ofDeal(
                    change.field.column,
                    .logBroken(
                        field: change.field.exchangeName, expected: shown(before, change.field),
                        found: shown(change.old, change.field)))
            }
            last[change.field] = .some(change.new)
        }
    }

    /// The last change of a field ends at what `deals.csv` says.
    func checkEnd() throws(Refusal) {
        var seen: Set<Deal.Field> = []
        for change in changes.reversed() where change.field.column != nil && !absent.contains(change.field) {
            guard seen.insert(change.field).inserted else { continue }
            let stated = try record.value(of: change.field, reader: reader, place: place)
            guard stated == change.new else {
                throw place.ofDeal(
                    change.field.column,
                    .logEndsElsewhere(
                        field: change.field.exchangeName, log: shown(change.new, change.field),
                        deal: shown(stated, change.field)))
            }
        }
    }

    /// The log closes the deal when `deals.csv` says so; a log that tells nothing of stages is told what it proves.
    mutating func checkClosing(_ outcomes: DealHistory.Outcomes) throws(Refusal) {
        let pipeline = record.pipeline ?? ""
        let outcome = outcomes(pipeline, record.stage) ?? record.status.outcome
        if outcome != .open, outcome != record.status.outcome {
            throw place.ofDeal(
                .status,
                .statusAgainstStage(
                    status: record.status.rawValue, stage: record.stage, outcome: outcome.rawValue))
        }
        guard let closedAt = record.closedAt else {
            return try checkStaysOpen(outcomes, pipeline)
        }
        if !changes.contains(where: { $0.field == .stage }) {
            changes.append(proven(.stage, from: nil, to: .name(record.stage), at: closedAt))
        }
        if outcome == .open, !changes.contains(where: { $0.field == .status }) {
            changes.append(
                proven(.status, from: .number(Deal.Status.open.code), to: .number(record.status.code), at: closedAt))
        }
        let reasonIsTold = changes.contains { $0.field == .lostReason }
        if let reason = record.lostReason, !reasonIsTold {
            changes.append(proven(.lostReason, from: nil, to: .name(reason), at: closedAt))
        }
        sortAgain()
        let (status, closed) = closing(outcomes, pipeline)
        guard status == record.status, let closed else { throw place.ofDeal(.closed_at, .logNeverCloses) }
        if closed != closedAt {
            throw place.ofDeal(
                .closed_at,
                .logClosesElsewhen(log: reader.calendar.text(of: closed), deal: reader.calendar.text(of: closedAt)))
        }
    }

    private func checkStaysOpen(_ outcomes: DealHistory.Outcomes, _ pipeline: String) throws(Refusal) {
        let (status, _) = closing(outcomes, pipeline)
        guard let status, status != .open else { return }
        throw place.ofDeal(
            .status,
            .logEndsElsewhere(
                field: Deal.Field.status.exchangeName, log: status.rawValue, deal: record.status.rawValue))
    }

    /// What the log makes of the deal in the end: its status (nil when it says nothing of it) and since when it is closed.
    private func closing(_ outcomes: DealHistory.Outcomes, _ pipeline: String) -> (Deal.Status?, Instant?) {
        var status: Deal.Status?
        var closed: Instant?
        for (change, around) in zip(changes, DealHistory.pipelines(of: changes, endingIn: pipeline)) {
            var next: Deal.Status?
            switch (change.field, change.new) {
            case (.stage, .name(let stage)?):
                next = (outcomes(around.new, stage) ?? presumed(stage)).status
            case (.status, .number(let code)?): next = Deal.Status(code: code)
            case (.closedAt, .number(let instant)?) where closed != nil: closed = Instant(microseconds: instant)
            default: break
            }
            guard let next else { continue }
            if next == .open { closed = nil } else if status != next || closed == nil { closed = change.changedAt }
            status = next
        }
        return (status, closed)
    }

    /// Of a stage that no file describes.
    private func presumed(_ stage: String) -> Stage.Outcome { stage == record.stage ? record.status.outcome : .open }

    private func proven(_ field: Deal.Field, from old: FieldValue?, to new: FieldValue, at closedAt: Instant) -> Change
    {
        Change(
            changedAt: closedAt, recordedAt: closedAt, field: field, old: old, new: new, by: nil, written: false)
    }

    private mutating func sortAgain() {
        if !zip(changes, changes.dropFirst()).allSatisfy({ $0.changedAt <= $1.changedAt }) {
            changes.sort { $0.changedAt < $1.changedAt }
        }
    }

    private func shown(_ value: FieldValue?, _ field: Deal.Field) -> String { reader.text(value, of: field) ?? "" }
}

extension Deal.Status {
    package var outcome: Stage.Outcome {
        switch self {
        case .open: .open
        case .won: .won
        case .lost: .lost
        }
    }
}
