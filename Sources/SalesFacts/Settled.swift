package import SalesDomain

extension Facts {
    /// The earliest instant of the same day as of which everything that is known, of deals, money, activities and what is
    /// said beside them, is as it is as of `asOf`: whatever was answered as of the one is true as of the other.
    package func settled(_ asOf: Instant) -> Instant {
        let start = calendar.zone.start(of: calendar.zone.day(of: asOf))
        guard asOf > start else { return asOf }
        return Instant(microseconds: max(start.microseconds, lastKnown(before: asOf.microseconds)) + 1)
    }

    /// Each is known as of the instants after it.
    private func lastKnown(before limit: Int64) -> Int64 {
        max(
            chunks.lastKnown(before: limit), payments.lastKnown(before: limit), costs.lastKnown(before: limit),
            activities.lastKnown(before: limit), frame.lastKnown(before: limit))
    }
}

extension [Chunk] {
    fileprivate func lastKnown(before limit: Int64) -> Int64 {
        reduce(Int64.min) { last, chunk in
            if chunk.lastKnown <= last { return last }
            return Swift.max(last, chunk.lastKnown < limit ? chunk.lastKnown : chunk.lastKnown(before: limit))
        }
    }
}

extension Chunk {
    /// Looked for only where something is known later: in the past, or ahead of its time.
    fileprivate func lastKnown(before limit: Int64) -> Int64 {
        [known, steps.known, amounts.known, owners.known, dues.known, rest.known].reduce(Int64.min) { last, column in
            column.reduce(last) { $1 < limit ? Swift.max($0, $1) : $0 }
        }
    }
}

extension PaymentColumns {
    fileprivate func lastKnown(before limit: Int64) -> Int64 {
        if lastKnown < limit { return lastKnown }
        return facts.reduce(Int64.min) {
            $1.recorded.microseconds < limit ? max($0, $1.recorded.microseconds) : $0
        }
    }
}

extension CostColumns {
    fileprivate func lastKnown(before limit: Int64) -> Int64 {
        if lastKnown < limit { return lastKnown }
        return facts.reduce(Int64.min) {
            $1.recorded.microseconds < limit ? max($0, $1.recorded.microseconds) : $0
        }
    }
}

extension ActivityColumns {
    /// An activity is known as of the second after it.
    fileprivate func lastKnown(before limit: Int64) -> Int64 {
        let second = Instant(microseconds: limit).seconds
        guard let last = lastKnown(beforeSecond: second) else { return .min }
        return Instant(seconds: last + 1).microseconds - 1
    }
}

extension CompanyFrame {
    fileprivate func lastKnown(before limit: Int64) -> Int64 {
        let said = submissions.lazy.map(\.made.microseconds)
        // A reference holds from its very instant on, and no more at the very instant of its end.
        let pinned = references.lazy.flatMap { [$0.pinned, $0.ended].compactMap(\.self) }.map { $0.microseconds - 1 }
        func last(_ known: some Sequence<Int64>) -> Int64 {
            known.reduce(Int64.min) { $1 < limit ? max($0, $1) : $0 }
        }
        let planned = quotas.lazy.compactMap { $0.recordedAt?.microseconds }
        let changed = changes.lazy.map(\.recordedAt.microseconds)
        return max(last(said), last(pinned), last(planned), last(changed))
    }
}
