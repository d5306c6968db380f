package import SalesDomain

/// Every activity that was done, in columns: what happened in some days, as it was known at an instant, is one pass over
/// the chunks that hold those days.
package struct ActivityColumns: Sendable {
    private var chunks: [ActivityChunk] = []

    package init() {}

    /// `facts` in ascending order of id; days and hours are those of `zone`.
    package init(_ facts: some Sequence<ActivityFact>, zone: Zone) {
        for fact in facts { append(fact, zone) }
    }

    package var count: Int { chunks.reduce(0) { $0 + $1.count } }

    /// Of ids that are higher than all before.
    package mutating func append(_ fact: ActivityFact, _ zone: Zone) {
        if chunks.last.map({ $0.count >= ActivityChunk.size }) ?? true { chunks.append(ActivityChunk()) }
        chunks[chunks.count - 1].append(fact, zone)
    }

    /// Those of local days `from..<to` that were known before `asOf`, in order of id.
    package func each(from: Day, to: Day, asOf: Instant, _ body: (Touch) -> Void) {
        let limit = asOf == .distantFuture ? Int64.max : asOf.seconds
        for chunk in chunks where chunk.lastDay >= from.number && chunk.firstDay < to.number {
            for row in 0..<chunk.count
            where chunk.day[row] >= from.number && chunk.day[row] < to.number && Int64(chunk.known[row]) < limit {
                body(chunk.touch(row))
            }
        }
    }

    /// The first and the last local day of anything known before `asOf`; nil when there is nothing.
    package func days(asOf: Instant) -> ClosedRange<Day>? {
        let limit = asOf.seconds
        var (first, last) = (Int32.max, Int32.min)
        for chunk in chunks {
            for row in 0..<chunk.count where Int64(chunk.known[row]) < limit {
                first = min(first, chunk.day[row])
                last = max(last, chunk.day[row])
            }
        }
        return first <= last ? Day(number: first)...Day(number: last) : nil
    }

    /// The last second before `limit` at which any of it became known; nil when nothing did.
    func lastKnown(beforeSecond limit: Int64) -> Int64? {
        var last: UInt32?
        for chunk in chunks where chunk.count > 0 && chunk.lastKnown > last ?? 0 {
            if Int64(chunk.lastKnown) < limit {
                last = chunk.lastKnown
            } else {
                for known in chunk.known where Int64(known) < limit && known > last ?? 0 { last = known }
            }
        }
        return last.map { Int64($0) }
    }

    /// By deal's number: the local day of the last activity about it that was known before `asOf`.
    package func lastTouches(asOf: Instant) -> NumberMap<Int32> {
        let limit = asOf.seconds
        var last = NumberMap<Int32>(missing: .min)
        for chunk in chunks {
            for row in 0..<chunk.count where chunk.deal[row] >= 0 && Int64(chunk.known[row]) < limit {
                let deal = Int64(chunk.deal[row])
                if last[deal] < chunk.day[row] { last[deal] = chunk.day[row] }
            }
        }
        return last
    }

    /// Takes in what was written since: activities that are new or differ (ascending), and leaves out those that are no
    /// longer any (nothing was done after all).
    package mutating func absorb(_ changed: [ActivityFact], gone: [Activity.ID], zone: Zone) {
        let leaving = Set((changed.map(\.id) + gone).map { Int32(clamping: $0.number) })
        let last = chunks.last?.id.last ?? -1
        let known = changed.prefix { Int32(clamping: $0.id.number) <= last }
        for (index, chunk) in chunks.enumerated() {
            guard let first = chunk.id.first, let end = chunk.id.last else { continue }
            let upTo = index + 1 < chunks.count ? (chunks[index + 1].id.first ?? .max) : end + 1
            let news = known.filter { ($0.id.number >= first || index == 0) && $0.id.number < upTo }
            guard !news.isEmpty || leaving.contains(where: { first <= $0 && $0 <= end }) else { continue }
            chunks[index] = chunk.changed(without: leaving, with: news, zone)
        }
        chunks.removeAll { $0.count == 0 }
        for fact in changed.dropFirst(known.count) { append(fact, zone) }
    }
}
