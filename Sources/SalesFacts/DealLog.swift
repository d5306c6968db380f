package import SalesDomain

/// One entry of a deal's log, as the facts hold it.
package struct LogEntry: Sendable, Equatable {
    package let field: Deal.Field
    package let changed: Instant
    /// When it was known.
    package let known: Instant
    /// As in `ChangeFact.new`; nil is nothing.
    package let old: Int64?
    package let new: Int64?
}

extension Facts {
    /// What is known of a deal at an instant, in the order in which it became so; nil when the deal itself is not known.
    package func log(of deal: Deal.ID, asOf: Instant) -> [LogEntry]? {
        guard let chunk = chunks.last(where: { $0.id.first ?? .max <= deal.number }),
            let row = chunk.row(of: deal.number), chunk.known[row] < asOf.microseconds
        else { return nil }
        var entries = [LogEntry]()
        for (track, field) in [
            (chunk.steps, Deal.Field.stage), (chunk.amounts, .amount), (chunk.owners, .owner),
            (chunk.dues, .expectedClose), (chunk.rest, nil as Deal.Field?),
        ] {
            var last = [Deal.Field: Int64]()
            for entry in Int(track.start[row])..<Int(track.start[row + 1]) where track.known[entry] < asOf.microseconds
            {
                var value = track.value[entry] == Track.none ? nil : track.value[entry]
                var field = field ?? Deal.Field(rawValue: Int(track.field[entry])) ?? .created
                if field == .stage, let mark = value, mark <= Chunk.StatusMark.open {
                    field = .status
                    value = Chunk.StatusMark.open - mark
                }
                entries.append(
                    LogEntry(
                        field: field, changed: Instant(microseconds: track.changed[entry]),
                        known: Instant(microseconds: track.known[entry]), old: last[field], new: value))
                last[field] = value
            }
        }
        return entries.enumerated().sorted { ($0.element.changed, $0.offset) < ($1.element.changed, $1.offset) }
            .map(\.element)
    }
}
